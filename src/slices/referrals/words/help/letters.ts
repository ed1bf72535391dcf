function letter(subject: string, ...paragraphs: readonly string[]): { subject: string; text: string } {
  return { subject, text: paragraphs.join('\n\n') };
}

/** Nothing about the person, not even what they need: that somebody asked is theirs to tell. */
export const helpLetters = {
  asked: ({ code, link, until }: { code: string; link: string; until: string }) =>
    letter(
      'Somebody asks you for help',
      `${code} waits for you. It was promised that a person answers by ${until}.`,
      `Sign in to read it: ${link}`,
    ),

  stopped: ({ code, link }: { code: string; link: string }) =>
    letter(
      `A request for help has ended: ${code}`,
      'The person no longer wants it. What was kept about them here is gone.',
      'Let go of what you wrote down elsewhere, and say so in your inbox.',
      link,
    ),
};
