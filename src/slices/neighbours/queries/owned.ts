import type { OwnedBy } from '../../../platform/contributions.ts';
import type { Db } from '../../../platform/db/open.ts';
import { sideWords } from '../rules/knowing.ts';
import { hellosOf, stopsOf } from './hellos.ts';
import { knowingOf } from './knowing.ts';

/** More than any group says in its life. */
const hellosAtMost = 100_000;

export const owned: readonly OwnedBy[] = [
  {
    keys: ['neighbours.hello.from_organisation_id', 'neighbours.hello.to_organisation_id'],
    file: 'hellos',
    label: 'Hellos you said and got, and the answers',
    read: hellos,
  },
  {
    keys: ['neighbours.saying.organisation_id', 'neighbours.saying.about_organisation_id'],
    file: 'neighbours',
    label: 'What you and other groups say of each other',
    read: sayings,
  },
  {
    keys: ['neighbours.stop.organisation_id'],
    file: 'hellos-you-stopped',
    label: 'From whom you take no hellos',
    read: stops,
  },
];

async function hellos(db: Db, organisationId: string): Promise<object[]> {
  const all = await hellosOf(db, organisationId, hellosAtMost);
  return all.map((one) => ({
    from: one.fromName,
    to: one.toName,
    words: one.words,
    said_at: one.saidAt,
    answer: one.answer ?? '',
    answered_at: one.answeredAt ?? null,
  }));
}

async function sayings(db: Db, organisationId: string): Promise<object[]> {
  const all = await knowingOf(db, organisationId);
  return all.map(({ name, ours, theirs }) => ({
    organisation: name,
    you: sideWords(ours, 'we'),
    they: sideWords(theirs, 'they'),
  }));
}

async function stops(db: Db, organisationId: string): Promise<object[]> {
  const { all, from } = await stopsOf(db, organisationId);
  return [...(all ? [{ from: 'everybody' }] : []), ...from.map(({ name }) => ({ from: name }))];
}
