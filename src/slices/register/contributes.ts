import type { Contribution, Recorded } from '../../platform/contributions.ts';
import type { Db, Tx } from '../../platform/db/open.ts';
import { remind } from '../loops/door.ts';
import { network } from '../network/door.ts';
import { settingsChanged } from '../network/events.ts';
import { inviteAppointed } from './actions/appoint.ts';
import { ageRecords, askForCheck } from './actions/check.ts';
import { closingAccount } from './actions/closing-account.ts';
import { pageDuty } from './actions/duty.ts';
import { keepHubAlike } from './actions/hub.ts';
import { judgeHeld } from './actions/keeping.ts';
import { endLeavings } from './actions/leave.ts';
import { dataLeadOf, onLadder, overseerOf, ownerAt } from './actions/owner.ts';
import { remindQuietAdmin, tellCentreOfQuiet } from './actions/quiet.ts';
import { letIn } from './actions/recovery.ts';
import { retain } from './actions/retain.ts';
import { importUndone, organisationsImported, servicesImported, wholeRecord } from './events.ts';
import { claimLetters } from './jobs/claim-letters.ts';
import { keepingLetters } from './jobs/keeping-letters.ts';
import { registrationLetters } from './jobs/letters.ts';
import { quietLetters } from './jobs/quiet-letters.ts';
import { secondKeyLetters } from './jobs/second-key-letters.ts';
import { trustLetters } from './jobs/trust-letters.ts';
import { turnoverLetters } from './jobs/turnover-letters.ts';
import { uses } from './lists/uses.ts';
import { tour } from './pages/tour.ts';
import { canAnswerAppeal, canKeepFor, canKeepRecordsFor } from './permits/keeping.ts';
import { canAnswerRegistration } from './permits.ts';
import { nextAppointment } from './queries/appointments.ts';
import { checksDue } from './queries/checks-due.ts';
import { held } from './queries/held.ts';
import { heldRows, lateCheckRows, waitingRegistrations } from './queries/hub.ts';
import { nextFreshness } from './queries/keeping.ts';
import { nextLeaving } from './queries/leaving.ts';
import { news } from './queries/news.ts';
import { counts, namesOf } from './queries/organisation.ts';
import { owned } from './queries/owned.ts';
import { offers, ownOrganisations, ownRegistrations } from './queries/panels.ts';
import { positionsOf } from './queries/people.ts';
import {
  describeAppeals,
  describeBelongings,
  describeClaims,
  describeRegistrations,
  describeStuck,
  describeSuggestions,
} from './queries/promises.ts';
import { quietRows } from './queries/quiet.ts';
import { nextRecovery, ownRecoveries } from './queries/recovery.ts';
import { relatives } from './queries/relatives.ts';
import { coveredAreas, setUpCentres } from './queries/setting-up.ts';
import { standing } from './queries/standing.ts';
import { notLiveYet, trustOf } from './queries/trust-panels.ts';
import { describeLooks } from './queries/trusting.ts';
import { centresStand, coverStands } from './rules/setting-up.ts';
import { organisations, services, settingUp } from './urls.ts';

