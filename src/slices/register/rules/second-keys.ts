import { csvLine, guarded } from '../../../platform/csv.ts';

interface Proved {
  name: string;
  email: string;
  role: string;
  fromAt: Date;
  passkeys: number;
  passkeySince: Date | null;
  authenticatorSince: Date | null;
}

/** What an assessor asks for: who has a place, which second key since when, and since when all need one. */
export function proofOf(
  people: readonly Proved[],
  about: { organisation: string; since: Date | undefined; at: Date },
): string {
  const head = [
    ...['organisation', 'name', 'email', 'position', 'position_since', 'passkeys', 'passkey_since'],
    ...['authenticator_since', 'required_of_all_since', 'listed_at'],
  ];
  const lines = people.map((one) => [
    about.organisation,
    one.name,
    one.email,
    one.role,
    moment(one.fromAt),
    String(one.passkeys),
    moment(one.passkeySince),
    moment(one.authenticatorSince),
    moment(about.since),
    moment(about.at),
  ]);
  return [head, ...lines].map((line) => csvLine(line.map(guarded))).join('');
}

function moment(at: Date | null | undefined): string {
  return at ? at.toISOString() : '';
}
