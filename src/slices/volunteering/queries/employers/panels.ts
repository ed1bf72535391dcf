import type { HeldAbout, OrganisationPanel, OwnedBy } from '../../../../platform/contributions.ts';
import { hasPositionAt } from '../../../../platform/permit.ts';
import { canAskForDay, canHost } from '../../permits/employers.ts';
import { employerDays } from '../../urls/employers.ts';

export const employerPanel: OrganisationPanel = {
  title: 'A day for a team',
  read(ctx, about) {
    const { actor } = ctx;
    const list = { label: 'Days that employers ask for', href: employerDays.all(), note: '' };
    if (canAskForDay(actor, about)) {
      const ask = { label: 'Ask for a day', href: employerDays.newAt(about.id), note: 'For your people' };
      return Promise.resolve([ask, list]);
    }
    const isHost = ['group', 'informal', 'national'].includes(about.kind);
    const isKept = isHost && canHost(actor, { id: about.id, homeCentreId: null });
    const isCentre = about.kind === 'centre' && hasPositionAt(actor, about.id, ['admin', 'worker']);
    return Promise.resolve(isKept || isCentre ? [list] : []);
  },
};

export const heldByEmployerDays: readonly HeldAbout[] = [
  {
    table: 'volunteering.employer_request',
    keys: ['made_by'],
    label: 'Days you asked for, for an employer',
    read: (db, { id }) =>
      db
        .selectFrom('volunteering.employer_request')
        .select(['title', 'on_day', 'state', 'made_at'])
        .where('made_by', '=', id)
        .orderBy('made_at')
        .execute(),
  },
  {
    table: 'volunteering.employer_offer',
    keys: ['made_by', 'risk_checked_by'],
    label: 'Places you offered for an employer’s day, and risks you looked at',
    read: (db, { id }) =>
      db
        .selectFrom('volunteering.employer_offer')
        .select(['places', 'words', 'risk_words', 'risk_checked_at', 'made_at'])
        .where((row) => row.or([row('made_by', '=', id), row('risk_checked_by', '=', id)]))
        .orderBy('made_at')
        .execute(),
  },
];

export const ownedByEmployerDays: readonly OwnedBy[] = [
  {
    keys: ['volunteering.employer_request.organisation_id'],
    file: 'employer-days',
    label: 'Days you asked for',
    read: (db, organisationId) =>
      db
        .selectFrom('volunteering.employer_request')
        .select([
          'id',
          'title',
          'words',
          'size',
          'on_day',
          'budget_pence',
          'state',
          'state_reason',
          'owed_pence',
        ])
        .where('organisation_id', '=', organisationId)
        .orderBy('made_at')
        .execute(),
  },
  {
    keys: ['volunteering.employer_offer.organisation_id'],
    file: 'employer-places',
    label: 'Places you offered for days of employers',
    read: (db, organisationId) =>
      db
        .selectFrom('volunteering.employer_offer')
        .select(['id', 'request_id', 'places', 'cost_each_pence', 'words', 'risk_words', 'risk_checked_at'])
        .select(['agreed_places', 'state', 'state_reason', 'host_useful', 'host_words', 'made_at'])
        .where('organisation_id', '=', organisationId)
        .orderBy('made_at')
        .execute(),
  },
];
