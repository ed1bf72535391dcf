import { cast } from '../../demo/region/lists/cast.ts';
import { postcodes, tryPostcodes } from '../../demo/region/postcodes.ts';
import type { TryPostcode } from '../../demo/region/shapes.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { NotFound } from '../../platform/errors.ts';
import { answerForm } from '../../platform/forms.ts';
import { get, json, type Page, page, post, type Route, redirect } from '../../platform/http/route.ts';
import { network } from '../network/door.ts';
import { signInAs } from '../people/door.ts';
import { backToFirstDay, catchUp, moveOn } from './actions.ts';
import { forms } from './lists/forms.ts';
import { journeys } from './lists/journeys.ts';
import { FormsPage } from './pages/forms.tsx';
import { MailPage } from './pages/mail.tsx';
import { PracticePage } from './pages/practice.tsx';
import { canPractise } from './permits.ts';
import { mails } from './queries.ts';
import { practice } from './urls.ts';
import { BeSomebody, Happened, type ListedForm, MoveClock, ReadMail } from './words.ts';

const anyoneHere = 'anyone at this machine, in a practice network';
const sessionSeconds = 14 * 86_400;
const hour = 3_600_000;
const mailsOnAPage = 12;

export const routes: readonly Route[] = [
  get('/practice', anyoneHere, { query: Happened }, async (ctx, { query, request }) => {
    await onlyHere(ctx, request);
    return page(await startPage(ctx, query));
  }),

  post('/practice/sign-in', anyoneHere, { fields: ['person'] }, async (ctx, { form, request }) => {
    await onlyHere(ctx, request);
    return answerForm(
      BeSomebody,
      form,
      async ({ person }) => {
        const somebody = cast.find(({ key }) => key === person);
        if (!somebody) throw new NotFound('person');
        const token = await signInAs(ctx, somebody.email, { practice: true, device: request.device });
        return redirect('/me', {
          cookies: [{ name: 'session', value: token, seconds: sessionSeconds }],
        });
      },
      (problems) => startPage(ctx, {}, Object.values(problems)[0]),
    );
  }),

  post('/practice/clock', anyoneHere, { fields: ['hours'] }, async (ctx, { form, request }) => {
    await onlyHere(ctx, request);
    return answerForm(
      MoveClock,
      form,
      async ({ hours }) => {
        const done = await moveOn(ctx, hours);
        return redirect(
          practice.happened(
            hours,
            [...done].map(([name, pieces]) => `${name}:${pieces}`),
          ),
        );
      },
      (problems) => startPage(ctx, {}, Object.values(problems)[0]),
    );
  }),

  get('/practice/mail', anyoneHere, { query: ReadMail }, async (ctx, { query, request }) => {
    await onlyHere(ctx, request);
    await catchUp(ctx);
    const { to, after } = query;
    if (query.format === 'json') return json(await mails(ctx.db.open, { to }));
    const found = await mails(ctx.db.open, { to, after, limit: mailsOnAPage + 1 });
    const shown = found.slice(0, mailsOnAPage);
    const next = found.length > mailsOnAPage ? shown.at(-1)?.id : undefined;
    return page({
      title: to ? `Mail to ${to}` : 'Mail of the practice network',
      noindex: true,
      crumb: { href: practice.start(), label: 'Practise here' },
      body: <MailPage mails={shown} {...(to ? { to } : {})} {...(next ? { next } : {})} />,
    });
  }),

  post('/practice/reset', anyoneHere, { fields: [] }, async (ctx, { request }) => {
    await onlyHere(ctx, request);
    await backToFirstDay(ctx);
    return redirect(practice.start(), { cookies: [{ name: 'session', value: '', seconds: 0 }] });
  }),
];

/** Names every form of the build, so it is given all other routes. */
export function formsRoute(all: readonly Route[]): Route {
  return get('/practice/forms', anyoneHere, {}, async (ctx, { request }) => {
    await onlyHere(ctx, request);
    return page({
      title: 'All forms of this site',
      noindex: true,
      crumb: { href: practice.start(), label: 'Practise here' },
      body: <FormsPage forms={listed(all)} />,
    });
  });
}

function listed(all: readonly Route[]): ListedForm[] {
  return all
    .flatMap(({ method, path, who }) =>
      (forms[`${method} ${path}`] ?? []).map((form) => ({ form, method, path, who })),
    )
    .sort((one, other) => (one.form < other.form ? -1 : 1));
}

/** In any other network, and for any other host, these addresses are not there. */
async function onlyHere(ctx: Ctx, request: { loopback: boolean }): Promise<void> {
  const { practice: isPractice } = await network(ctx.db.open);
  if (!canPractise(ctx.actor, { practice: isPractice, loopback: request.loopback })) throw new NotFound();
}

async function startPage(
  ctx: Ctx,
  happened: { hours?: number | undefined; done?: readonly string[] | undefined },
  problem?: string,
): Promise<Page> {
  const { hours, done = [] } = happened;
  const works = ctx.house.due.map((work) => work.name);
  const move = hours && {
    days: Math.round(hours / 24),
    done: done
      .map((one) => ({ name: one.replace(/:\d+$/, ''), pieces: Number(/:(\d+)$/.exec(one)?.[1] ?? 0) }))
      .filter(({ name }) => works.includes(name)),
    mails: await mails(ctx.db.open, { since: new Date(ctx.now.getTime() - hours * hour), limit: 8 }),
  };
  return {
    title: 'Practise here',
    noindex: true,
    body: (
      <PracticePage
        now={ctx.now}
        journeys={journeysToTry()}
        tries={tries()}
        move={move || undefined}
        problem={problem}
      />
    ),
  };
}

function journeysToTry() {
  return journeys.map(({ keys, ...journey }) => ({
    ...journey,
    people: keys.flatMap((key) => cast.filter((person) => person.key === key)),
  }));
}

let drawn: readonly TryPostcode[] | undefined;

/** Drawn from the dice of the region, which takes a tenth of a second, so it is kept. */
function tries(): readonly TryPostcode[] {
  drawn ??= tryPostcodes(postcodes());
  return drawn;
}
