import fc from 'fast-check';
import { sql } from 'kysely';
import { expect } from 'vitest';
import { dbTest, type Town } from '../../../../test/helpers/db.ts';
import { mailboxOf, neighbourTown } from '../../../../test/helpers/neighbour-town.ts';
import { newId } from '../../../platform/clock.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import { addDays } from '../../../platform/dates.ts';
import { answerHello } from './answer.ts';
import { sayHello, takeHelloBack } from './hello.ts';
import { takeHellos } from './stop.ts';

const groups = 4;
const somebody = fc.integer({ min: 0, max: groups - 1 });
const step = fc.record({
  what: fc.constantFrom('hello', 'answer', 'take back', 'stop', 'allow', 'a month'),
  who: somebody,
  whom: somebody,
  answer: fc.constantFrom('know', 'we_signpost', 'you_signpost', 'both', 'not_now', 'no_more'),
});

dbTest(
  'R38 whatever groups do, each open hello is one open promise, and between two there is one at most',
  async (town) => {
    const ids = await (await neighbourTown(town)).many(groups);
    const people = await peopleOf(town);

    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 20 }), async (steps) => {
        await town.owner.deleteFrom('neighbours.saying').execute();
        await town.owner.deleteFrom('neighbours.stop').execute();
        let at = town.ctx.now;
        for (const one of steps) {
          if (one.what === 'a month') at = addDays(at, 31);
          await tried(as(people[one.who], at), one, ids);
          expect(await brokenPromises(town)).toEqual([]);
        }
      }),
      { numRuns: 12, seed: 20261124 },
    );

    const { rows } = await sql<{ answers: number }>`select count(distinct answer)::integer as answers
      from neighbours.hello`.execute(town.owner);
    expect(rows[0]?.answers).toBeGreaterThan(4);
  },
  { timeout: 120_000 },
);

/** What is refused changes nothing, and what is allowed is done. */
async function tried(
  ctx: Ctx,
  { what, who, whom, answer }: { what: string; who: number; whom: number; answer: string },
  ids: readonly string[],
): Promise<void> {
  const [own = '', other = ''] = [ids[who], ids[whom]];
  const open = await ctx.db.read((db) =>
    db
      .selectFrom('neighbours.hello')
      .select(['id'])
      .where(what === 'answer' ? 'to_organisation_id' : 'from_organisation_id', '=', own)
      .where('answered_at', 'is', null)
      .limit(1)
      .executeTakeFirst(),
  );
  const id = open?.id ?? newId();
  const acts: Readonly<Record<string, () => Promise<unknown>>> = {
    hello: () => sayHello(ctx, own, { to: [other], words: '' }),
    answer: () => answerHello(ctx, id, { answer: known.find((one) => one === answer) ?? 'know' }),
    'take back': () => takeHelloBack(ctx, id),
    stop: () => takeHellos(ctx, own, { hellos: 'no', from: other }),
    allow: () => takeHellos(ctx, own, { hellos: 'yes', from: other }),
  };
  await acts[what]?.().catch((problem: unknown) => {
    if (!(problem instanceof Error) || !/^(Invalid|Refused|NotFound|Forbidden)$/.test(problem.name))
      throw problem;
  });
}

const known = ['know', 'we_signpost', 'you_signpost', 'both', 'not_now', 'no_more'] as const;

async function brokenPromises({ owner }: Town): Promise<object[]> {
  const { rows } = await sql<object>`
    select hello.id, count(loop.id) filter (where ended_at is null) as open, count(loop.id) as all
    from neighbours.hello left join loops.loop on kind = 'hello' and thing_id = hello.id
    group by hello.id
    having count(loop.id) <> 1 or (count(loop.id) filter (where ended_at is null) = 1) <> (hello.answered_at is null)
    union all
    select min(id::text)::uuid, count(*), 0 from neighbours.hello where answered_at is null
    group by least(from_organisation_id, to_organisation_id), greatest(from_organisation_id, to_organisation_id)
    having count(*) > 1`.execute(owner);
  return rows;
}

async function peopleOf(town: Town): Promise<Ctx[]> {
  const all: Ctx[] = [];
  for (let place = 1; place <= groups; place += 1) {
    const { id } = await town.owner
      .selectFrom('people.person')
      .select('id')
      .where('email', '=', mailboxOf(place))
      .executeTakeFirstOrThrow();
    all.push((await town.signedIn(id)).ctx);
  }
  return all;
}

function as(ctx: Ctx | undefined, now: Date): Ctx {
  if (!ctx) throw new Error('There is nobody of that number.');
  return { ...ctx, now };
}
