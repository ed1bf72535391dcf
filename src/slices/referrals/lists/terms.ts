/** The network’s own sharing terms. Who accepts them may refer to, and take referrals from, all who accepted them. */
export const termsVersion = 1;

export const terms: readonly { title: string; text: string }[] = [
  {
    title: 'Who',
    text: 'Every organisation that accepts these terms. Each answers by itself for what it does with what it was given.',
  },
  {
    title: 'What for',
    text: 'Only to help the person it is about, with what they asked for. Not for mailings, not for other work.',
  },
  {
    title: 'What',
    text: 'A name, ways to reach them, what they need and what matters to them. No more than the service needs.',
  },
  {
    title: 'On which ground',
    text:
      'The person agrees, and the record says when and in which words. Public bodies may rely on their task, and ' +
      'anybody on the safety of somebody at risk; then the reason is written down.',
  },
  {
    title: 'Who may see it',
    text:
      'Your admins, workers and link workers, each with a sign-in and a second key of their own. Every look is noted, ' +
      'and the person can see it.',
  },
  {
    title: 'How long',
    text: 'Until it ended and twelve months after. Then only dates stay.',
  },
  {
    title: 'When somebody changes their mind',
    text: 'It stops at once. You let go of what you wrote down elsewhere within five working days, and say so here.',
  },
  {
    title: 'When something goes wrong',
    text: 'You tell the other side and the network’s data lead the same day.',
  },
];
