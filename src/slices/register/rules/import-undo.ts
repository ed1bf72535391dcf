import type { ChangedGroup, Settled, StandingChange } from '../words/import-undo.ts';

const gone = 'It is not there any more.';
const since = 'Somebody, or a later list, changed it since.';

/**
 * What goes back to how it was, and what is kept and why. An organisation that somebody changed since is kept with all
 * that is its own; a service that somebody changed keeps the organisation that holds it.
 */
export function settle(group: ChangedGroup): Settled {
  const organisation = group.changes.find(({ kind }) => kind === 'organisation');
  const theirs = whyKeepAll(group, organisation);
  if (theirs !== undefined) return keepAll(group.changes, theirs);

  const services = group.changes
    .filter(({ kind }) => kind === 'service')
    .map((change) => ({
      change,
      reason: whyKeepService(change, group),
    }));
  const isServiceKept = services.some(({ reason }) => reason !== undefined);
  const holds = organisation?.isNew === true && (isServiceKept || group.otherServices > 0);
  const locations = group.changes
    .filter(({ kind }) => kind === 'location')
    .map((change) => ({
      change,
      reason: whyKeepPlace(change, holds || (change.isNew && isServiceKept)),
    }));
  const own = organisation
    ? [{ change: organisation, reason: holds ? 'A service of it is kept.' : undefined }]
    : [];
  const all = [...services, ...locations, ...own];
  return {
    undone: all.flatMap(({ change, reason }) => (reason === undefined ? [change] : [])),
    kept: all.flatMap(({ change, reason }) => (reason === undefined ? [] : [{ change, reason }])),
  };
}

function whyKeepAll(group: ChangedGroup, organisation: StandingChange | undefined): string | undefined {
  if (!organisation) return undefined;
  if (!organisation.isThere) return gone;
  if (!organisation.stands) return since;
  return organisation.isNew ? group.use : undefined;
}

export function keepAll(changes: readonly StandingChange[], reason: string): Settled {
  return { undone: [], kept: changes.map((change) => ({ change, reason: change.isThere ? reason : gone })) };
}

function whyKeepService(change: StandingChange, group: ChangedGroup): string | undefined {
  if (!change.isThere) return gone;
  if (!change.stands) return since;
  return change.isNew && group.servicesInUse.has(change.id)
    ? 'Somebody suggested a change to it.'
    : undefined;
}

function whyKeepPlace(change: StandingChange, isNeeded: boolean): string | undefined {
  if (!change.isThere) return gone;
  if (!change.stands) return since;
  return isNeeded ? 'Something that is kept is found there.' : undefined;
}
