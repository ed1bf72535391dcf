function letter(subject: string, ...paragraphs: readonly string[]) {
  return { subject, text: paragraphs.join('\n\n') };
}

const kinds: Readonly<Record<string, string>> = {
  passkey: 'A passkey',
  authenticator: 'An authenticator app',
  'recovery codes': 'Your recovery codes',
  all: 'Every second key',
};
const happened: Readonly<Record<string, string>> = {
  added: 'was added to your account',
  removed: 'was removed from your account',
  'made anew': 'were made anew',
};

/** What mail says about an account. None of it holds a code or a key. */
export const letters = {
  newMailbox: (about: { network: string; link: string }) =>
    letter(
      `Is this your new mailbox for ${about.network}?`,
      'Somebody, probably you, wants to sign in with this mailbox from now on.',
      'Open this page where you are signed in, and press the button. The link is good for a day:',
      about.link,
      'If it was not you, do nothing: nothing changes.',
    ),

  mailboxTaken: (about: { network: string; link: string }) =>
    letter(
      `You have an account at ${about.network} already`,
      'Somebody who is signed in with another mailbox wanted to use this one. It belongs to an account of its own, so nothing was changed.',
      `Sign in with it here: ${about.link}`,
    ),

  mailboxAsked: (about: { link: string }) =>
    letter(
      'Your mailbox is about to be changed',
      'Somebody who is signed in to your account wants to use another mailbox from now on. If that was you, there is nothing to do.',
      'If it was not, open this page and end the sessions you do not know:',
      about.link,
    ),

  mailboxGone: (about: { link: string }) =>
    letter(
      'Your account has another mailbox now',
      'From now on codes go to the new one. If that was you, there is nothing to do.',
      'If it was not, take your account back here, within seven days. All sessions end, and keys that were added since are removed:',
      about.link,
    ),

  mailboxIsYours: (about: { network: string }) =>
    letter(
      `You sign in to ${about.network} with this mailbox now`,
      'Your old mailbox was told, and can take the account back for seven days.',
    ),

  mailboxUndone: (about: { link: string }) =>
    letter(
      'The change of the mailbox was taken back',
      'Codes go to the mailbox it was before. All sessions have ended, and keys that were added meanwhile are gone.',
      about.link,
    ),

  accountClosed: (about: { network: string }) =>
    letter(
      `Your account at ${about.network} is closed`,
      'Your places in organisations have ended and your keys are gone. Your name goes in thirty days from what you did with others.',
      'You can begin anew with this mailbox whenever you like.',
    ),

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
