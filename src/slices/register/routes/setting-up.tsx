import type { Ctx } from '../../../platform/ctx.ts';
import { dayWords } from '../../../platform/dates.ts';
import type { Stale } from '../../../platform/errors.ts';
import { answerForm, type Remembered } from '../../../platform/forms.ts';
import { byId, get, type Page, page, post, type Route, redirect } from '../../../platform/http/route.ts';
import { permit } from '../../../platform/permit.ts';
import { settings } from '../../network/urls.ts';
import { personsByIds } from '../../people/door.ts';
import { invitePerson } from '../actions/people.ts';
import { addCentre, changeCentre, chooseCover } from '../actions/setting-up.ts';
import { CoverPage } from '../pages/cover.tsx';
import { CentrePage, CentresPage } from '../pages/setting-up.tsx';
import { canSetUpCentres } from '../permits.ts';
import { holders, openInvitations } from '../queries/people.ts';
import { coveredAreas, setUpCentre, setUpCentres } from '../queries/setting-up.ts';
import { centresStand, coverStands } from '../rules/setting-up.ts';
import { settingUp } from '../urls.ts';
import { roleWords } from '../words/answers.ts';
import { AddCentre, ChangeCentre, ChooseCover, InviteToCentre } from '../words/setting-up.ts';

const who = 'the coordinator';
const around = { noindex: true, current: settings.all() };
const crumb = { href: settings.all(), label: 'Settings' };

export const routes: readonly Route[] = [
  get(settingUp.centres(), who, {}, async (ctx) => page(await centresPage(ctx))),

  post(settingUp.centres(), who, { fields: Object.keys(AddCentre.shape) }, async (ctx, { form }) => {
    permit(canSetUpCentres(ctx.actor));
    return answerForm(
      AddCentre,
      form,
      async (input) => redirect(settingUp.centre(await addCentre(ctx, input))),
      (problems) => centresPage(ctx, { values: form, problems }),
    );
  }),

  get('/settings/centres/:id', who, { params: byId }, async (ctx, { params }) => {
    return page(await centrePage(ctx, params.id));
  }),

  post(
    '/settings/centres/:id',
    who,
    { params: byId, fields: Object.keys(ChangeCentre.shape) },
    async (ctx, { params, form }) => {
      permit(canSetUpCentres(ctx.actor));
      return answerForm(
        ChangeCentre,
        form,
        async (input) => {
          await changeCentre(ctx, params.id, input);
          return redirect(settingUp.centres());
        },
        (problems, stale) => centrePage(ctx, params.id, { record: { values: form, problems }, stale }),
      );
    },
  ),

  post(
    '/settings/centres/:id/invite',
    who,
    { params: byId, fields: ['email', 'role'] },
    async (ctx, { params, form }) => {
      permit(canSetUpCentres(ctx.actor));
      return answerForm(
        InviteToCentre,
        form,
        async (input) => {
          await ctx.db.read((db) => setUpCentre(db, ctx.machineNow, params.id));
          await invitePerson(ctx, params.id, input);
          return redirect(settingUp.centre(params.id));
        },
        (problems) => centrePage(ctx, params.id, { invite: { values: form, problems } }),
      );
    },
  ),

  get(settingUp.cover(), who, {}, async (ctx) => page(await coverPage(ctx))),

  post(settingUp.cover(), who, { fields: ['cover-*'] }, async (ctx, { form }) => {
    permit(canSetUpCentres(ctx.actor));
    return answerForm(
      ChooseCover,
      form,
      async (input) => {
        const chosen = Object.entries(input).map(
          ([name, centre]) => [name.slice('cover-'.length), centre] as const,
        );
        await chooseCover(ctx, new Map(chosen));
        return redirect(settings.all());
      },
      (problems) => coverPage(ctx, { values: form, problems }),
    );
  }),
];

async function centresPage(ctx: Ctx, remembered: Remembered = {}): Promise<Page> {
  permit(canSetUpCentres(ctx.actor));
  const title = 'Centres and their people';
  return ctx.db.read(async (db) => {
    const centres = await setUpCentres(db, ctx.machineNow);
    const props = { title, centres, areas: await coveredAreas(db), ...remembered };
    return { title, crumb, ...around, body: <CentresPage stands={centresStand(centres).words} {...props} /> };
  });
}

async function centrePage(
  ctx: Ctx,
  id: string,
  {
    record = {},
    invite = {},
    stale,
  }: { record?: Remembered; invite?: Remembered; stale?: Stale | undefined } = {},
): Promise<Page> {
  permit(canSetUpCentres(ctx.actor));
  return ctx.db.read(async (db) => {
    const centre = await setUpCentre(db, ctx.machineNow, id);
    const { name, phone, email, own } = centre;
    const values = record.values ?? { name, phone, email, areas: own.map((area) => area.id) };
    const body = (
      <CentrePage
        title={name}
        centre={centre}
        areas={await coveredAreas(db)}
        {...(await peopleOf(ctx, db, id))}
        version={stale ? centre.version : String(record.values?.version ?? centre.version)}
        values={values}
        {...(record.problems && !stale ? { problems: record.problems } : {})}
        differences={stale && differences(stale, values)}
        invite={invite}
      />
    );
    return { title: name, ...around, crumb: { href: settingUp.centres(), label: 'Centres' }, body };
  });
}

async function peopleOf(ctx: Ctx, db: Parameters<typeof holders>[0], id: string) {
  const held = await holders(db, id);
  const persons = await personsByIds(
    db,
    held.map((one) => one.personId),
  );
  const named = new Map(persons.map((person) => [person.id, person.name || person.email]));
  const invited = await openInvitations(db, id, ctx.machineNow);
  return {
    people: held.map((one) => ({
      id: one.id,
      name: named.get(one.personId) ?? 'Somebody',
      role: (roleWords[one.role] ?? one.role).toLowerCase(),
      since: dayWords(one.fromAt, ctx.now),
    })),
    invited: invited.map((one) => ({
      ...{ id: one.id, email: one.email },
      until: dayWords(one.expiresAt, ctx.machineNow),
    })),
  };
}

function differences(stale: Stale, typed: Readonly<Record<string, unknown>>) {
  const labels = { name: 'Name', phone: 'Telephone', email: 'E-mail' };
  return Object.entries(labels)
    .map(([field, label]) => ({
      label,
      theirs: String(stale.current[field] ?? ''),
      yours: String(typed[field] ?? ''),
    }))
    .filter(({ theirs, yours }) => theirs !== yours);
}

async function coverPage(ctx: Ctx, remembered: Remembered = {}): Promise<Page> {
  permit(canSetUpCentres(ctx.actor));
  const title = 'Cover of boroughs';
  return ctx.db.read(async (db) => {
    const areas = await coveredAreas(db);
    const centres = await setUpCentres(db, ctx.machineNow);
    const values = Object.fromEntries(areas.map((area) => [`cover-${area.id}`, area.centreId ?? '']));
    const props = { title, areas, centres, values, ...remembered };
    return { title, crumb, ...around, body: <CoverPage stands={coverStands(areas).words} {...props} /> };
  });
}
