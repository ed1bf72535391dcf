interface LetterWords {
  subject: string;
  text: string;
}

function letter(subject: string, ...paragraphs: readonly string[]): LetterWords {
  return { subject, text: paragraphs.join('\n\n') };
}

const asked: Readonly<Record<string, string>> = {
  complaint: 'your complaint',
  'rights-request': 'your request about your details',
};

interface About {
  readonly kind: string;
  readonly code: string;
  readonly link: string;
}

/** What whoever asked or complained is told by mail: that there is something to read, never what. */
export const matterLetters = {
  received: ({ kind, code, link, until }: About & { until: string }) =>
    letter(
      `We have ${asked[kind]}: ${code}`,
      `You have an answer by ${until}. If you ring, say the code ${code}.`,
      `See how far it is, or add something: ${link}`,
      'Keep this letter to yourself: whoever has the link can read what you wrote.',
    ),

  news: ({ kind, code, link, asks }: About & { asks: boolean }) =>
    letter(
      asks ? `A question about ${asked[kind]}: ${code}` : `News about ${asked[kind]}: ${code}`,
      asks
        ? 'Somebody asks you something. The time to answer you stands still until you have replied.'
        : 'Somebody wrote how far it is.',
      `Read it here: ${link}`,
    ),

  answered: ({ kind, code, link }: About) =>
    letter(
      `There is an answer to ${asked[kind]}: ${code}`,
      `Read it here, with what you can do if you are not content: ${link}`,
    ),

  toKeeper: ({ kind, code, link, until }: About & { until: string }) =>
    letter(
      kind === 'complaint' ? `A complaint came in: ${code}` : `A request about details came in: ${code}`,
      `Say by ${until} that you look into it.`,
      `Sign in and read it: ${link}`,
    ),
};
