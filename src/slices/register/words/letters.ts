export interface LetterWords {
  subject: string;
  text: string;
}

export function letter(subject: string, ...paragraphs: readonly (string | undefined)[]): LetterWords {
  return { subject, text: paragraphs.filter((one) => one !== undefined && one !== '').join('\n\n') };
}

/** Every message of the register, in words. Nothing anybody typed but names of organisations and answers meant for it. */
export const letters = {
  proof: (about: { code: string; network: string }) =>
    letter(
      `${about.code} is your code for ${about.network}`,
      `Your code is ${about.code}. Type it on the page where you asked for it.`,
      'It shows that a person wrote to us, and is good for two hours. If you did not ask for it, do nothing.',
    ),

  invited: (about: { organisation: string; link: string }) =>
    letter(
      `You are invited to ${about.organisation}`,
      `Somebody at ${about.organisation} would like you to look after its page with them.`,
      'Open this page, sign in with this e-mail address, and press the button:',
      about.link,
      'The invitation is good for seven days. If you do not know them, do nothing.',
    ),

  received: (about: {
    organisation: string;
    home: string;
    phone: string;
    until: string;
    centres: number;
    link: string;
  }) =>
    letter(
      `We have your registration of ${about.organisation}`,
      `${about.home} looks after it, and rings or writes by ${about.until}.`,
      about.centres > 1
        ? `All ${about.centres} centres you ticked have the same form. You do not need to register again.`
        : 'You do not need to register again anywhere else in the network.',
      `See how it stands: ${about.link}`,
      `Any question: ring ${about.phone}.`,
    ),

  arrived: (about: { organisation: string; centre: string; until: string; home: boolean; link: string }) =>
    letter(
      `New registration: ${about.organisation}`,
      about.home
        ? `${about.centre} is its home centre: your yes makes its page public.`
        : `It works in your area, too. Say what ${about.centre} can do for it.`,
      `It was promised an answer by ${about.until}.`,
      about.link,
    ),

  published: (about: { organisation: string; centre: string; link: string }) =>
    letter(
      `${about.organisation} is now in the directory`,
      `${about.centre} has said yes. Anyone can now find your page:`,
      about.link,
      'We ask you twice a year whether it is still right. One press answers.',
    ),

  answered: (about: { organisation: string; centre: string; answer: string; reason: string; link: string }) =>
    letter(
      `${about.centre} has answered about ${about.organisation}`,
      about.answer === 'accepted'
        ? `${about.centre} will be glad to help you, too.`
        : `${about.centre} says that it is not the right centre for you. Your page does not depend on it.`,
      about.reason === '' ? undefined : `In its words: “${about.reason}”`,
      about.link,
    ),

  asked: (about: { organisation: string; centre: string; asked: string; link: string }) =>
    letter(
      `${about.centre} asks about ${about.organisation}`,
      `Before it can answer, ${about.centre} would like to know:`,
      `“${about.asked}”`,
      `Answer here: ${about.link}`,
    ),

  told: (about: { organisation: string; centre: string; until: string; link: string }) =>
    letter(
      `${about.organisation} has answered ${about.centre}`,
      `It is your turn again, until ${about.until}.`,
      about.link,
    ),

  returned: (about: { organisation: string; centre: string; reason: string; link: string }) =>
    letter(
      `Something to put right for ${about.organisation}`,
      `${about.centre} would like to say yes, and asks you to put one thing right first:`,
      `“${about.reason}”`,
      `Change it, then send it again: ${about.link}`,
    ),

  refused: (about: {
    organisation: string;
    centre: string;
    reason: string;
    hubPhone: string;
    link: string;
  }) =>
    letter(
      `${about.centre} has said no to ${about.organisation}`,
      `Its reason: “${about.reason}”`,
      `You may ask the hub to look again, on this page${about.hubPhone && ` or by ringing ${about.hubPhone}`}:`,
      about.link,
    ),

  refusedElsewhere: (about: { organisation: string; centre: string; reason: string }) =>
    letter(
      `${about.organisation} was refused by ${about.centre}`,
      `Its home centre has refused this registration, so you need not answer it. The reason: “${about.reason}”`,
    ),

  check: (about: { organisation: string; state: string; services: number; link: string }) =>
    letter(
      about.state === 'due'
        ? `Is ${about.organisation} still right?`
        : `${about.organisation} may be out of date`,
      checkLine(about),
      `Look at it and press one button: ${about.link}`,
      'If something has changed, you can put it right on the same page.',
    ),

  checkLate: (about: { organisation: string; centre: string; link: string }) =>
    letter(
      `${about.organisation} has left the search results`,
      `Nobody has said for a year that its page is still right, so people no longer find it.`,
      `${about.centre} is its home centre. A call may be all it takes: ${about.link}`,
    ),

  claimed: (about: { organisation: string; link: string }) =>
    letter(
      `Somebody says: ${about.organisation} is ours`,
      'Check by a call to the number you know, or by their own e-mail domain. Then say yes or no here:',
      about.link,
    ),

  claimAccepted: (about: { organisation: string; link: string }) =>
    letter(
      `You now look after ${about.organisation}`,
      'The centre has checked, and the page is yours to keep right.',
      about.link,
    ),

  suggested: (about: { organisation: string; link: string }) =>
    letter(
      `Somebody says: something is wrong at ${about.organisation}`,
      'Look at what they wrote, and put it right or say why not:',
      about.link,
    ),

  suggestionAnswered: (about: { organisation: string; answer: string; reason: string; link: string }) =>
    letter(
      `What became of your word about ${about.organisation}`,
      answerLine(about.answer),
      about.reason === '' ? undefined : `In their words: “${about.reason}”`,
      about.link,
    ),

  appealed: (about: { organisation: string; link: string }) =>
    letter(
      `${about.organisation} asks the hub to look again`,
      'Its home centre had refused it. Your answer is final.',
      about.link,
    ),

  recoveryOwn: (about: { organisation: string; agreed: boolean; newEmail: string | null; link: string }) =>
    letter(
      about.agreed ? 'In three days your account is opened anew' : 'Somebody says that you lost a key',
      about.newEmail
        ? `People at ${about.organisation} say that you no longer read this mailbox, and that codes should go to ${about.newEmail}.`
        : `People at ${about.organisation} say that you lost your second key, and that your mailbox alone should open your account until you set up another.`,
      about.agreed
        ? 'Two of them made sure. It happens in three days.'
        : 'A second one has to make sure, and then three days pass.',
      'If that is not so, open this page and press the button. It stops at once:',
      about.link,
    ),

  recoveryOthers: (about: { organisation: string; name: string; agreed: boolean }) =>
    letter(
      `${about.name} at ${about.organisation} is to be let back in`,
      about.agreed
        ? `Two people made sure that ${about.name} lost a key or a mailbox. It is opened anew in three days.`
        : `Somebody made sure that ${about.name} lost a key or a mailbox. A second one has to, too.`,
      'Is that wrong? Tell somebody who runs its page, or ring the hub, before that.',
    ),

  recoverySecond: (about: { organisation: string; name: string; link: string }) =>
    letter(
      `Make sure that ${about.name} lost a key`,
      `One person at ${about.organisation} made sure that ${about.name} lost a key or a mailbox. A second one has to.`,
      'Ring or meet the person yourself, not by an address or a number that came with the wish. Then say so here:',
      about.link,
    ),

  secondKeyRule: (about: { organisation: string; link: string }) =>
    letter(
      `${about.organisation} asks for a second key from now on`,
      `From today your place at ${about.organisation} opens only with a passkey or with the code of an app.`,
      'It is set up once and takes a minute:',
      about.link,
      'You may have one already; then there is nothing to do.',
    ),

  appealAnswered: (about: { organisation: string; upheld: boolean; reason: string; link: string }) =>
    letter(
      `The hub has answered about ${about.organisation}`,
      about.upheld ? 'The home centre has to look at it once more.' : 'The refusal stands.',
      `“${about.reason}”`,
      about.link,
    ),
};

function checkLine(about: { state: string; services: number }): string {
  const what = about.services > 1 ? `your page and ${about.services} things you offer` : 'your page';
  if (about.state === 'due') return `It is half a year since somebody said that ${what} is right.`;
  if (about.state === 'old') return `People now read “may be out of date” beside ${what}.`;
  return `For a year nobody has said that ${what} is right, so people no longer find it.`;
}

function answerLine(answer: string): string {
  if (answer === 'done') return 'Thank you. It has been put right.';
  if (answer === 'partly') return 'Thank you. Some of it has been taken over, the rest stays as it is.';
  return 'They have looked at it and left it as it is.';
}
