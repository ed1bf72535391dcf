interface About {
  readonly title: string;
  readonly link: string;
}

function letter(subject: string, ...paragraphs: readonly string[]) {
  return { subject, text: paragraphs.join('\n\n') };
}

/** What is told about an employer’s day. Names of groups and the day, nothing of anybody. */
export const employerLetters = {
  asked: ({ title, link }: About) =>
    letter(`An employer asks for a day: ${title}`, 'Do you know groups that could use them?', link),

  offered: ({ title, host, link }: About & { host: string }) =>
    letter(`${host} offers places: ${title}`, 'See how many, and what it costs them:', link),

  agreed: ({ title, link }: About) =>
    letter(
      `Your places are taken: ${title}`,
      'The employer has agreed. When and how many stands here:',
      link,
    ),

  notReady: ({ title, host, link }: About & { host: string }) =>
    letter(
      `${host} is not ready: ${title}`,
      'Its places are open again. Who else has places stands on the waiting list:',
      link,
    ),

  cancelled: ({ title, link }: About) =>
    letter(
      `Cancelled: ${title}`,
      'The employer has cancelled the day. Why, and whether the agreed cost is still owed, stands here:',
      link,
    ),

  held: ({ title, link }: About) =>
    letter(`How was it? ${title}`, 'Useful or not: one press, and a sentence if you like.', link),
};
