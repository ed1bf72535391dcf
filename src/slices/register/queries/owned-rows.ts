import type { RawBuilder } from 'kysely';
import type { OwnedBy } from '../../../platform/contributions.ts';
import type { Db } from '../../../platform/db/open.ts';
import { personsByIds } from '../../people/door.ts';

const ofPerson = /_person$/;

/** The rows of one question. A column `changed_by_person` holds a person’s id; a name that the reader sees takes its place. */
export function rows(text: (organisationId: string) => RawBuilder<object>): OwnedBy['read'] {
  return async (db: Db, organisationId: string) => {
    const found = (await text(organisationId).execute(db)).rows.map((row) => Object.entries(row));
    const ids = found.flatMap((row) => row.filter(isPersonId).map(([, id]) => id));
    const names = new Map((await personsByIds(db, [...new Set(ids)])).map(({ id, name }) => [id, name]));
    return found.map((row) =>
      Object.fromEntries(
        row.map(([key, value]) =>
          ofPerson.test(key) ? [key.replace(ofPerson, ''), names.get(value) ?? ''] : [key, value],
        ),
      ),
    );
  };
}

function isPersonId(cell: [string, unknown]): cell is [string, string] {
  return ofPerson.test(cell[0]) && typeof cell[1] === 'string';
}
