import type { Ctx } from '../../platform/ctx.ts';
import { anonymous } from '../../platform/permit.ts';
import { claimOrganisation } from '../../slices/register/actions/claiming.ts';
import { suggestChange } from '../../slices/register/actions/keeping.ts';
import { asForm } from '../../slices/register/actions/organisation.ts';
import { suggestEdit } from '../../slices/register/actions/suggesting.ts';
import { organisation } from '../../slices/register/door.ts';
import { SuggestEdit } from '../../slices/register/words/suggestions.ts';
import type { StagedCentre } from './bodies.ts';
import { daysBack } from './days.ts';
import type { StagedGroup } from './groups.ts';
import type { Stage } from './stage.ts';

const suggestions = [
  { key: 'tuesday-table', daysAgo: 2, what: 'The bus is the 14 now, not the 9. It stops right outside.' },
  {
    key: 'eastlock-larder',
    daysAgo: 1,
    what: 'I stood there on Monday and it was shut. Is it Tuesdays now?',
  },
  { key: 'second-helpings', daysAgo: 3, what: 'The number rings but nobody picks up before noon.' },
  { key: 'letters-and-forms', daysAgo: 4, what: 'There is a step at the door, so it is not step free.' },
];

const claims = [
  { key: 'weir-lane-breakfast', daysAgo: 1, name: 'Colin Rook', email: 'colin@weir-lane.example' },
  { key: 'mending-mornings', daysAgo: 2, name: 'Bernadette Coe', email: 'bernadette@mending.example' },
];

/** What a neighbour centre would write into a record that it does not keep. */
const edits = [
  {
    key: 'eastlock-larder',
    by: 'hartlow-centre',
    daysAgo: 1,
    changed: { contact_label: 'Bola at the counter' },
    why: 'Bola told me when I rang about the bread.',
  },
];

/** What lies on people’s desks this morning besides registrations. */
export async function leaveWaiting(
  stage: Stage,
  groups: readonly StagedGroup[],
  centres: readonly StagedCentre[],
): Promise<void> {
  const byKey = new Map(groups.map((group) => [group.one.key, group]));
  for (const { key, daysAgo, what } of suggestions) {
    const group = byKey.get(key);
    if (!group) continue;
    const ctx = { ...stage.asJob(daysBack(stage.now, daysAgo, 12)), actor: anonymous };
    await suggestChange(ctx, group.id, { what, reply_to: '' });
  }
  await askOneThatPauses(stage, groups);
  for (const { key, by, daysAgo, changed, why } of edits) {
    const [group, centre] = [byKey.get(key), centres.find((one) => one.key === by)];
    if (!group || !centre) continue;
    const ctx = stage.as(centre.worker, daysBack(stage.now, daysAgo, 16));
    await suggestEdit(ctx, group.id, await written(ctx, group.id, { ...changed, why }));
  }
  for (const { key, daysAgo, name, email } of claims) {
    const group = byKey.get(key);
    if (!group) continue;
    const at = daysBack(stage.now, daysAgo, 19);
    await stage.bring({ name, email }, at);
    await claimOrganisation(stage.as(email, at), group.id, { way: 'mail', words: '' });
  }
}

/** Whoever waits for a group that pauses may wait for ever, so the board says it. */
async function askOneThatPauses(stage: Stage, groups: readonly StagedGroup[]): Promise<void> {
  const group = groups.find(({ one }) => one.state === 'paused');
  if (!group) return;
  const ctx = { ...stage.asJob(daysBack(stage.now, 3, 18)), actor: anonymous };
  await suggestChange(ctx, group.id, { what: 'When do you begin again? It does not say.', reply_to: '' });
}

/** The record as it stands, with what is to stand there instead. */
async function written(ctx: Ctx, id: string, changed: object): Promise<SuggestEdit> {
  return ctx.db.transaction(async (tx) => {
    const one = await organisation(tx, id);
    const { address_shown: _, ...current } = await asForm(tx, one);
    return SuggestEdit.parse({ ...current, ...changed, version: one.version });
  });
}
