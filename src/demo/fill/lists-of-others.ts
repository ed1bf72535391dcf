import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Ctx } from '../../platform/ctx.ts';
import { makeCtx, type Source } from '../../platform/http/context.ts';
import { type Actor, job } from '../../platform/permit.ts';
import { bringIn, bringInList, lookAtList } from '../../slices/interchange/actions/bring-in.ts';
import { sayColumns, sendList } from '../../slices/interchange/actions/send-list.ts';
import { inFolder } from '../../slices/interchange/actions/sent-file.ts';
import type { PageKind } from '../../slices/interchange/words/page.ts';
import { charityRegister, hartlowCouncil, libraryRooms } from './lists/lists-of-others.ts';

interface OthersList {
  name: string;
  lines: readonly string[];
  source: string;
  attribution: string;
}

/** Lists that others hold: two were brought in, one was sent this morning and waits for the coordinator. */
export async function bringListsOfOthers(source: Source, coordinator: Actor): Promise<void> {
  const ruth = makeCtx(source, { actor: coordinator, hoursAhead: 0 });
  const asJob = makeCtx(source, { actor: job, hoursAhead: 0 });
  const rooms = await send(ruth, libraryRooms);
  await sayColumns(ruth, rooms, libraryRooms.columns);
  for (const id of [rooms, await send(ruth, charityRegister, 'charities')]) {
    await lookAtList(asJob, id);
    await bringIn(ruth, id);
    await bringInList(asJob, id);
  }
  await send(ruth, hartlowCouncil);
}

function send(ctx: Ctx, list: OthersList, kind: PageKind = 'organisations'): Promise<string> {
  const { name, lines, source, attribution } = list;
  return inFolder(async (folder) => {
    const path = join(folder, name);
    await writeFile(path, lines.join('\r\n'));
    return sendList(ctx, { name, path }, { kind, source, attribution });
  });
}
