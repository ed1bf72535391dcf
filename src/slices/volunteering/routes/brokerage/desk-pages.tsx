import type { Ctx } from '../../../../platform/ctx.ts';
import { addMonths, dayOf, weekdayWords } from '../../../../platform/dates.ts';
import type { Problems } from '../../../../platform/errors.ts';
import type { FormBody, Page } from '../../../../platform/http/route.ts';
import { isPerson, permit } from '../../../../platform/permit.ts';
import { openLoopsOf } from '../../../loops/door.ts';
import { cardsByIds } from '../../../register/door.ts';
import { type ReadEnquiry, readEnquiry } from '../../actions/brokerage/reading.ts';
import { EnquiriesPage, enquiriesTitle } from '../../pages/brokerage/enquiries.tsx';
import { EnquiryPage, enquiryTitle } from '../../pages/brokerage/enquiry.tsx';
import { OutlinePage } from '../../pages/brokerage/outline.tsx';
import { canKeepEnquiries, canSeeEnquiryOutline, centresOf } from '../../permits/brokerage.ts';
import { enquiriesOf, leastOf } from '../../queries/brokerage/enquiries.ts';
import { funnelOf } from '../../queries/brokerage/funnel.ts';
import { roleMatches } from '../../queries/brokerage/matches.ts';
import { roleOptional } from '../../queries/roles.ts';
import { ageOn } from '../../rules/brokerage/age.ts';
import { groupItems, groupWording } from '../../rules/brokerage/consent.ts';
import { placeOf } from '../../rules/brokerage/lifecycle.ts';
import { funnelLines, matchWords, medianWords, worstStepWords } from '../../rules/brokerage/say.ts';
import { enquiries } from '../../urls.ts';
import { namesIn, subjectOf, turnOf } from './shown.ts';

export async function listPage(ctx: Ctx, isOver: boolean): Promise<Page> {
  permit(isPerson(ctx.actor));
  const centreIds = centresOf(ctx.actor);
  permit(centreIds.length > 0);
  const cards = await cardsByIds(ctx.db.open, centreIds);
  const { rows, funnel } = await ctx.db.read(async (db) => ({
    rows: await enquiriesOf(db, { centreIds, isOver }),
    funnel: await funnelOf(db, { centreIds, since: addMonths(ctx.now, -12), places }),
  }));
  const loops = await openLoopsOf(ctx.db.open, centreIds);
  const due = new Map(loops.map((loop) => [loop.thingId, loop.firstDueAt]));
  const body = (
    <EnquiriesPage
      rows={rows.map((row) => ({ ...row, due: dueWords(due.get(row.id), ctx.now) }))}
      isOver={isOver}
      centres={[...cards].map(([id, { name }]) => ({ id, name }))}
      funnel={funnelLines(funnel)}
      felt={[medianWords(funnel.medianHours), worstStepWords(funnel)].filter((words) => words !== '')}
      now={ctx.now}
    />
  );
  return { title: enquiriesTitle, noindex: true, crumb: { href: '/me', label: 'You' }, body };
}

const places = {
  introduced: placeOf('introduced') ?? 0,
  opened: placeOf('opened') ?? 0,
  offered: placeOf('offered') ?? 0,
  started: placeOf('started') ?? 0,
  ended: placeOf('ended') ?? 0,
};

function dueWords(at: Date | undefined, now: Date) {
  if (!at) return undefined;
  const isLate = at < now;
  return {
    isLate,
    words: isLate ? `should be answered since ${weekdayWords(at)}` : `until ${weekdayWords(at)}`,
  };
}

interface Remembered {
  refused?: string;
  values?: FormBody;
  problems?: Problems;
}

/** The page of one enquiry; to whoever only keeps an eye on its promise, its outline. */
export async function enquiryPage(ctx: Ctx, id: string, remembered: Remembered = {}): Promise<Page> {
  permit(isPerson(ctx.actor));
  const [least] = await leastOf(ctx.db.open, [id]);
  permit(least !== undefined && canSeeEnquiryOutline(ctx.actor, least), { hidden: true });
  const crumb = { href: enquiries.list(), label: enquiriesTitle };
  if (least && !canKeepEnquiries(ctx.actor, least.centreId)) {
    const role = least.roleId ? await roleOptional(ctx.db.open, least.roleId) : undefined;
    const names = await cardsByIds(ctx.db.open, [
      least.centreId,
      ...(least.receiverId ? [least.receiverId] : []),
    ]);
    const body = <OutlinePage role={role} state={least.state} bodies={[...names.values()]} />;
    return { title: enquiryTitle(role?.title), noindex: true, body };
  }
  const read = await readEnquiry(ctx, id);
  const props = await ctx.db.read((db) => propsOf(ctx, db, read));
  const body = <EnquiryPage {...props} {...remembered} />;
  return { title: enquiryTitle(props.role?.title), noindex: true, crumb, body };
}

async function propsOf(ctx: Ctx, db: Parameters<typeof subjectOf>[0], read: ReadEnquiry) {
  const { one, asker } = read;
  const today = dayOf(ctx.now);
  const { role, group, groupPhone } = await subjectOf(db, one);
  const age = asker?.bornOn ? ageOn(asker.bornOn, today) : undefined;
  const { roleId, centreId } = one;
  const matches = asker ? await roleMatches(db, { roleId, centreId, age, today }) : [];
  return {
    ...read,
    ...{ age, today, role, now: ctx.now, mayMove: canKeepEnquiries(ctx.actor, centreId) },
    group: role && { name: group, phone: groupPhone },
    turn: await turnOf(db, ctx, one),
    names: await namesIn(db, read.steps),
    matches: matches.map((match) => ({ ...match, why: matchWords(match, age) })),
    wording: role && asker ? groupWording({ group, role: role.title, items: groupItems(asker) }) : undefined,
  };
}
