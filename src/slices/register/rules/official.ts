import { type OfficialRecord, registerNames } from '../words/official.ts';
import type { Answers } from '../words/registration.ts';
import { coreName } from './candidates.ts';

/** In which charity registers a number can stand: Scotland’s has SC in front, the others are figures alone. */
export function officialKeys(typed: string): { scheme: string; number: string }[] {
  const number = typed.toUpperCase().replace(/\s+/g, '');
  if (/^SC\d{6}$/.test(number)) return [{ scheme: 'GB-SC', number }];
  const north = /^(?:NIC?)(\d{6})$/.exec(number)?.[1];
  if (north) return [{ scheme: 'GB-NIC', number: north }];
  if (!/^\d{5,7}$/.test(number)) return [];
  const england = { scheme: 'GB-CHC', number };
  return /^1\d{5}$/.test(number) ? [england, { scheme: 'GB-NIC', number }] : [england];
}

/** What the register says of the number somebody typed, in sentences; `warns` when it does not fit. */
export interface OfficialWords {
  warns: boolean;
  title: string;
  text: string;
}

export interface Looked {
  answers: Answers;
  record: OfficialRecord | undefined;
  /** Registers that could hold the number and were read. */
  read: readonly string[];
  dayWords: (day: string) => string;
  /** For whoever answers the registration, not for whoever writes it. */
  toCentre?: boolean;
}

export function officialWords({
  answers,
  record,
  read,
  dayWords,
  toCentre,
}: Looked): OfficialWords | undefined {
  const number = String(answers.register_number ?? '').trim();
  if (!record) {
    const isCharity = ['charity', 'cio'].includes(String(answers.legal_form ?? ''));
    if (!isCharity || read.length === 0) return undefined;
    return {
      warns: true,
      title: `We do not find the number ${number}`,
      text: toCentre
        ? 'No charity has it in the register as we hold it. Ask them for it, or look there yourself.'
        : 'No charity has it in the register as we hold it. Look whether it is typed right; if you are new there, go on.',
    };
  }
  const where = registerNames[record.scheme] ?? 'the register';
  if (record.isRemoved) {
    const when = record.removedOn ? ` on ${dayWords(record.removedOn)}` : '';
    return {
      warns: true,
      title: `“${record.name}” was removed from the register${when}`,
      text: toCentre
        ? `So says ${where} of the number ${number}. Ask whether they have a new one.`
        : `So says ${where} of the number ${number}. If you have a new number, write that one. Nothing was filled in.`,
    };
  }
  const name = String(answers.name ?? '');
  if (name !== '' && !isLike(name, record.name)) {
    return {
      warns: true,
      title: `${number} is “${record.name}”`,
      text: toCentre
        ? `So says ${where}, and they wrote “${name}”. Ask which of them is right.`
        : `So says ${where}, and you wrote “${name}”. Is the number right? If you are better known by your name, go on.`,
    };
  }
  if (toCentre)
    return { warns: false, title: `Registered as “${record.name}”`, text: `So says ${where} of ${number}.` };
  return {
    warns: false,
    title: `We found you: “${record.name}”`,
    text: `What ${where} says stands in the form where it was empty. Put right what is no longer so.`,
  };
}

/** Fields of the form that the register can fill in, where nothing was typed. */
export function officialAnswers(answers: Answers, record: OfficialRecord): Answers {
  if (record.isRemoved) return {};
  const name = String(answers.name ?? '');
  if (name !== '' && !isLike(name, record.name)) return {};
  const said: Answers = {
    name: record.name,
    kind: 'group',
    legal_form: record.legalForm === 'cio' ? 'cio' : 'charity',
    postcode: record.postcode,
    address: record.address,
    website: record.website,
    description: record.activities,
  };
  return Object.fromEntries(
    Object.entries(said).filter(([field, value]) => value !== '' && String(answers[field] ?? '') === ''),
  );
}

/** One name holds all telling words of the other. */
function isLike(typed: string, official: string): boolean {
  const [one, other] = [typed, official].map((name) => new Set(coreName(name).split(' ')));
  if (!one || !other) return false;
  return [...one].every((word) => other.has(word)) || [...other].every((word) => one.has(word));
}
