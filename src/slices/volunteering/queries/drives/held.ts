import type { HeldAbout, OrganisationPanel, OwnedBy, Panel } from '../../../../platform/contributions.ts';
import { canRunDrive } from '../../permits/drives.ts';
import { drives } from '../../urls/drives.ts';
import { roles } from '../../urls.ts';
import { suggestedTo } from './drives.ts';

export const heldByDrives: readonly HeldAbout[] = [
  {
    table: 'volunteering.drive',
    keys: ['made_by'],
    label: 'Fairs and days you made for a centre',
    read: (db, { id }) =>
      db
        .selectFrom('volunteering.drive')
        .select(['title', 'on_day', 'made_at'])
        .where('made_by', '=', id)
        .orderBy('made_at')
        .execute(),
  },
  {
    table: 'volunteering.drive_entry',
    keys: ['person_id'],
    label: 'Fairs and days you take part in',
    read: (db, { id }) =>
      db
        .selectFrom('volunteering.drive_entry')
        .innerJoin('volunteering.drive', 'volunteering.drive.id', 'drive_id')
        .select(['title', 'on_day', 'number', 'wishes', 'volunteering.drive_entry.suggested_at'])
        .where('person_id', '=', id)
        .orderBy('volunteering.drive_entry.made_at')
        .execute(),
  },
];

export const ownedByDrives: OwnedBy = {
  keys: ['volunteering.drive.centre_id'],
  file: 'volunteering-days',
  label: 'Your fairs and days, without the people who took part',
  read: (db, organisationId) =>
    db
      .selectFrom('volunteering.drive')
      .select(['id', 'title', 'words', 'on_day', 'proposed_at', 'suggested_at', 'made_at'])
      .where('centre_id', '=', organisationId)
      .orderBy('made_at')
      .execute(),
};

/** What a centre suggested, on somebody’s own page. */
export const suggestedPanel: Panel = {
  title: 'Suggested to you',
  async read(ctx) {
    const { personId } = ctx.actor;
    if (personId === undefined) return [];
    const rows = await ctx.db.read((db) => suggestedTo(db, personId));
    return rows.map(({ id, title, drive }) => ({ label: title, href: roles.one(id, title), note: drive }));
  },
};

export const drivesPanel: OrganisationPanel = {
  title: 'Fairs and days',
  read: (ctx, about) =>
    Promise.resolve(
      about.kind === 'centre' && canRunDrive(ctx.actor, about.id)
        ? [{ label: 'Bring many people and roles together', href: drives.at(about.id), note: 'By numbers' }]
        : [],
    ),
};
