interface LetterWords {
  subject: string;
  text: string;
}

function letter(subject: string, ...paragraphs: readonly string[]): LetterWords {
  return { subject, text: paragraphs.filter((one) => one !== '').join('\n\n') };
}

interface AboutRole {
  readonly role: string;
  readonly link: string;
}

/** What is told about volunteering roles. Names of roles and groups, and answers meant for the group. */
export const roleLetters = {
  asked: (about: AboutRole & { organisation: string; until: string }) =>
    letter(
      `${about.organisation} looks for volunteers: ${about.role}`,
      `The role waits for your look, which was promised by ${about.until}.`,
      about.link,
    ),

  accepted: (about: AboutRole) =>
    letter(
      `${about.role} is live`,
      `Your home centre has looked at the role. Anyone can now find it: ${about.link}`,
    ),

  returned: (about: AboutRole & { reason: string }) =>
    letter(
      `Something to put right: ${about.role}`,
      'Your home centre would like the role to go live, and asks you to put one thing right first:',
      `“${about.reason}”`,
      `Change it and press “Post it”; it then goes back to them: ${about.link}`,
    ),

  pulled: (about: AboutRole & { reason: string }) =>
    letter(
      `${about.role} was taken off`,
      'Nobody finds the role for now. In the words of whoever took it off:',
      `“${about.reason}”`,
      `Put it right and press “Post it”; your home centre then looks at it: ${about.link}`,
    ),

  expiring: (about: AboutRole & { until: string }) =>
    letter(
      `${about.role} ends on ${about.until}`,
      'After that day nobody finds the role.',
      `Do you still look for somebody? Write a later day: ${about.link}`,
    ),
};
