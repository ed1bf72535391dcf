import type { JSX } from 'preact';
import type { z } from 'zod';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Problems, Stale } from '../../../platform/errors.ts';
import { answerForm } from '../../../platform/forms.ts';
import {
  type FormBody,
  get,
  type Page,
  page,
  post,
  type Route,
  redirect,
} from '../../../platform/http/route.ts';
import { permit } from '../../../platform/permit.ts';
import {
  changeBanner,
  changeColour,
  changeMap,
  changePromise,
  changeSettings,
  closeDoors,
  openDoors,
} from '../actions/settings.ts';
import { DoorsPage } from '../pages/settings/doors.tsx';
import {
  BannerFields,
  ColourFields,
  LicenceFields,
  MapFields,
  NameFields,
  PromiseFields,
  QuietFields,
  WeightFields,
  WordFields,
} from '../pages/settings/forms.tsx';
import { type Remembered, SettingPage } from '../pages/settings/page.tsx';
import { canChangeSettings } from '../permits.ts';
import { network } from '../queries.ts';
import { changedSettings, settingsAsForm } from '../rules/settings.ts';
import { settings } from '../urls.ts';
import {
  NameNetwork,
  OpenDoors,
  SetBanner,
  SetColour,
  SetLicence,
  SetMap,
  SetPromise,
  SetQuietHours,
  SetWeights,
  SetWords,
  settingWords,
} from '../words/settings.ts';

const crumb = { href: settings.all(), label: 'Settings' };

export const routes: readonly Route[] = [
  ...setting({
    path: settings.name(),
    form: 'name-network',
    title: 'Name and contact',
    lead: 'Who you are, and where people reach you when no centre answers.',
    schema: NameNetwork,
    Fields: NameFields,
    change: (ctx, { version, ...columns }) => changeSettings(ctx, version, columns),
  }),
  ...setting({
    path: settings.promise(),
    form: 'set-promise',
    title: 'Promise and clocks',
    lead: 'What anybody can expect from you, and the clocks that see to it. Pages and clocks use the same numbers.',
    schema: SetPromise,
    Fields: PromiseFields,
    change: changePromise,
  }),
  ...setting({
    path: settings.words(),
    form: 'set-words',
    title: 'Wording',
    lead: 'How you welcome people, and what you call your centres.',
    schema: SetWords,
    Fields: WordFields,
    change: (ctx, { version, ...columns }) => changeSettings(ctx, version, columns),
  }),
  ...setting({
    path: settings.licence(),
    form: 'set-licence',
    title: 'Data licence',
    lead: 'Public records can be read by other programs. The licence says what others may do with them.',
    schema: SetLicence,
    Fields: LicenceFields,
    change: (ctx, { version, ...columns }) => changeSettings(ctx, version, columns),
  }),

  ...setting({
    path: settings.weights(),
    form: 'set-weights',
    title: 'What comes first',
    lead: 'Results are ordered by the words of a search. Two more things count, as much as you say.',
    schema: SetWeights,
    Fields: WeightFields,
    change: (ctx, { version, ...columns }) => changeSettings(ctx, version, columns),
  }),
  ...setting({
    path: settings.colour(),
    form: 'set-colour',
    title: 'Colour',
    lead: 'One colour of your own, as far as everybody can read what stands on it.',
    schema: SetColour,
    Fields: ColourFields,
    change: changeColour,
  }),
  ...setting({
    path: settings.banner(),
    form: 'set-banner',
    title: 'Notice over every page',
    lead: 'For what everybody has to know for some days.',
    schema: SetBanner,
    Fields: BannerFields,
    change: changeBanner,
  }),

  ...setting({
    path: settings.map(),
    form: 'set-map',
    title: 'Map',
    lead: 'Your own areas lie under every map. Streets can lie there, too, drawn by somebody else.',
    schema: SetMap,
    Fields: MapFields,
    change: changeMap,
  }),

  ...setting({
    path: settings.quietHours(),
    form: 'set-quiet-hours',
    title: 'Quiet hours',
    lead: 'Letters that can wait go out in the morning. Codes and invitations that somebody waits for always go at once.',
    schema: SetQuietHours,
    Fields: QuietFields,
    change: (ctx, { version, ...columns }) => changeSettings(ctx, version, columns),
  }),

  get(settings.doors(), 'the coordinator', {}, async (ctx) => page(await doorsPage(ctx, {}))),

  post(settings.doors(), 'the coordinator', { fields: ['answer', 'version'] }, async (ctx, { form }) => {
    permit(canChangeSettings(ctx.actor));
    return answerForm(
      OpenDoors,
      form,
      async ({ answer, version }) => {
        await (answer === 'open' ? openDoors(ctx, version) : closeDoors(ctx, version));
        return redirect(answer === 'open' ? '/' : settings.doors());
      },
      (problems) => doorsPage(ctx, problems),
    );
  }),
];

interface Setting<Schema extends z.ZodObject> {
  path: string;
  form: string;
  title: string;
  lead: string;
  schema: Schema;
  Fields: () => JSX.Element;
  change: (ctx: Ctx, input: z.infer<Schema>) => Promise<void>;
}

/** A page with one form that changes some of the network's own words, and comes back to the list. */
function setting<Schema extends z.ZodObject>(one: Setting<Schema>): Route[] {
  const { path, title, schema } = one;
  function draw(remembered: Remembered): Page {
    const body = (
      <SettingPage {...remembered} title={title} lead={one.lead} form={one.form} action={path}>
        <one.Fields />
      </SettingPage>
    );
    return { title, noindex: true, crumb, current: settings.all(), body };
  }
  return [
    get(path, 'the coordinator', {}, async (ctx) => {
      permit(canChangeSettings(ctx.actor));
      const of = await network(ctx.db.open);
      return page(draw({ values: settingsAsForm(of), version: of.version }));
    }),
    post(path, 'the coordinator', { fields: Object.keys(schema.shape) }, async (ctx, { form }) => {
      permit(canChangeSettings(ctx.actor));
      return answerForm(
        schema,
        form,
        async (input) => {
          await one.change(ctx, input);
          return redirect(settings.all());
        },
        (problems, stale) => draw(again(form, problems, stale)),
      );
    }),
  ];
}

export function again(form: FormBody, problems: Problems, stale: Stale | undefined): Remembered {
  if (!stale) return { values: form, version: String(form.version ?? ''), problems };
  const { version, ...current } = stale.current;
  const differences = changedSettings(current, form).map((field) => ({
    label: settingWords[field] ?? field,
    theirs: String(current[field] ?? ''),
    yours: String(form[field] ?? ''),
  }));
  return { values: form, version: String(version), differences };
}

async function doorsPage(ctx: Ctx, problems: Problems): Promise<Page> {
  permit(canChangeSettings(ctx.actor));
  const of = await network(ctx.db.open);
  const steps = [];
  for (const { read, ...step } of ctx.house.setup) steps.push({ ...step, ...(await read(ctx)) });
  const title = 'The front door';
  const body = <DoorsPage title={title} network={of} now={ctx.now} steps={steps} problems={problems} />;
  return { title, noindex: true, crumb, current: settings.all(), body };
}
