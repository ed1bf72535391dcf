import { z } from 'zod';
import type { Ctx } from '../../../platform/ctx.ts';
import { Invalid } from '../../../platform/errors.ts';
import { answerForm, type Remembered } from '../../../platform/forms.ts';
import { get, type Page, page, post, type Route, redirect } from '../../../platform/http/route.ts';
import { permit } from '../../../platform/permit.ts';
import { optionalText } from '../../../platform/words.ts';
import { countsOfLevels, postcodeCounts } from '../../areas/door.ts';
import { settings } from '../../network/urls.ts';
import { bringInAreas } from '../actions/bring-areas.ts';
import { AreasPage, PostcodesPage } from '../pages/ground.tsx';
import { canImportAreas, canSeeImports } from '../permits.ts';
import { newestImports } from '../queries/imports.ts';
import { areasStand, postcodesStand } from '../rules/ground.ts';
import { ground, imports } from '../urls.ts';
import { areaFileBytes, Unreadable } from '../words/import.ts';

const BringIn = z.strictObject({ source: optionalText(120) });
const crumb = { href: settings.all(), label: 'Settings' };

export const routes: readonly Route[] = [
  get(ground.areas(), 'the coordinator', {}, async (ctx) => page(await areasPage(ctx))),

  post(
    ground.areas(),
    'the coordinator',
    { fields: ['source'], upload: { field: 'file', maxBytes: areaFileBytes } },
    async (ctx, { form, files }) => {
      permit(canImportAreas(ctx.actor));
      return answerForm(
        BringIn,
        form,
        async ({ source }) => {
          const file = files.get('file');
          if (!file)
            throw new Invalid({ file: 'Choose the file first. A list of areas ends in .csv or .geojson.' });
          if (!/[.](csv|txt|json|geojson)$/i.test(file.name)) {
            throw new Invalid({
              file: `“${file.name}” is neither a table (.csv) nor a map (.geojson, .json). Save a spreadsheet as CSV.`,
            });
          }
          const { id } = await readable(bringInAreas(ctx, file, source));
          return redirect(imports.one(id));
        },
        (problems) => areasPage(ctx, { values: form, problems }),
      );
    },
  ),

  get(ground.postcodes(), 'the coordinator', {}, async (ctx) => {
    permit(canSeeImports(ctx.actor));
    const stands = postcodesStand(await postcodeCounts(ctx.db.open));
    const title = 'Postcodes';
    const body = <PostcodesPage title={title} stands={stands.words} />;
    return page({ title, noindex: true, crumb, current: settings.all(), body });
  }),
];

async function areasPage(ctx: Ctx, remembered: Remembered = {}): Promise<Page> {
  permit(canImportAreas(ctx.actor));
  const stands = areasStand(await countsOfLevels(ctx.db.open));
  const files = (await newestImports(ctx.db.open, 50)).filter((one) => one.kind === 'areas').slice(0, 5);
  const title = 'Levels and areas';
  const body = (
    <AreasPage title={title} stands={stands.words} files={files} now={ctx.machineNow} {...remembered} />
  );
  return { title, noindex: true, crumb, current: settings.all(), body };
}

/** What nobody can read is a problem of the file, said beside it. */
async function readable<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (problem) {
    if (problem instanceof Unreadable) throw new Invalid({ file: problem.message });
    throw problem;
  }
}
