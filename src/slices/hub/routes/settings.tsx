import type { Ctx } from '../../../platform/ctx.ts';
import { get, page, type Route } from '../../../platform/http/route.ts';
import { permit } from '../../../platform/permit.ts';
import { network, settingWords } from '../../network/door.ts';
import { settings } from '../../network/urls.ts';
import { personsByIds } from '../../people/door.ts';
import { SettingsPage, type ShownChange } from '../pages/settings.tsx';
import { canSeeSettings } from '../permits.ts';
import { newestChanges } from '../queries/hub.ts';
import { folded } from '../rules.ts';
import { hub } from '../urls.ts';

const changesShown = 12;
/** Many of them fold into one line. */
const changesRead = 100;

export const routes: readonly Route[] = [
  get(settings.all(), 'the coordinator', {}, async (ctx) => {
    permit(canSeeSettings(ctx.actor));
    const { publishedAt } = await network(ctx.db.open);
    const steps = await Promise.all(
      ctx.house.setup.map(async ({ read, ...step }) => ({ ...step, ...(await read(ctx)) })),
    );
    const title = publishedAt ? 'Settings' : 'Set up the network';
    return page({
      title,
      noindex: true,
      current: settings.all(),
      crumb: { href: hub.page(), label: 'The hub' },
      body: (
        <SettingsPage
          title={title}
          isOpen={publishedAt !== null}
          steps={steps}
          changes={await changes(ctx)}
          now={ctx.now}
        />
      ),
    });
  }),
];

/** The newest changes with the names of those who made them, as far as they are to be seen. */
async function changes(ctx: Ctx): Promise<ShownChange[]> {
  return ctx.db.read(async (db) => {
    const rows = folded(await newestChanges(db, changesRead)).slice(0, changesShown);
    const persons = await personsByIds(
      db,
      rows.flatMap((row) => row.personId ?? []),
    );
    const names = new Map(persons.map(({ id, name, email }) => [id, name || email]));
    return rows.map(({ personId, fields, ...row }) => ({
      ...row,
      by: names.get(personId ?? ''),
      fields: fields.map((field) => settingWords[field] ?? field),
    }));
  });
}
