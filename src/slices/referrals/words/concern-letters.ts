function letter(subject: string, ...paragraphs: readonly string[]): { subject: string; text: string } {
  return { subject, text: paragraphs.join('\n\n') };
}

/** Nothing about anybody: a code, and where to sign in. */
export const concernLetters = {
  raised: ({ code, link }: { code: string; link: string }) =>
    letter(
      `Somebody is worried about a person’s safety: ${code}`,
      'You are named as a safeguarding lead. Look at it today.',
      `Sign in to read it: ${link}`,
    ),

  asked: (link: string) =>
    letter(
      'A second person is needed',
      'A safeguarding lead of yours has to read something that is closed, and gives a reason. One more person has to say yes.',
      `Sign in to read the reason: ${link}`,
    ),

  opened: (code: string) =>
    letter(
      `Two people have opened what was closed: ${code}`,
      'For a worry about somebody’s safety, a lead may read a referral or a request of yours for one hour. A second person agreed.',
      'Who they were stands in the trail. If this is not right, ring the safeguarding lead of the hub.',
    ),
};
