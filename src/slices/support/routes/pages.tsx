import type { Ctx } from '../../../platform/ctx.ts';
import { dayOf } from '../../../platform/dates.ts';
import type { Db } from '../../../platform/db/open.ts';
import { NotFound, type Problems, type Stale } from '../../../platform/errors.ts';
import type { Remembered } from '../../../platform/forms.ts';
import type { FormBody, Page } from '../../../platform/http/route.ts';
import { isPerson, permit } from '../../../platform/permit.ts';
import { personsByIds } from '../../people/door.ts';
import { cardsByIds, holders, organisation } from '../../register/door.ts';
import { organisations } from '../../register/urls.ts';
import { asForm } from '../actions/entries.ts';
import { entryKinds } from '../lists/kinds.ts';
import { FollowUpsPage } from '../pages/centre.tsx';
import { EntryPage, entryTitle } from '../pages/entry.tsx';
import type { WritingFor } from '../pages/fields.tsx';
import { LogPage, LookPage } from '../pages/log.tsx';
import { dayOfWords, type Told } from '../pages/say.ts';
import { bodiesOf, canCorrect, canLookIntoLog, canReadLog, canReadOwnLog, canWriteFor } from '../permits.ts';
import { earlierOf, entriesAbout, entry, followUpsOf, isLooking, looksInto } from '../queries/entries.ts';
import { dueWords, whyNoLog } from '../rules.ts';
import { supportLog } from '../urls.ts';
import { type Entry, shownTo } from '../words.ts';

const most = 200;

/** The log as this reader may read it. To whoever may not, it is not there. */
export async function logPage(ctx: Ctx, organisationId: string, remembered: Remembered): Promise<Page> {
  permit(isPerson(ctx.actor));
  const group = await organisation(ctx.db.open, organisationId);
  const isCentre = canReadLog(ctx.actor);
  const isOwn = canReadOwnLog(ctx.actor, organisationId);
  permit(isCentre || isOwn || canLookIntoLog(ctx.actor), { hidden: true });
  if (whyNoLog(group)) throw new NotFound('support log');
  const { personId = '' } = ctx.actor;
  const looks = !isCentre && canLookIntoLog(ctx.actor);
  const mustSayWhy =
    looks && !(await ctx.db.read((db) => isLooking(db, organisationId, personId, ctx.machineNow)));
  if (mustSayWhy && !isOwn) return lookPage(ctx, organisationId, remembered);
  const as = isCentre || (looks && !mustSayWhy) ? 'centres' : 'group';
  return ctx.db.read((db) => drawn(ctx, db, group, as, remembered));
}

async function drawn(
  ctx: Ctx,
  db: Db,
  group: { id: string; name: string },
  as: 'centres' | 'group',
  remembered: Remembered,
): Promise<Page> {
  const bodies = bodiesOf(ctx.actor);
  const found = await entriesAbout(db, group.id, { bodies, as }, most + 1);
  const writing = as === 'centres' ? await writingFor(ctx, db, bodies) : undefined;
  const body = (
    <LogPage
      group={group}
      entries={await told(ctx, db, found.slice(0, most))}
      as={as}
      looks={as === 'centres' ? await looksInto(db, group.id, 5) : []}
      writing={writing}
      cut={found.length > most}
      today={dayOf(ctx.now)}
      now={ctx.now}
      {...remembered}
    />
  );
  const crumb = { href: organisations.one(group.id, group.name), label: group.name };
  return { title: `Support for ${group.name}`, noindex: true, crumb, body };
}

export async function lookPage(ctx: Ctx, organisationId: string, remembered: Remembered): Promise<Page> {
  const group = await organisation(ctx.db.open, organisationId);
  if (whyNoLog(group)) throw new NotFound('support log');
  const crumb = { href: organisations.one(group.id, group.name), label: group.name };
  const body = <LookPage group={group} {...remembered} />;
  return { title: `Support for ${group.name}`, noindex: true, crumb, body };
}

