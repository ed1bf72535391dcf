/** Nothing about the person: that somebody has a referral at all is theirs to tell. */
function letter(subject: string, ...paragraphs: readonly string[]): { subject: string; text: string } {
  return { subject, text: paragraphs.join('\n\n') };
}

interface About {
  readonly code: string;
  readonly link: string;
  readonly until: string;
}

export const referralLetters = {
  sent: ({ code, link, until }: About) =>
    letter(
      'You have a new referral',
      `${code} waits for you. It was promised that somebody opens it by ${until}.`,
      `Sign in to read it: ${link}`,
    ),

  moved: ({ code, link }: Omit<About, 'until'>, state: string) =>
    letter(`A referral has moved: ${code}`, `It now says: ${state}.`, `Sign in to read more: ${link}`),

  yourTurn: ({ code, link, until }: About, state: string) =>
    letter(
      `A referral waits for you: ${code}`,
      `It now says: ${state}. The next word is yours, by ${until}.`,
      `Sign in to read it: ${link}`,
    ),

  talkAsked: ({ code, link }: Omit<About, 'until'>) =>
    letter(
      `A question about ${code}`,
      'A service asks whether it may talk with others. The person is asked first.',
      `Sign in to read it: ${link}`,
    ),

  talkAnswered: ({ code, link }: Omit<About, 'until'>) =>
    letter(
      `An answer about ${code}`,
      'You asked whether you may talk with others.',
      `Sign in to read it: ${link}`,
    ),

  stopped: ({ code, link }: Omit<About, 'until'>) =>
    letter(
      `A referral has ended: ${code}`,
      'The person no longer wants it. What was kept about them here is gone.',
      'Let go of what you wrote down elsewhere, and say so in your inbox.',
      link,
    ),
};
