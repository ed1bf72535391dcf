const kinds: Readonly<Record<string, string>> = {
  passkey: 'A passkey',
  authenticator: 'An authenticator app',
  'recovery codes': 'Your recovery codes',
};
const happened: Readonly<Record<string, string>> = {
  added: 'was added to your account',
  removed: 'was removed from your account',
  'made anew': 'were made anew',
};

/** What mail says about an account. None of it holds a code or a key. */
export const letters = {
  keyChanged: (about: { kind: string; what: string; link: string }) => {
    const fact = `${kinds[about.kind] ?? 'A second key'} ${happened[about.what] ?? 'was changed'}`;
    return {
      subject: fact,
      text: [
        `${fact}. If that was you, there is nothing to do.`,
        'If it was not, open this page, take away what is not yours and end the sessions you do not know:',
        about.link,
      ].join('\n\n'),
    };
  },
};
