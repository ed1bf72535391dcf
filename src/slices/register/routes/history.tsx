import { z } from 'zod';
import type { Ctx } from '../../../platform/ctx.ts';
import { dayWords, londonTime } from '../../../platform/dates.ts';
import type { Db } from '../../../platform/db/open.ts';
import { answerForm } from '../../../platform/forms.ts';
import { byId, get, type Page, page, post, type Route, redirect } from '../../../platform/http/route.ts';
import { hasPositionAt, permit } from '../../../platform/permit.ts';
import { personsByIds } from '../../people/door.ts';
import { undoChange } from '../actions/undo.ts';
import { type Differing, HistoryPage } from '../pages/history.tsx';
import { canTakeAllBack } from '../permits/keeping.ts';
import { canChangeRecord, canSeeHistory, canSeeUnpublished } from '../permits.ts';
import { notTaken, type Suggestion } from '../queries/keeping.ts';
import { cardsByIds, organisation } from '../queries/organisation.ts';
import { type ThingKind, versionsOf, writtenNow } from '../queries/versions.ts';
import { asItWas, type Change, changesOf, differing, openWords, whyNotUndo } from '../rules/versions.ts';
import { centres, organisations, services } from '../urls.ts';
import { fieldWords, valueWords } from '../words/fields.ts';
import type { Organisation } from '../words/records.ts';
import { UndoChange, type Version, type Written, wayWords } from '../words/versions.ts';
import { keptRecord, keptService } from './kept.ts';
import { whoSuggested } from './suggesting.tsx';

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .catch('');
const Days = z.object({ from: day.default(''), to: day.default('') });
type Days = z.infer<typeof Days>;

const readers = 'its people, any centre, and the coordinator';

export const routes: readonly Route[] = [
  get(
    '/organisations/:id/history',
    readers,
    { params: byId, query: Days },
    async (ctx, { params, query }) => {
      const one = await keptRecord(ctx, params.id, canSeeHistory);
      return page(
        await historyPage(ctx, { kind: 'organisation', id: one.id, name: one.name, owner: one }, query),
      );
    },
  ),

  post(
    '/organisations/:id/history',
    'an admin or the home centre',
    { params: byId, fields: ['version_id'] },
    async (ctx, { params, form }) => {
      const one = await keptRecord(ctx, params.id, canChangeRecord);
      const about = { kind: 'organisation', id: one.id, name: one.name, owner: one } as const;
      return answerForm(
        UndoChange,
        form,
        async (input) => {
          await undoChange(ctx, about, input.version_id);
          return redirect(organisations.history(one.id));
        },
        (problems) => historyPage(ctx, about, { from: '', to: '' }, Object.values(problems).join(' ')),
      );
    },
  ),

  get('/services/:id/history', readers, { params: byId, query: Days }, async (ctx, { params, query }) => {
    const found = await keptService(ctx, params.id, canSeeHistory);
    const owner = await organisation(ctx.db.open, found.organisationId);
    const isShown = found.status !== 'retired' && found.status !== 'draft';
    permit(isShown || canSeeUnpublished(ctx.actor, owner, []), { hidden: true });
    return page(await historyPage(ctx, { kind: 'service', id: found.id, name: found.name, owner }, query));
  }),

  post(
    '/services/:id/history',
    'an admin or the home centre',
    { params: byId, fields: ['version_id'] },
    async (ctx, { params, form }) => {
      const found = await keptService(ctx, params.id, canChangeRecord);
      const owner = await organisation(ctx.db.open, found.organisationId);
      const about = { kind: 'service', id: found.id, name: found.name, owner } as const;
      return answerForm(
        UndoChange,
        form,
        async (input) => {
          await undoChange(ctx, about, input.version_id);
          return redirect(services.history(found.id));
        },
        (problems) => historyPage(ctx, about, { from: '', to: '' }, Object.values(problems).join(' ')),
      );
    },
  ),
];

interface About {
  kind: ThingKind;
  id: string;
  name: string;
  owner: Organisation;
}

