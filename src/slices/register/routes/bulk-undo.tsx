import { z } from 'zod';
import type { Ctx } from '../../../platform/ctx.ts';
import { addDays, dayOf, londonTime } from '../../../platform/dates.ts';
import type { Problems } from '../../../platform/errors.ts';
import { answerForm } from '../../../platform/forms.ts';
import { byId, type FormBody, get, type Page, page, post, type Route } from '../../../platform/http/route.ts';
import { permit } from '../../../platform/permit.ts';
import { personsByIds } from '../../people/door.ts';
import { takeAllBack } from '../actions/bulk-undo.ts';
import { BulkUndoPage } from '../pages/bulk-undo.tsx';
import { canTakeAllBack } from '../permits/keeping.ts';
import { type PlannedThing, plan, whoMade } from '../queries/bulk-undo.ts';
import { organisation } from '../queries/organisation.ts';
import { differing } from '../rules/versions.ts';
import { organisations, services } from '../urls.ts';
import { fieldWords, valueWords } from '../words/fields.ts';
import { TakeAllBack } from '../words/versions.ts';

const ByVersion = byId.extend({ version: z.uuid() });
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .catch('');
const Days = z.object({ from: day.default(''), to: day.default('') });
const at = '/organisations/:id/history/:version/all';

interface Told {
  values?: FormBody;
  problems?: Problems;
  done?: string;
}

/** Everything that whoever made one change changed, to be taken back at once. */
export const routes: readonly Route[] = [
  get(at, 'the coordinator', { params: ByVersion, query: Days }, async (ctx, { params, query }) => {
    return page(await bulkPage(ctx, params, query, {}));
  }),

  post(
    at,
    'the coordinator',
    { params: ByVersion, fields: ['from', 'to', 'reason'] },
    async (ctx, { params, form }) => {
      permit(canTakeAllBack(ctx.actor), { hidden: true });
      const days = Days.parse(form);
      return answerForm(
        TakeAllBack,
        form,
        async ({ reason, ...span }) => {
          const { personId } = await ctx.db.read((db) => whoMade(db, params.id, params.version));
          const { taken, kept } = await takeAllBack(ctx, { personId, ...timeOf(span) }, reason);
          const done = `${taken === 1 ? 'One change has' : `${taken} changes have`} gone back.`;
          const left =
            kept === 0
              ? ''
              : ` ${kept} could not: the page was changed since, or said less before than a page has to say today.`;
          return page(await bulkPage(ctx, params, span, { done: done + left }));
        },
        (problems) => bulkPage(ctx, params, days, { values: form, problems: asked(problems) }),
      );
    },
  ),
];

/** The days stand in another form of the page, so what is wrong with them is said of the whole. */
function asked({ from, to, ...problems }: Problems): Problems {
  const [first] = [from, to].filter((problem) => problem !== undefined);
  return first === undefined ? problems : { ...problems, '': first };
}

async function bulkPage(
  ctx: Ctx,
  { id, version }: z.infer<typeof ByVersion>,
  asked: z.infer<typeof Days>,
  told: Told,
): Promise<Page> {
  permit(canTakeAllBack(ctx.actor), { hidden: true });
  const one = await organisation(ctx.db.open, id);
  return ctx.db.read(async (db) => {
    const made = await whoMade(db, id, version);
    const span = { from: asked.from || dayOf(made.at), to: asked.to || dayOf(ctx.now) };
    const [person] = await personsByIds(db, [made.personId]);
    const things = await plan(db, { personId: made.personId, ...timeOf(span) });
    const title = `What ${person?.name || 'this person'} changed`;
    const body = (
      <BulkUndoPage
        title={title}
        back={{ href: organisations.history(id), label: `History of ${one.name}` }}
        action={organisations.allByWhoever(id, version)}
        span={span}
        changes={things.flatMap(shown)}
        done={told.done}
        values={told.values}
        problems={told.problems}
        now={ctx.now}
      />
    );
    return { title, noindex: true, body };
  });
}

function shown({ kind, id, name, changes }: PlannedThing) {
  const urls = kind === 'organisation' ? organisations : services;
  return changes.map((change) => ({
    id: change.id,
    at: change.at,
    name,
    href: urls.history(id),
    why: change.why,
    differing: differing(change.before, change.after).map((field) => ({
      label: fieldWords(field),
      before: valueWords(field, change.before[field]),
      after: valueWords(field, change.after[field]),
    })),
  }));
}

/** Both days whole, by the clock on the wall. */
function timeOf({ from, to }: { from: string; to: string }): { from: Date; to: Date } {
  return { from: londonTime(from, 0), to: addDays(londonTime(to, 0), 1) };
}
