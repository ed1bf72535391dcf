import type { Ctx } from '../../../platform/ctx.ts';
import type { Page } from '../../../platform/http/route.ts';
import { permit } from '../../../platform/permit.ts';
import { openLoopsOf } from '../../loops/door.ts';
import { personsByIds } from '../../people/door.ts';
import { BriefPage } from '../pages/brief.tsx';
import { canChangeRecord, canCheckRecord, canReadBrief } from '../permits.ts';
import { leftNotes } from '../queries/leaving.ts';
import { cardsByIds, organisation } from '../queries/organisation.ts';
import { holders } from '../queries/people.ts';
import { runningThePage } from '../rules/leaving.ts';
import { organisations } from '../urls.ts';
import { roleWords } from '../words/answers.ts';
import { mustBeSomebody } from './kept.ts';

/** Everything somebody new has to know, gathered from what is there. */
export async function briefPage(ctx: Ctx, organisationId: string): Promise<Page> {
  mustBeSomebody(ctx);
  permit(canReadBrief(ctx.actor, organisationId), { hidden: true });
  return ctx.db.read(async (db) => {
    const one = await organisation(db, organisationId);
    const held = await holders(db, organisationId);
    const notes = await leftNotes(db, organisationId);
    const ids = [...held.map((position) => position.personId), ...notes.map((note) => note.personId)];
    const persons = new Map((await personsByIds(db, [...new Set(ids)])).map((person) => [person.id, person]));
    const home = one.homeCentreId
      ? (await cardsByIds(db, [one.homeCentreId])).get(one.homeCentreId)
      : undefined;
    const promises = await promisesAt(ctx, organisationId, held);
    const body = (
      <BriefPage
        organisation={one}
        homeCentre={home}
        people={held.map((position) => ({
          name: persons.get(position.personId)?.name ?? '',
          email: persons.get(position.personId)?.email ?? '',
          role: roleWords[position.role] ?? position.role,
        }))}
        notes={notes.map((note) => ({
          from: persons.get(note.personId)?.name || 'Somebody who was here before',
          note: note.note,
          on: note.leavesAt,
        }))}
        promises={promises}
        checkedAt={one.checkedAt}
        may={{
          check: one.state === 'active' && canCheckRecord(ctx.actor, one),
          change: canChangeRecord(ctx.actor, one),
        }}
        now={ctx.now}
      />
    );
    const crumb = { href: organisations.people(one.id), label: `People of ${one.name}` };
    return { title: `New at ${one.name}`, noindex: true, crumb, body };
  });
}

/** What each of them answers for, in the words of the slices that know. */
async function promisesAt(ctx: Ctx, organisationId: string, held: readonly { personId: string }[]) {
  const owners = new Set([
    ...held.map((position) => position.personId),
    ...(await openLoopsOf(ctx.db.open, [organisationId])).map((loop) => loop.ownerPersonId),
  ]);
  return ctx.db.read(async (db) => {
    const all = [];
    for (const duty of ctx.house.duties.filter((one) => one.kind !== runningThePage)) {
      for (const personId of owners) all.push(...(await duty.of(db, ctx, { personId, organisationId })));
    }
    return all;
  });
}