async function historyPage(ctx: Ctx, about: About, asked: Days, problem?: string): Promise<Page> {
  const urls = about.kind === 'organisation' ? organisations : services;
  return ctx.db.read(async (db) => {
    const { written: now, createdAt } = await writtenNow(db, about.kind, about.id);
    const versions = await versionsOf(db, about.id);
    const isKeeper = canChangeRecord(ctx.actor, about.owner);
    const isOpen = isKeeper || hasPositionAt(ctx.actor, about.owner.id);
    const shown = (was: Written) => (isOpen ? was : openWords(was, now));
    const changes = changesOf(versions, now);
    const say = await sayer(db, [now, ...versions.map((version) => version.was)]);
    const who = await whoChanged(db, versions);
    const begun = `It is there since ${dayWords(createdAt, ctx.now)}.`;
    const title = `History of ${about.name}`;
    const body = (
      <HistoryPage
        title={title}
        action={urls.history(about.id)}
        undo={urls.history(about.id)}
        changes={changes.flatMap((change) => {
          const fields = differencesOf(shown(change.before), shown(change.after), say);
          // What differs in a hidden field only is, for this reader, no change.
          if (fields.length === 0) return [];
          return [
            {
              ...change,
              who: who(change),
              reason: change.version.reason,
              differing: fields,
              all:
                change.version.personId !== null && canTakeAllBack(ctx.actor)
                  ? organisations.allByWhoever(about.owner.id, change.id)
                  : undefined,
              whyNot: isKeeper ? (whyNotUndo(change, now, fieldWords) ?? '') : undefined,
            },
          ];
        })}
        notTaken={await suggestionsNotTaken(ctx, await notTaken(db, about))}
        begun={begun}
        asked={asked}
        {...lookedBack({ versions, now, createdAt }, asked, { shown, say, today: ctx.now })}
        problem={problem}
        now={ctx.now}
      />
    );
    const crumb = { href: urls.one(about.id, about.name), label: about.name };
    return { title, noindex: true, crumb, body };
  });
}

function suggestionsNotTaken(ctx: Ctx, found: readonly Suggestion[]) {
  return Promise.all(
    found.map(async (made) => ({
      ...{ id: made.id, href: centres.suggestion(made.id), madeAt: made.madeAt, reason: made.reason },
      who: `Suggested by ${await whoSuggested(ctx, made)}`,
      fields: Object.keys(made.changes ?? {})
        .filter((field) => !made.taken.includes(field))
        .map(fieldWords)
        .join(', '),
    })),
  );
}

type Say = (field: string, value: unknown) => string;

function lookedBack(
  given: { versions: readonly Version[]; now: Written; createdAt: Date },
  asked: Days,
  { shown, say, today }: { shown: (was: Written) => Written; say: Say; today: Date },
) {
  const at = (typed: string) => (typed === '' ? undefined : asItWas(given, londonTime(typed, 24)));
  const [from, to] = [at(asked.from), at(asked.to)];
  const words = (typed: string) => dayWords(londonTime(typed, 12), today);
  if (asked.from !== '' && asked.to !== '') {
    const heading = `What differs between ${words(asked.from)} and ${words(asked.to)}`;
    return {
      asItWas: undefined,
      between: { heading, differing: differencesOf(shown(from ?? {}), shown(to ?? {}), say) },
    };
  }
  if (asked.from === '') return { asItWas: undefined, between: undefined };
  const heading = from ? `On ${words(asked.from)}` : `On ${words(asked.from)} it was not there yet`;
  const facts = Object.entries(shown(from ?? {})).map(([field, value]) => ({
    label: fieldWords(field),
    value: say(field, value),
  }));
  return { asItWas: { heading, facts }, between: undefined };
}

function differencesOf(before: Written, after: Written, say: Say): Differing[] {
  return differing(before, after).map((field) => ({
    label: fieldWords(field),
    before: say(field, before[field]),
    after: say(field, after[field]),
  }));
}

/** What a field says in words; a body it was part of by its name. */
async function sayer(db: Db, all: readonly Written[]): Promise<Say> {
  const ids = all.flatMap((was) => (typeof was.parent === 'string' ? [was.parent] : []));
  const cards = await cardsByIds(db, [...new Set(ids)]);
  return (field, value) =>
    field === 'parent' ? (cards.get(String(value))?.name ?? 'Nothing') : valueWords(field, value);
}

/** A person is named where the reader may know that person; else what is public of it. */
async function whoChanged(db: Db, versions: readonly Version[]): Promise<(change: Change) => string> {
  const people = await personsByIds(db, [...new Set(versions.flatMap((version) => version.personId ?? []))]);
  const names = new Map(people.map((one) => [one.id, one.name]));
  const cards = await cardsByIds(db, [...new Set(versions.flatMap((version) => version.centreId ?? []))]);
  return ({ version }) => {
    const by = [names.get(version.personId ?? ''), cards.get(version.centreId ?? '')?.name].filter(Boolean);
    const way = wayWords[version.way] ?? version.way;
    return by.length > 0 ? `${way}: ${by.join(', ')}` : way;
  };
}
