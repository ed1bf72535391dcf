import { answerRegistration, markNotTheSame } from '../../slices/register/actions/answer.ts';
import { organisation } from '../../slices/register/door.ts';
import { dice } from '../region/dice.ts';
import type { DemoOrganisation } from '../region/shapes.ts';
import type { StagedCentre } from './bodies.ts';
import { beforeNow } from './days.ts';
import type { Stage } from './stage.ts';

const hour = 3_600_000;
const notForUs = [
  'Most of what they do is on the other side of the border. We pass people on to them.',
  'Their home centre is nearer. Ring us if you come to us on a fixed day.',
  'We have two of this kind already, and you only come to us now and then.',
];

/** Each centre answers a day or two later, the home centre first. Returns when the last one did. */
export async function answerAll(
  stage: Stage,
  one: DemoOrganisation,
  about: { id: string; asked: readonly StagedCentre[]; at: Date },
): Promise<Date> {
  const throws = dice(`answers ${one.key}`);
  let last = about.at;
  for (const [index, centre] of about.asked.entries()) {
    const at = beforeNow(stage.now, new Date(about.at.getTime() + throws.whole(20, 44) * hour));
    const ctx = stage.as(centre.worker, at);
    const what = { organisationId: about.id, centreId: centre.id };
    const isHome = index === 0;
    if (isHome && (await isLikeAnother(stage, about.id))) {
      await markNotTheSame(ctx, what, { why: 'I rang both: they share a name or a hall, and nothing else.' });
    }
    const no = !isHome && throws.chance(0.12);
    const returned = isHome && one.state === 'returned';
    const answer = returned ? 'returned' : no ? 'not_for_us' : 'accepted';
    const reason = returned ? (one.note ?? '') : no ? throws.pick(notForUs) : '';
    await answerRegistration(ctx, what, { answer, reason, version: 0 });
    if (at > last) last = at;
    if (returned) return last;
  }
  return last;
}

async function isLikeAnother(stage: Stage, id: string): Promise<boolean> {
  const one = await organisation(stage.asJob(stage.now).db.open, id);
  return one.state === 'submitted';
}
