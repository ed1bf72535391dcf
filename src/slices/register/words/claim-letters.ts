import { letter } from './letters.ts';

/** Messages about whose a record is. What somebody wrote about a person is read on the page, not in the mail. */
export const claimWords = {
  prove: (about: { organisation: string; person: string; link: string }) =>
    letter(
      `Does ${about.person || 'this person'} belong to ${about.organisation}?`,
      `${about.person || 'Somebody'} asks to look after the page of ${about.organisation} in the directory. Its address there is this mailbox, so we ask you.`,
      'If that is right, open this page and press the button. It is good for seven days:',
      about.link,
      'If you do not know them, do nothing, or ring the number on the page.',
    ),

  contested: (about: { organisation: string; link: string }) =>
    letter(
      `Somebody says: ${about.organisation} is ours`,
      'You look after its page already. If they do not belong to you, say so here; its home centre reads it first:',
      about.link,
    ),

  proved: (about: { organisation: string; link: string }) =>
    letter(
      `A claim of ${about.organisation} is proved`,
      'The link to the address on the record was used. Your yes is all that is missing:',
      about.link,
    ),

  declined: (about: { organisation: string; reason: string; link: string }) =>
    letter(
      `About your claim of ${about.organisation}`,
      'The centre could not make sure that the record is yours.',
      `In its words: “${about.reason}”`,
      `If that is a mistake, ring it, or ask the hub to look again: ${about.link}`,
    ),

  appealed: (about: { organisation: string; link: string }) =>
    letter(
      `Somebody asks the hub to look again: ${about.organisation}`,
      'Its home centre said no to a claim of the record. Your answer is final.',
      about.link,
    ),

  belongs: (about: { part: string; whole: string; link: string }) =>
    letter(
      `Is ${about.part} part of ${about.whole}?`,
      'The other side says so. Say yes or no here:',
      about.link,
    ),

  belongsAnswered: (about: { part: string; whole: string; yes: boolean; reason: string; link: string }) =>
    letter(
      about.yes
        ? `${about.part} is now part of ${about.whole}`
        : `${about.part} is not part of ${about.whole}`,
      about.yes ? 'The other side has said yes.' : 'The other side has said no.',
      about.reason === '' ? undefined : `In their words: “${about.reason}”`,
      about.link,
    ),
};
