import { letter } from './letters.ts';

/** What is told about promises that others have to keep: what each is about is read on its page. */
export const promiseWords = {
  climbed: (about: { title: string; due: string; link: string }) =>
    letter(
      `Still waiting: ${about.title}`,
      `An answer was promised by ${about.due}, and nobody has given it. It is now with you.`,
      about.link,
    ),

  passedOn: (about: { title: string; due: string; link: string }) =>
    letter(
      `Now with you: ${about.title}`,
      `An answer was promised by ${about.due}. The coordinator of the network has passed it on to you.`,
      about.link,
    ),

  reminded: (about: { title: string; due: string; link: string }) =>
    letter(
      `Somebody waits for your answer: ${about.title}`,
      `It was promised by ${about.due}. The coordinator of the network asks you to look at it today.`,
      about.link,
      'If you cannot answer, ring the hub: somebody else may.',
    ),
};