export async function entryPage(
  ctx: Ctx,
  id: string,
  remembered: Remembered & {
    stale?: Stale | undefined;
    withdrawing?: { values: FormBody; problems: Problems };
  },
): Promise<Page> {
  permit(isPerson(ctx.actor));
  return ctx.db.read(async (db) => {
    const one = await entry(db, id);
    permit(canWriteFor(ctx.actor, one.centreId), { hidden: true });
    const group = await organisation(db, one.organisationId);
    const { stale, withdrawing, values, problems } = remembered;
    const current = asForm(one);
    const body = (
      <EntryPage
        group={group}
        entry={one}
        earlier={await earlierOf(db, id)}
        writing={await writingFor(ctx, db, [one.centreId])}
        mayCorrect={canCorrect(ctx.actor, one)}
        version={stale ? one.version : Number(values?.version ?? one.version)}
        now={ctx.now}
        values={values ?? current}
        problems={problems ?? {}}
        differences={stale && values ? differences(current, values) : undefined}
        withdrawing={withdrawing}
      />
    );
    const crumb = { href: supportLog.of(group.id), label: `Support for ${group.name}` };
    return { title: entryTitle(one, group.name), noindex: true, crumb, body };
  });
}

const compared = { kind: 'What it was', on_day: 'When', words: 'Words', shown_to: 'Who reads it' };

function differences(current: Readonly<Record<string, unknown>>, typed: FormBody) {
  return Object.entries(compared)
    .map(([field, label]) => ({
      label,
      theirs: wordsOf(String(current[field] ?? '')),
      yours: wordsOf(String(typed[field] ?? '')),
    }))
    .filter((one) => one.theirs !== one.yours);
}

export async function followUpsPage(ctx: Ctx, centreId: string): Promise<Page> {
  return ctx.db.read(async (db) => {
    const centre = await organisation(db, centreId);
    const rows = await followUpsOf(db, { centreIds: [centreId] }, most);
    const names = await namesOf(
      db,
      rows.flatMap((row) => row.followUpPersonId ?? []),
    );
    const body = (
      <FollowUpsPage
        centreName={centre.name}
        rows={rows.map((row) => ({
          id: row.id,
          organisationId: row.organisationId,
          organisationName: row.organisationName,
          kindWords: wordsOf(row.kind),
          words: row.words,
          due: dueWords(row.followUpOn ?? '', dayOf(ctx.now)),
          onDay: row.followUpOn ?? '',
          personName: names.get(row.followUpPersonId ?? '') ?? 'somebody who has left',
        }))}
        now={ctx.now}
      />
    );
    const crumb = { href: organisations.one(centre.id, centre.name), label: centre.name };
    return { title: `What ${centre.name} follows up`, noindex: true, crumb, body };
  });
}

async function told(ctx: Ctx, db: Db, entries: readonly Entry[]): Promise<Told[]> {
  const cards = await cardsByIds(db, [...new Set(entries.map((one) => one.centreId))]);
  const own = bodiesOf(ctx.actor);
  const names = await namesOf(
    db,
    entries.flatMap((one) => (own.includes(one.centreId) ? (one.followUpPersonId ?? []) : [])),
  );
  return entries.map((one) => {
    const isOwn = own.includes(one.centreId);
    return {
      ...one,
      centreName: cards.get(one.centreId)?.name ?? 'A centre',
      kindWords: wordsOf(one.kind),
      shownWords: one.shownTo === 'all_centres' ? '' : wordsOf(one.shownTo),
      own: isOwn,
      mayCorrect: one.withdrawnAt === null && canCorrect(ctx.actor, one),
      followUp: followUpWords(one, isOwn ? names.get(one.followUpPersonId ?? '') : undefined, isOwn, ctx.now),
    };
  });
}

function followUpWords(one: Entry, name: string | undefined, isOwn: boolean, now: Date): Told['followUp'] {
  if (one.followUpOn === null) return undefined;
  const by = name ? ` by ${name}` : '';
  if (one.followUpDoneAt) return { words: `Followed up${by}.`, mayEnd: false };
  return { words: `To be followed up${by} until ${dayOfWords(one.followUpOn, now)}.`, mayEnd: isOwn };
}

async function writingFor(ctx: Ctx, db: Db, bodies: readonly string[]): Promise<WritingFor> {
  const cards = await cardsByIds(db, bodies);
  const held = [];
  for (const id of bodies) held.push(...(await holders(db, id, ['admin', 'worker', 'coordinator'])));
  const names = await namesOf(
    db,
    held.map((one) => one.personId),
  );
  return {
    ownId: ctx.actor.personId ?? '',
    bodies: bodies.map((id) => ({ id, name: cards.get(id)?.name ?? 'Your centre' })),
    colleagues: [...names].map(([id, name]) => ({ id, name })),
  };
}

async function namesOf(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const people = await personsByIds(db, [...new Set(ids)]);
  return new Map(people.map((one) => [one.id, one.name || one.email]));
}

const words: Readonly<Record<string, string>> = { ...entryKinds, ...shownTo };

function wordsOf(code: string): string {
  return words[code] ?? code;
}
