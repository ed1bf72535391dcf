import { z } from 'zod';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Problems, Stale } from '../../../platform/errors.ts';
import { answerForm } from '../../../platform/forms.ts';
import {
  byId,
  type FormBody,
  get,
  type Page,
  page,
  post,
  type Route,
  redirect,
} from '../../../platform/http/route.ts';
import { waitsForLook } from '../../register/door.ts';
import { organisations } from '../../register/urls.ts';
import { changeRole, postRole } from '../actions/posting.ts';
import { addSession, removeSession } from '../actions/sessions.ts';
import { WriteRolePage } from '../pages/form.tsx';
import { SessionsPage, sessionsTitle } from '../pages/sessions.tsx';
import { canCheckRole, canPostRole } from '../permits.ts';
import { role, roleOptional, sessionsOf } from '../queries/roles.ts';
import { changedFields, fieldWords, roleAsForm } from '../rules/form.ts';
import { roles } from '../urls.ts';
import { AddSession, type Role, WriteRole } from '../words/role.ts';
import { keptGroup, keptRole } from './kept.ts';

interface Remembered {
  values?: FormBody;
  problems?: Problems;
  stale?: Stale | undefined;
}

const who = 'an admin or the home centre';
const fields = Object.keys(WriteRole.shape);
const BesideOne = z.object({ beside: z.uuid().optional().catch(undefined) });

export const routes: readonly Route[] = [
  get(
    '/organisations/:id/new-role',
    who,
    { params: byId, query: BesideOne },
    async (ctx, { params, query }) => page(await newRolePage(ctx, params.id, { beside: query.beside })),
  ),

  post('/organisations/:id/new-role', who, { params: byId, fields }, async (ctx, { params, form }) => {
    await keptGroup(ctx, params.id, canPostRole);
    return answerForm(
      WriteRole,
      form,
      async (input) => {
        const id = await postRole(ctx, params.id, input);
        return redirect(roles.one(id, input.title));
      },
      (problems) => newRolePage(ctx, params.id, { values: form, problems }),
    );
  }),

  get('/roles/:id/edit', who, { params: byId }, async (ctx, { params }) =>
    page(await editPage(ctx, params.id, {})),
  ),

  post('/roles/:id/edit', who, { params: byId, fields }, async (ctx, { params, form }) => {
    await keptRole(ctx, params.id, canPostRole);
    return answerForm(
      WriteRole,
      form,
      async (input) => {
        await changeRole(ctx, params.id, input);
        return redirect(roles.one(params.id, input.title));
      },
      (problems, stale) => editPage(ctx, params.id, { values: form, problems, stale }),
    );
  }),

  get('/roles/:id/again', who, { params: byId }, async (ctx, { params }) => {
    const { one } = await keptRole(ctx, params.id, canPostRole);
    return page(await newRolePage(ctx, one.organisationId, { again: one }));
  }),

  get('/roles/:id/sessions', who, { params: byId }, async (ctx, { params }) =>
    page(await sessionsPage(ctx, params.id, {})),
  ),

  post(
    '/roles/:id/sessions',
    who,
    { params: byId, fields: ['on_day', 'begins', 'ends', 'weeks'] },
    async (ctx, { params, form }) => {
      await keptRole(ctx, params.id, canPostRole);
      return answerForm(
        AddSession,
        form,
        async (input) => {
          await addSession(ctx, params.id, input);
          return redirect(roles.sessions(params.id));
        },
        (problems) => sessionsPage(ctx, params.id, { values: form, problems }),
      );
    },
  ),

  post(
    '/roles/:id/sessions/:session/remove',
    who,
    { params: byId.extend({ session: z.uuid() }), fields: [] },
    async (ctx, { params }) => {
      await keptRole(ctx, params.id, canPostRole);
      await removeSession(ctx, params.id, params.session);
      return redirect(roles.sessions(params.id));
    },
  ),
];

async function newRolePage(
  ctx: Ctx,
  groupId: string,
  about: Remembered & { beside?: string | undefined; again?: Role },
): Promise<Page> {
  const group = await keptGroup(ctx, groupId, canPostRole);
  const wanted = about.values?.beside ?? about.beside;
  const found = typeof wanted === 'string' ? await besideOptional(ctx, groupId, wanted) : undefined;
  const title = `A role at ${group.name}`;
  const body = (
    <WriteRolePage
      title={title}
      name="post-role"
      action={roles.newAt(groupId)}
      version={0}
      values={about.values ?? firstValues(about.again, found)}
      problems={about.problems}
      waits={waitsForLook(group, canCheckRole(ctx.actor, group))}
      unposted
      beside={found}
    />
  );
  return {
    title,
    noindex: true,
    crumb: { href: organisations.one(group.id, group.name), label: group.name },
    body,
  };
}

async function besideOptional(ctx: Ctx, groupId: string, id: string): Promise<Role | undefined> {
  const found = z.uuid().safeParse(id).success ? await roleOptional(ctx.db.open, id) : undefined;
  return found?.organisationId === groupId ? found : undefined;
}

const usual = { place: 'ours', minimum_age: 18, how_often: 'seldom', share: 'network' };

/** What a new role begins with: the one that is posted again, or what it shares with the one beside it. */
function firstValues(again: Role | undefined, beside: Role | undefined): Record<string, unknown> {
  if (again) return { ...roleAsForm(again), until_day: '' };
  if (!beside) return usual;
  const { cause, also_cause, place, venue, address, postcode, times, emergency } = roleAsForm(beside);
  const activity_title = beside.activity.title;
  return { ...usual, cause, also_cause, place, venue, address, postcode, times, emergency, activity_title };
}

async function editPage(ctx: Ctx, id: string, { values, problems, stale }: Remembered): Promise<Page> {
  const { one, owner } = await keptRole(ctx, id, canPostRole);
  const title = `Change ${one.title}`;
  const current = roleAsForm(one);
  const body = (
    <WriteRolePage
      title={title}
      name="change-role"
      action={roles.edit(id)}
      version={String(stale?.current.version ?? values?.version ?? one.version)}
      values={values ?? current}
      problems={stale ? undefined : problems}
      differences={stale && values ? differences(current, values) : undefined}
      waits={waitsForLook(owner, canCheckRole(ctx.actor, owner))}
      unposted={['draft', 'returned', 'pulled'].includes(one.state)}
    />
  );
  return { title, noindex: true, crumb: { href: roles.one(id, one.title), label: one.title }, body };
}

function differences(current: Readonly<Record<string, unknown>>, typed: FormBody) {
  return changedFields(current, typed).map((field) => ({
    label: fieldWords(field),
    theirs: shown(current[field]),
    yours: shown(typed[field]),
  }));
}

function shown(value: unknown): string {
  if (value === undefined || value === null || value === false) return '';
  if (value === true) return 'Yes';
  return Array.isArray(value) ? value.map(String).join(', ') : String(value);
}

async function sessionsPage(ctx: Ctx, id: string, remembered: Remembered): Promise<Page> {
  const { one } = await keptRole(ctx, id, canPostRole);
  const { activityId } = await role(ctx.db.open, id);
  const sessions = (await sessionsOf(ctx.db.open, [activityId])).get(activityId) ?? [];
  const title = sessionsTitle(one.title);
  const body = <SessionsPage one={one} sessions={sessions} now={ctx.now} {...remembered} />;
  return { title, noindex: true, crumb: { href: roles.one(id, one.title), label: one.title }, body };
}
