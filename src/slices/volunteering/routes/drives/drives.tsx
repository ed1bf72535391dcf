import { z } from 'zod';
import type { Ctx } from '../../../../platform/ctx.ts';
import { dayOf } from '../../../../platform/dates.ts';
import { answerForm, type Remembered } from '../../../../platform/forms.ts';
import { byId, get, type Page, page, post, type Route, redirect } from '../../../../platform/http/route.ts';
import { permit } from '../../../../platform/permit.ts';
import { organisation } from '../../../register/door.ts';
import {
  addAtCounter,
  joinDrive,
  leaveDrive,
  makeDrive,
  propose,
  suggest,
} from '../../actions/drives/drives.ts';
import { DrivePage } from '../../pages/drives/drive.tsx';
import { DrivesPage, drivesTitle } from '../../pages/drives/drives.tsx';
import { canRunDrive, canTakePart } from '../../permits/drives.ts';
import {
  type DriveRole,
  drive,
  driveEntries,
  driveRoles,
  drivesAt,
  ownEntryOptional,
  rolesToChoose,
} from '../../queries/drives/drives.ts';
import { because } from '../../rules/matching/because.ts';
import { drives } from '../../urls/drives.ts';
import { AddAtCounter, MakeDrive } from '../../words/drives.ts';
import type { Wishes } from '../../words/matching.ts';
import { mustBeSomebody } from '../kept.ts';

const staff = 'a worker of the centre';
const anybody = 'whoever is signed in';
const nothing = z.strictObject({});
const WithId = MakeDrive.extend({ id: z.uuid() });

export const routes: readonly Route[] = [
  get('/centres/:id/drives', staff, { params: byId }, async (ctx, { params }) =>
    page(await drivesPage(ctx, params.id, {})),
  ),

  post(
    '/centres/:id/drives',
    staff,
    { params: byId, fields: ['id', 'title', 'words', 'on_day', 'roles', 'places'] },
    async (ctx, { params, form }) => {
      mustBeSomebody(ctx);
      permit(canRunDrive(ctx.actor, params.id));
      return answerForm(
        WithId,
        form,
        async ({ id, ...input }) => {
          await makeDrive(ctx, params.id, id, input);
          return redirect(drives.one(id));
        },
        (problems) => drivesPage(ctx, params.id, { values: form, problems }),
      );
    },
  ),

  get('/drives/:id', anybody, { params: byId }, async (ctx, { params }) =>
    page(await drivePage(ctx, params.id, {})),
  ),

  ...(
    [
      ['join', anybody, joinDrive],
      ['leave', anybody, leaveDrive],
      ['propose', staff, propose],
      ['suggest', staff, suggest],
    ] as const
  ).map(([verb, who, act]) =>
    post(`/drives/:id/${verb}`, who, { params: byId, fields: [] }, async (ctx, { params }) => {
      mustBeSomebody(ctx);
      return answerForm(
        nothing,
        {},
        async () => {
          await act(ctx, params.id);
          return redirect(drives.one(params.id));
        },
        (problems) => drivePage(ctx, params.id, { problems }),
      );
    }),
  ),

  post(
    '/drives/:id/people',
    staff,
    { params: byId, fields: ['id', 'age', 'place', 'when', 'cause', 'skill'] },
    async (ctx, { params, form }) => {
      mustBeSomebody(ctx);
      permit(canRunDrive(ctx.actor, (await drive(ctx.db.open, params.id)).centreId));
      return answerForm(
        AddAtCounter,
        form,
        async (input) => {
          await addAtCounter(ctx, params.id, input);
          return redirect(`${drives.one(params.id)}#people`);
        },
        (problems) => drivePage(ctx, params.id, { values: form, problems }),
      );
    },
  ),
];

async function drivesPage(ctx: Ctx, centreId: string, remembered: Remembered): Promise<Page> {
  mustBeSomebody(ctx);
  permit(canRunDrive(ctx.actor, centreId));
  const db = ctx.db.open;
  const centre = await organisation(db, centreId);
  const body = (
    <DrivesPage
      centre={centre}
      newId={ctx.newId()}
      rows={await drivesAt(db, centreId)}
      roles={await rolesToChoose(db, centreId)}
      now={ctx.now}
      {...remembered}
    />
  );
  return { title: drivesTitle(centre.name), noindex: true, body };
}

async function drivePage(ctx: Ctx, id: string, remembered: Remembered): Promise<Page> {
  mustBeSomebody(ctx);
  const db = ctx.db.open;
  const one = await drive(db, id);
  const centre = await organisation(db, one.centreId);
  const roles = await driveRoles(db, id);
  const mayRun = canRunDrive(ctx.actor, one.centreId);
  const entries = mayRun ? await ctx.db.read((own) => driveEntries(own, id)) : [];
  const own = await ctx.db.read((keyed) => ownEntryOptional(keyed, id, ctx.actor.personId ?? ''));
  const suggested = own?.suggested_at ? roles.find((role) => role.id === own.role_id) : undefined;
  const body = (
    <DrivePage
      one={one}
      centreName={centre.name}
      roles={roles.map((role) => ({
        ...role,
        taken: entries.filter(({ roleId }) => roleId === role.id).length,
      }))}
      run={
        mayRun ? { newId: ctx.newId(), people: entries.map((entry) => peopleRow(entry, roles)) } : undefined
      }
      own={own && { number: own.number, role: suggested }}
      mayJoin={canTakePart(ctx.actor) && one.onDay >= dayOf(ctx.now)}
      now={ctx.now}
      {...remembered}
    />
  );
  const crumb = mayRun ? { href: drives.at(centre.id), label: drivesTitle(centre.name) } : undefined;
  return { title: one.title, noindex: true, body, crumb };
}

function peopleRow(
  entry: { number: number; wishes: Wishes | undefined; roleId: string | null; suggestedAt: Date | null },
  roles: readonly DriveRole[],
) {
  const role = roles.find(({ id }) => id === entry.roleId);
  const said = role && { ...role, slots: role.times, distanceM: null, precise: null };
  return {
    number: entry.number,
    role: role?.title ?? 'Nothing yet',
    because: said && entry.wishes ? because(entry.wishes, said).join(', ') : '',
    state: entry.suggestedAt === null ? '' : 'Suggested',
  };
}
