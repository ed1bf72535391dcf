import { letter } from './letters.ts';

/** What is told about first looks and about trust. */
export const trustWords = {
  asked: (about: { organisation: string; service: string; until: string; link: string }) =>
    letter(
      `${about.organisation} would like to offer: ${about.service}`,
      `It waits for your first look, which was promised by ${about.until}.`,
      about.link,
    ),

  accepted: (about: { organisation: string; service: string; link: string }) =>
    letter(
      `${about.service} is now in the directory`,
      `Your home centre has looked at it. Anyone can now find it: ${about.link}`,
    ),

  returned: (about: { organisation: string; service: string; reason: string; link: string }) =>
    letter(
      `Something to put right: ${about.service}`,
      'Your home centre would like it to go live, and asks you to put one thing right first:',
      `“${about.reason}”`,
      `Change it and save; it then goes back to them: ${about.link}`,
    ),

  trusted: (about: { organisation: string; reason: string; link: string }) =>
    letter(
      `What ${about.organisation} adds goes live at once`,
      'Your home centre trusts you: it no longer looks at each thing you offer before others see it.',
      `In their words: “${about.reason}”`,
      about.link,
    ),

  notTrusted: (about: { organisation: string; reason: string; link: string }) =>
    letter(
      `What ${about.organisation} adds is looked at first`,
      'Your home centre looks at each new thing you offer before others see it. What is there stays there.',
      `In their words: “${about.reason}”`,
      about.link,
    ),
};
