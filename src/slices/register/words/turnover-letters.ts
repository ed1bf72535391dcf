import { letter } from './letters.ts';

/** Messages of people who come and go. Whoever wrote a note or a reason is read on the page, not in the mail. */
export const turnover = {
  leaving: (about: { organisation: string; person: string; last: string; link: string }) =>
    letter(
      `${about.person} leaves ${about.organisation}`,
      `The last day is ${about.last}. Who takes over what is planned here:`,
      about.link,
    ),

  offered: (about: { organisation: string; person: string; things: number; link: string }) =>
    letter(
      `${about.person} asks you to take over at ${about.organisation}`,
      about.things === 1
        ? 'It is one thing. Say yes or no here:'
        : `They are ${about.things} things. Say yes or no to each here:`,
      about.link,
    ),

  declined: (about: { organisation: string; thing: string; taker: string; link: string }) =>
    letter(
      `Somebody else is needed at ${about.organisation}`,
      `${about.taker} cannot take this over: ${about.thing}. Ask another person here:`,
      about.link,
    ),

  left: (about: { organisation: string; person: string; link: string }) =>
    letter(
      `${about.person} has left ${about.organisation}`,
      'Access has ended. What is open now, and what was written down for you:',
      about.link,
    ),

  stuck: (about: { organisation: string; person: string; link: string }) =>
    letter(
      `Nobody takes over ${about.organisation}`,
      `${about.person} was to leave and is the only one who runs the page, so access goes on until somebody else does.`,
      about.link,
    ),

  appointing: (about: { organisation: string; centre: string; phone: string; days: number; link: string }) =>
    letter(
      `Somebody new is to run the page of ${about.organisation}`,
      `${about.centre} has checked twice, by two people, that nobody there can do it at present.`,
      `If that is wrong, you have ${about.days} days to stop it here, without signing in:`,
      about.link,
      about.phone === '' ? undefined : `Or ring ${about.centre}: ${about.phone}.`,
    ),

  appointmentEnded: (about: { organisation: string; undone: boolean; link: string }) =>
    letter(
      `${about.organisation}: ${about.undone ? 'the new person’s place was undone' : 'nobody new was appointed'}`,
      'Why stands here:',
      about.link,
    ),
};
