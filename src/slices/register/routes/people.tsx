import { z } from 'zod';
import type { Ctx } from '../../../platform/ctx.ts';
import { answerForm, type Remembered } from '../../../platform/forms.ts';
import { limited } from '../../../platform/http/limits.ts';
import { byId, get, type Page, page, post, type Route, redirect } from '../../../platform/http/route.ts';
import { permit } from '../../../platform/permit.ts';
import { hashOf } from '../../../platform/secrets.ts';
import { settings } from '../../network/urls.ts';
import { canSetProvider, personsByIds } from '../../people/door.ts';
import {
  acceptInvitation,
  endPosition,
  invitePerson,
  revokeInvitation,
  whyNotAccept,
} from '../actions/people.ts';
import { InvitationPage, PeoplePage } from '../pages/people.tsx';
import { canAppoint, canInvite, canMakeSure, canSeePeople } from '../permits.ts';
import { openLeavings } from '../queries/leaving.ts';
import { formerKeepers } from '../queries/merging.ts';
import { organisation } from '../queries/organisation.ts';
import { holders, invitationByToken, openInvitations } from '../queries/people.ts';
import { leavings, organisations } from '../urls.ts';
import { InvitePerson } from '../words/answers.ts';
import { mustBeSomebody } from './kept.ts';

const ByToken = z.object({ token: z.string().regex(/^[\w-]{43}$/) });
const oftenEnough = limited({ burst: 20, seconds: 3600 });

export const routes: readonly Route[] = [
  get(
    '/organisations/:id/people',
    'its people and its home centre',
    { params: byId },
    async (ctx, { params }) => {
      return page(await peoplePage(ctx, params.id, {}));
    },
  ),

  post(
    '/organisations/:id/people',
    'an admin of it',
    { params: byId, fields: ['email', 'role'] },
    async (ctx, { params, form, request }) => {
      permit(canInvite(ctx.actor, params.id));
      oftenEnough(request.address, ctx.machineNow);
      return answerForm(
        InvitePerson,
        form,
        async (input) => {
          await invitePerson(ctx, params.id, input);
          return redirect(organisations.people(params.id));
        },
        (problems) => peoplePage(ctx, params.id, { values: form, problems }),
      );
    },
  ),

  post(
    '/organisations/:id/people/:position/end',
    'an admin of it, or the person',
    { params: byId.extend({ position: z.uuid() }), fields: [] },
    async (ctx, { params }) => {
      return answerForm(
        z.object({}),
        {},
        async () => {
          await endPosition(ctx, params.id, params.position);
          const there = await holders(ctx.db.open, params.id);
          const stays = there.some((held) => held.personId === ctx.actor.personId);
          return redirect(stays ? organisations.people(params.id) : '/me');
        },
        (problems) => peoplePage(ctx, params.id, { problems }),
      );
    },
  ),

  post(
    '/organisations/:id/invitations/:invitation/revoke',
    'an admin of it',
    { params: byId.extend({ invitation: z.uuid() }), fields: [] },
    async (ctx, { params }) => {
      await revokeInvitation(ctx, params.id, params.invitation);
      return redirect(organisations.people(params.id));
    },
  ),

  get('/invitations/:token', 'whoever holds the link', { params: ByToken }, async (ctx, { params }) => {
    const keyed = ctx.db.withKeys({ link: hashOf(params.token) });
    const invitation = await keyed.read((db) => invitationByToken(db, hashOf(params.token)));
    const { name } = await organisation(ctx.db.open, invitation.organisationId);
    const why = whyNotAccept(invitation, ctx.machineNow);
    const body = (
      <InvitationPage
        token={params.token}
        organisationName={name}
        role={invitation.role}
        email={invitation.email}
        signedInAs={ctx.actor.email}
        why={why}
      />
    );
    const headers = { 'Cache-Control': 'no-store' };
    return page({ title: `Join ${name}`, noindex: true, body }, why ? 410 : 200, { headers });
  }),

  post(
    '/invitations/:token',
    'the person who was invited',
    { params: ByToken, fields: [] },
    async (ctx, { params }) => {
      const { organisationId, role } = await acceptInvitation(ctx, params.token);
      if (role === 'coordinator') return redirect(settings.all());
      const { name } = await organisation(ctx.db.open, organisationId);
      return redirect(organisations.one(organisationId, name));
    },
  ),
];

async function peoplePage(ctx: Ctx, organisationId: string, remembered: Remembered): Promise<Page> {
  mustBeSomebody(ctx);
  const one = await organisation(ctx.db.open, organisationId);
  permit(canSeePeople(ctx.actor, one), { hidden: true });
  const mayInvite = canInvite(ctx.actor, organisationId);
  const mayLetIn = canMakeSure(ctx.actor, one);
  return ctx.db.read(async (db) => {
    const held = await holders(db, organisationId);
    const persons = new Map(
      (
        await personsByIds(
          db,
          held.map((row) => row.personId),
        )
      ).map((person) => [person.id, person]),
    );
    const leaving = new Map(
      (await openLeavings(db, organisationId)).map((row) => [
        row.personId,
        { at: row.leavesAt, href: leavings.one(row.id) },
      ]),
    );
    const people = held.map((row) => ({
      positionId: row.id,
      name: persons.get(row.personId)?.name ?? '',
      email: persons.get(row.personId)?.email ?? '',
      role: row.role,
      since: row.fromAt,
      own: row.personId === ctx.actor.personId,
      leaves: leaving.get(row.personId),
    }));
    const invited = mayInvite ? await openInvitations(db, organisationId, ctx.machineNow) : [];
    const shown = invited.map((row) => ({
      id: row.id,
      email: row.email,
      role: row.role,
      until: row.expiresAt,
    }));
    const mayAppoint = canAppoint(ctx.actor, one);
    const props = {
      organisation: one,
      people,
      before: await formerKeepers(db, organisationId),
      invited: shown,
      mayInvite,
      mayProvide: canSetProvider(ctx.actor, organisationId),
      mayLetIn,
      mayAppoint,
      now: ctx.now,
      ...remembered,
    };
    const crumb = { href: organisations.one(one.id, one.name), label: one.name };
    return { title: `People of ${one.name}`, noindex: true, crumb, body: <PeoplePage {...props} /> };
  });
}