export const contributes: Contribution = {
  slice: 'register',
  uses,
  positionsOf,
  ladder: onLadder,
  bodies: { namesOf, keeperOf: ownerAt, dataLeadOf, overseerOf },
  standing,
  footLine,
  subscribers: [{ events: [settingsChanged.name], hear: keepHubAlike }],
  news,
  messages: [
    ...registrationLetters,
    ...keepingLetters,
    ...claimLetters,
    ...secondKeyLetters,
    ...turnoverLetters,
    ...quietLetters,
    ...trustLetters,
  ],
  loopKinds: [
    {
      kind: 'registration',
      label: 'Registration',
      mayAnswer: canAnswerRegistration,
      describe: describeRegistrations,
    },
    { kind: 'claim', label: 'Claim', mayAnswer: canKeepFor, describe: describeClaims },
    {
      kind: 'suggested-change',
      label: 'Suggested change',
      mayAnswer: canKeepRecordsFor,
      describe: describeSuggestions,
    },
    {
      kind: 'nobody-takes-over',
      label: 'Nobody takes over',
      mayAnswer: canKeepFor,
      describe: describeStuck,
    },
    { kind: 'belonging', label: 'Part of', mayAnswer: canKeepRecordsFor, describe: describeBelongings },
    { kind: 'first-look', label: 'New service', mayAnswer: canKeepFor, describe: describeLooks },
    { kind: 'appeal', label: 'Appeal', mayAnswer: canAnswerAppeal, describe: describeAppeals },
  ],
  duties: [pageDuty],
  due: [
    { name: 'records to be checked', next: nextFreshness, run: ageRecords },
    { name: 'last days', next: nextLeaving, run: endLeavings },
    { name: 'appointments', next: nextAppointment, run: inviteAppointed },
    { name: 'people let back in', next: nextRecovery, run: letIn },
  ],
  queues: [
    {
      name: 'registrations',
      label: 'Registrations that wait',
      next: 'When one is late, ring the centre.',
      read: waitingRegistrations,
      moves: [{ name: 'remind', label: 'Remind them', done: 'Reminded', daysAway: 1, make: remind }],
    },
    {
      name: 'held',
      label: 'Held back',
      next: 'These look as if no person had sent them. Let through what is right; nobody is told of spam.',
      read: heldRows,
      moves: [
        {
          ...{ name: 'let-through', label: 'Let it through', done: 'Let through', daysAway: 1 },
          make: (ctx, id) => judgeHeld(ctx, id, 'waiting'),
        },
        {
          ...{ name: 'spam', label: 'It is spam', done: 'Called spam', daysAway: 1 },
          make: (ctx, id) => judgeHeld(ctx, id, 'spam'),
        },
      ],
    },
    {
      name: 'late-checks',
      label: 'Records not checked',
      next: 'They were asked when the time was up. Ask once more, or ring them.',
      read: lateCheckRows,
      moves: [{ name: 'ask', label: 'Ask them again', done: 'Asked again', daysAway: 7, make: askForCheck }],
    },
    {
      name: 'quiet',
      label: 'One person, long not seen',
      next: 'When that person is gone, nobody runs the page. Write to them first; then ask the home centre.',
      read: quietRows,
      moves: [
        {
          ...{ name: 'remind', label: 'Write to them', done: 'Written to', daysAway: 14 },
          make: remindQuietAdmin,
        },
        {
          ...{ name: 'appoint', label: 'Ask the home centre', done: 'Home centre asked', daysAway: 30 },
          make: tellCentreOfQuiet,
        },
      ],
    },
  ],
  documents: [
    {
      kind: 'organisation',
      label: 'Group',
      plural: 'Groups',
      view: 'register.search_document',
      placesView: 'register.search_place',
      touchedBy: [...wholeRecord, organisationsImported.name, servicesImported.name, importUndone.name],
      touched,
      url: organisations.one,
    },
    {
      kind: 'service',
      label: 'Service',
      plural: 'Services',
      view: 'register.search_document',
      placesView: 'register.search_place',
      // The documents of a record are made again together, so the first source does it for both.
      touchedBy: [],
      touched: () => Promise.resolve([]),
      url: services.one,
    },
  ],
  tour,
  setup: [
    {
      ...{
        name: 'centres',
        place: 40,
        label: 'Centres and their people',
        url: settingUp.centres(),
        needed: true,
      },
      read: (ctx) => ctx.db.read(async (db) => centresStand(await setUpCentres(db, ctx.machineNow))),
    },
    {
      ...{ name: 'cover', place: 50, label: 'Cover of boroughs', url: settingUp.cover(), needed: false },
      read: async (ctx) => coverStands(await coveredAreas(ctx.db.open)),
    },
  ],
  leaving: [closingAccount],
  tenMinutes: [checksDue],
  panels: [
    { title: 'Somebody says that you lost a key', read: ownRecoveries },
    offers,
    ownOrganisations,
    ownRegistrations,
  ],
  organisationPanels: [notLiveYet, trustOf],
  heldAbout: held,
  ownedBy: owned,
  retain,
};

/**
 * The organisations and all their services: a changed name or place changes what each of them says. A branch is found with
 * the body it is part of, so that one says something new, too.
 */
async function touched(tx: Tx, event: Recorded): Promise<string[]> {
  const { organisationIds, serviceIds, organisationId } = event.payload;
  const [holders, named] = [organisationIds, serviceIds].map((ids) =>
    Array.isArray(ids) ? ids.map(String) : [],
  );
  const ids = [...(holders ?? []), ...(organisationId === undefined ? [] : [String(organisationId)])];
  if (ids.length === 0) return named ?? [];
  return [...ids, ...(named ?? []), ...(await relatives(tx, ids))];
}

async function footLine(db: Db): Promise<string> {
  const { centres: centreCount, groups } = await counts(db);
  if (centreCount === 0) return 'This network is being set up.';
  const { centreWord, centresWord } = await network(db);
  return `Run by ${centreCount} ${centreCount === 1 ? centreWord : centresWord} and ${groups} groups, for everyone who lives here.`;
}
