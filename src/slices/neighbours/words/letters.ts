/** What is told about hellos: the names of the two groups and nothing that anybody wrote. */
export const helloLetters = {
  said: (about: { from: string; to: string; until: string; link: string }) => ({
    subject: `${about.from} says hello to ${about.to}`,
    text: [
      `${about.from} would like you to know that it is there, and to hear whether you know it.`,
      `One press is an answer, and “not now” is one, too. They were promised an answer by ${about.until}:`,
      about.link,
    ].join('\n\n'),
  }),

  answered: (about: { to: string; answer: string; link: string }) => ({
    subject: `${about.to} answered your hello`,
    text: [about.answer, `What you say of each other stands here: ${about.link}`].join('\n\n'),
  }),
};

/** The answer in a letter to whoever said hello. */
export function answerInLetter(answer: string | undefined, to: string): string {
  switch (answer) {
    case 'know':
      return `${to} knows you.`;
    case 'we_signpost':
      return `${to} knows you, and signposts people to you. Is that so? Say it from your side, too.`;
    case 'you_signpost':
      return `${to} knows you, and says that you signpost people to it. Is that so? Say it from your side, too.`;
    case 'both':
      return `${to} knows you, and says that you signpost people to each other. Say it from your side, too.`;
    case 'not_now':
      return `${to} says “not now”. That is about their week, and nothing about you.`;
    default:
      return `Nobody at ${to} could be reached. Their centre has tried.`;
  }
}
