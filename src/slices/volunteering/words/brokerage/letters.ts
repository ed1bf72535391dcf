/** Roles, groups and days; never who asked, nor what they said. */
function letter(subject: string, ...paragraphs: readonly string[]): { subject: string; text: string } {
  return { subject, text: paragraphs.filter((one) => one !== '').join('\n\n') };
}

interface About {
  readonly what: string;
  readonly link: string;
}

type Others = { readonly others: string };

export const enquiryLetters = {
  /** The holding reply: at once, with the name of who has to answer and until when. */
  holding: ({ what, link, who, until, stopLink }: About & { who: string; until: string; stopLink: string }) =>
    letter(
      `We have your question about ${what}`,
      until === ''
        ? ''
        : `${who} has until ${until} to reply. If nobody does, we tell you, and look for others with you.`,
      `How far it is, and how to stop it: ${link}`,
      stopLink === '' ? '' : `What we wrote down of you, and how to take it back: ${stopLink}`,
    ),

  arrived: ({ what, link, until }: About & { until: string }) =>
    letter(
      `Somebody asks about ${what}`,
      `It was promised that you answer by ${until}.`,
      `Sign in to read it: ${link}`,
    ),

  introduced: ({ what, link, until }: About & { until: string }) =>
    letter(
      `Somebody would like to volunteer: ${what}`,
      `They agreed that you may have their name and how to reach them. You have until ${until} to answer.`,
      `Sign in to read it: ${link}`,
    ),

  consentAsked: ({ what, group, link }: About & { group: string }) =>
    letter(
      `May ${group} have your name?`,
      `Your volunteer centre thinks that “${what}” could suit you. Nothing is sent unless you agree.`,
      `Read what would be sent, and say yes or no: ${link}`,
    ),

  moved: ({ what, state, link }: About & { state: string }) =>
    letter(`${what}: ${state}`, `How far it is, and whose turn it is: ${link}`),

  started: ({ what, group, day, meet, link }: About & { group: string; day: string; meet: string }) =>
    letter(
      `You start on ${day}: ${what}`,
      `${meet} of ${group} meets you. Is it not right for you after all? One press is enough: ${link}`,
    ),

  late: ({ what, group, link, others }: About & Others & { group: string }) =>
    letter(
      `We are sorry: no answer yet about ${what}`,
      `${group} has not answered in the time that was promised. Your volunteer centre sees to it now.`,
      'You need not wait. Here is what is like it:',
      others,
      `How far it is: ${link}`,
    ),

  over: ({ what, reason, link, others }: About & Others & { reason: string }) =>
    letter(
      `${what}: this has come to an end`,
      `${reason}.`,
      others === '' ? '' : 'Here is what is like it:',
      others,
      `What happened: ${link}`,
    ),

  stoppedForGroup: ({ what, link }: About) =>
    letter(
      `Somebody has stopped: ${what}`,
      'They no longer want you to have their details. What was kept here is gone.',
      'Let go of what you wrote down elsewhere, and say so in your inbox.',
      link,
    ),

  permission: ({ what, group, link }: About & { group: string }) =>
    letter(
      'Somebody in your care would like to volunteer',
      `They are under 18 and asked about “${what}” with ${group}. They gave us your address as their parent or guardian.`,
      `Nothing happens before you say yes or no: ${link}`,
      'The link shows this one question only. If it is not for you, do nothing.',
    ),

  followUp: ({ what, link }: About) =>
    letter(
      `Six weeks of ${what}: how is it?`,
      'One press is enough, and you can say that it is not right for you.',
      link,
    ),
};
