import type { Ctx } from '../../../platform/ctx.ts';
import { dayWords } from '../../../platform/dates.ts';
import type { Db } from '../../../platform/db/open.ts';
import type { Problems } from '../../../platform/errors.ts';
import type { FormBody, Page } from '../../../platform/http/route.ts';
import { isCoordinator, isPerson, permit } from '../../../platform/permit.ts';
import {
  candidates,
  changedSince,
  isRegistration,
  MergeDone,
  mergeValues,
  namedLike,
  type Organisation,
  organisation,
  whyNotMerge,
} from '../../register/door.ts';
import { organisations } from '../../register/urls.ts';
import { versionsOf } from '../actions/merging.ts';
import { ComparePage, compareTitle } from '../pages/compare.tsx';
import { FindPage, findTitle } from '../pages/find.tsx';
import { MergerPage, type MergerProps, mergerTitle } from '../pages/merger.tsx';
import { canAnswerMerge, canAskToMerge, canMerge, canUndoMerge, keeps } from '../permits.ts';
import { merge, standingMerge } from '../queries/merges.ts';
import { nameBefore } from '../rules.ts';
import type { Merge } from '../words.ts';
import { labelOf, said, twoSides } from './view.ts';

const mostFound = 10;

/** Records that may be the same as this one, by what they say or by a name that is typed. */
export async function findPage(ctx: Ctx, id: string, q: string): Promise<Page> {
  permit(isPerson(ctx.actor));
  const db = ctx.db.open;
  const one = await organisation(db, id);
  permit(keeps(ctx.actor, one) || isCoordinator(ctx.actor), { hidden: true });
  const like =
    q === ''
      ? await candidates(
          db,
          { name: one.name, website: one.website, email: one.email, exceptId: id },
          mostFound,
        )
      : [];
  const named = q === '' ? [] : await namedLike(db, q, id);
  const found = [];
  for (const other of [...like, ...named.map((other) => ({ ...other, why: [] }))]) {
    const record = await organisation(db, other.id);
    if (whyNotMerge(one, record) === undefined)
      found.push({ id: other.id, name: record.name, text: record.summary, why: [...other.why] });
  }
  const crumb = { href: organisations.one(id, one.name), label: one.name };
  return {
    title: findTitle(one.name),
    noindex: true,
    crumb,
    body: <FindPage one={one} q={q} found={found} />,
  };
}

export async function comparePage(
  ctx: Ctx,
  { goneId, keptId }: { goneId: string; keptId: string },
  remembered: { values?: FormBody; problems?: Problems },
): Promise<Page> {
  permit(isPerson(ctx.actor));
  return ctx.db.read(async (db) => {
    const [gone, kept] = [await organisation(db, goneId), await organisation(db, keptId)];
    const two = { gone, kept, registers: isRegistration(gone) };
    const mayMerge = canMerge(ctx.actor, two);
    permit(mayMerge || canAskToMerge(ctx.actor, two), { hidden: true });
    const sides = await twoSides(ctx, db, goneId, keptId);
    const standing = await standingMerge(db, goneId);
    const offered = sides.kept.services.map((one) => one.name.toLowerCase());
    const services = sides.gone.services;
    const fresh = services.filter((one) => !offered.includes(one.name.toLowerCase())).map((one) => one.id);
    const body = (
      <ComparePage
        gone={gone}
        kept={kept}
        beside={sides.beside}
        choices={sides.choices}
        services={services}
        versions={versionsOf(gone, kept)}
        whyNot={standing ? 'Its keepers were asked already.' : whyNotMerge(gone, kept)}
        how={mayMerge ? 'now' : 'ask'}
        mayTake={!mayMerge || keeps(ctx.actor, kept) || isCoordinator(ctx.actor)}
        mayTurn={whyNotMerge(kept, gone) === undefined}
        values={remembered.values ?? { services: fresh }}
        problems={remembered.problems ?? {}}
      />
    );
    const crumb = { href: organisations.one(kept.id, kept.name), label: kept.name };
    return { title: compareTitle({ gone, kept }), noindex: true, crumb, body };
  });
}

export async function mergerPage(ctx: Ctx, id: string, again?: MergerProps['again']): Promise<Page> {
  permit(isPerson(ctx.actor));
  return ctx.db.read(async (db) => {
    const one = await merge(db, id);
    const [gone, kept] = [await organisation(db, one.goneId), await organisation(db, one.keptId)];
    const registers = isRegistration({ state: gone.mergedFrom || gone.state });
    const may = canUndoMerge(ctx.actor, { gone, kept, registers });
    permit(may, { hidden: true });
    const asked = one.askedId === gone.id ? gone : kept;
    const props: MergerProps = {
      ...{ id, gone, kept, state: one.state, reason: one.reason, keptBefore: nameBefore(one, kept) },
      said: saidWords(ctx, one),
      answered: answeredWords(ctx, one),
      mayAnswer: one.state === 'asked' && canAnswerMerge(ctx.actor, asked),
      mayUndo: one.state === 'merged' && may,
      ...(await whatItDoes(ctx, db, one, kept)),
      ...(again ? { again } : {}),
    };
    const crumb = { href: organisations.one(kept.id, kept.name), label: kept.name };
    return { title: mergerTitle(props), noindex: true, crumb, body: <MergerPage {...props} /> };
  });
}

/** What would change, as long as it is only asked; what changed, once it is done; and what was changed since. */
async function whatItDoes(ctx: Ctx, db: Db, one: Merge, kept: Organisation) {
  if (one.state === 'asked') {
    const sides = await twoSides(ctx, db, one.goneId, one.keptId);
    const taken = sides.choices
      .filter(({ field }) => one.take.includes(field))
      .map(({ label, kept: before, gone: after }) => ({ label, before, after }));
    const services = sides.gone.services.filter(({ id }) => one.serviceIds.includes(id));
    return { taken, services: services.map(({ name }) => name), later: [], beside: sides.beside };
  }
  if (one.state !== 'merged') return { taken: [], services: [], later: [], beside: [] };
  const done = MergeDone.parse(one.done);
  const now = await mergeValues(db, kept);
  const line = (field: string, before: object, after: object) => ({
    label: labelOf(field),
    before: said(field, { ...before }),
    after: said(field, { ...after }),
  });
  const sides = await twoSides(ctx, db, one.goneId, one.keptId);
  const moved = sides.kept.services.filter(({ id }) => done.services.includes(id));
  // Where it is may be hidden, and is for whoever keeps it.
  const isShown = (field: string) => field !== 'place' || keeps(ctx.actor, kept) || isCoordinator(ctx.actor);
  return {
    taken: Object.keys(done.set)
      .filter(isShown)
      .map((field) => line(field, done.before, done.set)),
    services: moved.map(({ name }) => name),
    later: changedSince(done, now)
      .filter(isShown)
      .map((field) => line(field, done.set, now)),
    beside: [],
  };
}

function saidWords(ctx: Ctx, one: Merge): string {
  return `${one.askedId ? 'Asked' : 'Said'} on ${dayWords(one.askedAt, ctx.now)}`;
}

function answeredWords(ctx: Ctx, one: Merge): string {
  if (one.state === 'declined') return `Its keepers said no: “${one.answerReason}”`;
  if (one.state === 'undone' && one.undoneAt)
    return `Undone on ${dayWords(one.undoneAt, ctx.now)}: “${one.undoneReason}”`;
  if (one.state === 'merged' && one.askedId && one.answeredAt)
    return `Its keepers said yes on ${dayWords(one.answeredAt, ctx.now)}.`;
  return '';
}
