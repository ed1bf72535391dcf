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

  quiet: (about: { organisation: string; helper: string; phone: string; link: string }) =>
    letter(
      `Do you still look after ${about.organisation}?`,
      `You are the only person who runs its page, and you have not been here for months.`,
      'If you do, sign in once, and invite a second person, so that nothing is lost when you are away:',
      about.link,
      about.phone === ''
        ? `If somebody else does it now, tell ${about.helper}.`
        : `If somebody else does it now, tell ${about.helper}, ${about.phone}.`,
    ),

  quietToCentre: (about: { organisation: string; phone: string; link: string }) =>
    letter(
      `Somebody is needed for ${about.organisation}`,
      'The only person who runs its page has not been here for months. You are its home centre.',
      about.phone === ''
        ? 'Ask the group who looks after it now.'
        : `Ask the group who looks after it now: ${about.phone}.`,
      'If it is somebody new, give them the page here, after two checks:',
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
