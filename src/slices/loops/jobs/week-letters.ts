import type { Letter, Messages, Recorded } from '../../../platform/contributions.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { personsByIds } from '../../people/door.ts';
import { makeStopToken } from '../actions/ten-minutes.ts';
import { weekAsked } from '../events.ts';
import { tenMinutes } from '../urls.ts';

/** Asks somebody for their ten minutes: how many things there are, and nothing of what they are. */
export const weekLetters: readonly Messages[] = [{ event: weekAsked.name, write: askLetter }];

async function askLetter(tx: Tx, ctx: Ctx, event: Recorded): Promise<Letter[]> {
  const personId = String(event.payload.personId);
  const [person] = await personsByIds(tx, [personId]);
  if (!person) return [];
  const things = Number(event.payload.things);
  const what = things === 1 ? 'One thing wants' : `${things} things want`;
  const stopUrl = ctx.publicUrl + tenMinutes.stop(await makeStopToken(tx, ctx, personId));
  return [
    {
      to: person.email,
      subject: 'Your ten minutes of this week',
      text: [
        `${what} a look from you, about ${Number(event.payload.minutes)} minutes in all:`,
        ctx.publicUrl + tenMinutes.page(),
        'When you are through it says that you are done for this week. There you can also pause, or choose another day.',
        `To stop these letters with one button: ${stopUrl}`,
      ].join('\n\n'),
      stopUrl,
      why: 'You get this because you asked us to write once a week.',
    },
  ];
}
