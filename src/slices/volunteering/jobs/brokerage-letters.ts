import type { Letter, Messages, Recorded } from '../../../platform/contributions.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import { dayOf, weekdayWords } from '../../../platform/dates.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { linkFor } from '../../privacy/door.ts';
import { privacy } from '../../privacy/urls.ts';
import { cardsByIds, mailboxesOf, mailboxOf } from '../../register/door.ts';
import { linkForPermission } from '../actions/brokerage/permission.ts';
import {
  enquiryLate,
  enquiryMade,
  enquiryMoved,
  followUpAsked,
  introductionSent,
  permissionAsked,
} from '../events.ts';
import { ownStates, reasonWords } from '../lists/brokerage.ts';
import { askerOptional, enquiry } from '../queries/brokerage/enquiries.ts';
import {
  introduction,
  newestIntroductionOptional,
  permissionMailbox,
  placementOptional,
} from '../queries/brokerage/introductions.ts';
import { turnOptional } from '../queries/brokerage/promises.ts';
import { similarRoles } from '../queries/brokerage/similar.ts';
import { roleOptional } from '../queries/roles.ts';
import { ageOn } from '../rules/brokerage/age.ts';
import { isOver } from '../rules/brokerage/lifecycle.ts';
import { enquiries, introductions, roles, volunteering } from '../urls.ts';
import type { Enquiry } from '../words/brokerage/enquiry.ts';
import { enquiryLetters } from '../words/brokerage/letters.ts';

const keepers = ['worker', 'admin', 'coordinator'];

export const brokerageLetters: readonly Messages[] = [
  { event: enquiryMade.name, write: made },
  { event: introductionSent.name, write: sentTo },
  { event: enquiryMoved.name, write: moved },
  { event: enquiryLate.name, write: late },
  { event: followUpAsked.name, write: followUp },
  { event: permissionAsked.name, write: permission },
];

/** The holding reply to the person, and a word to the centre where its answer is the next. */
async function made(tx: Tx, ctx: Ctx, { payload }: Recorded): Promise<Letter[]> {
  const it = await about(tx, ctx, String(payload.enquiryId));
  const turn = await turnOptional(tx, it.one.id);
  const until = turn ? weekdayWords(turn.firstDueAt) : '';
  const names = await cardsByIds(tx, turn ? [turn.aboutOrganisationId] : []);
  const who = names.get(turn?.aboutOrganisationId ?? '')?.name ?? '';
  const stopLink =
    it.one.personId === null && it.one.adviceBasisId && it.mailboxes.length > 0
      ? ctx.publicUrl + privacy.sharedByLink(await linkFor(tx, ctx, it.one.adviceBasisId))
      : '';
  const own = toAll(it.mailboxes, enquiryLetters.holding({ ...it.said, who, until, stopLink }));
  if (it.one.state !== 'new' || it.one.channel !== 'web') return own;
  const link = ctx.publicUrl + enquiries.one(it.one.id);
  const words = enquiryLetters.arrived({ what: it.said.what, link, until });
  return [...own, ...toAll(await mailboxesOf(tx, it.one.centreId, keepers), words, it.one.centreId)];
}

async function sentTo(tx: Tx, ctx: Ctx, { payload }: Recorded): Promise<Letter[]> {
  const sent = await introduction(tx, String(payload.introductionId));
  if (sent.endedAt !== null) return [];
  const turn = await turnOptional(tx, sent.enquiryId);
  const what = (await roleOptional(tx, sent.roleId))?.title ?? '';
  const until = turn ? weekdayWords(turn.firstDueAt) : '';
  const words = enquiryLetters.introduced({ what, until, link: ctx.publicUrl + introductions.one(sent.id) });
  return toAll(await mailboxesOf(tx, sent.receiverId, ['admin', 'worker']), words, sent.receiverId);
}

/** To the person, what somebody else did; a letter for each press would soon be read by nobody. */
async function moved(tx: Tx, ctx: Ctx, { payload }: Recorded): Promise<Letter[]> {
  const it = await about(tx, ctx, String(payload.enquiryId));
  const { one, said } = it;
  if (one.state !== payload.to) return [];
  if (payload.to === 'withdrawn') return stoppedForGroup(tx, ctx, it);
  if (payload.by === 'person' || ['opened', 'in_advice', 'matched', 'new'].includes(String(payload.to)))
    return [];
  if (payload.to === 'consent_asked') {
    return toAll(it.mailboxes, enquiryLetters.consentAsked({ ...said, group: it.group }));
  }
  if (payload.to === 'started') {
    const placed = await placementOptional(tx, one.id);
    const day = placed ? weekdayWords(new Date(`${placed.startsOn}T12:00:00Z`)) : '';
    const start = { ...said, group: it.group, day, meet: placed?.meet ?? '' };
    return toAll(it.mailboxes, enquiryLetters.started(start));
  }
  if (isOver(one.state)) {
    const reason = reasonWords[one.stopReason ?? ''] ?? 'It is over';
    const others = one.state === 'ended' ? '' : await othersFor(tx, ctx, one);
    return toAll(it.mailboxes, enquiryLetters.over({ ...said, reason, others }));
  }
  return toAll(it.mailboxes, enquiryLetters.moved({ ...said, state: ownStates[one.state] }));
}

async function stoppedForGroup(tx: Tx, ctx: Ctx, { one, said }: AboutIt): Promise<Letter[]> {
  const sent = await newestIntroductionOptional(tx, one.id);
  if (!sent) return [];
  const words = enquiryLetters.stoppedForGroup({ what: said.what, link: `${ctx.publicUrl}/inbox` });
  return toAll(await mailboxesOf(tx, sent.receiverId, ['admin', 'worker']), words, sent.receiverId);
}

async function late(tx: Tx, ctx: Ctx, { payload }: Recorded): Promise<Letter[]> {
  const it = await about(tx, ctx, String(payload.enquiryId));
  if (!['introduced', 'opened'].includes(it.one.state)) return [];
  const others = await othersFor(tx, ctx, it.one);
  return toAll(it.mailboxes, enquiryLetters.late({ ...it.said, group: it.group, others }));
}

async function followUp(tx: Tx, ctx: Ctx, { payload }: Recorded): Promise<Letter[]> {
  const it = await about(tx, ctx, String(payload.enquiryId));
  return it.one.state === 'started' ? toAll(it.mailboxes, enquiryLetters.followUp(it.said)) : [];
}

/** The one letter that goes to somebody whom another named: with a link of their own, which ends any before. */
async function permission(tx: Tx, ctx: Ctx, { payload }: Recorded): Promise<Letter[]> {
  const id = String(payload.permissionId);
  const asked = await permissionMailbox(tx, id);
  const it = await about(tx, ctx, asked.enquiryId);
  if (isOver(it.one.state)) return [];
  const what = (await roleOptional(tx, asked.roleId))?.title ?? '';
  const link = ctx.publicUrl + volunteering.permission(await linkForPermission(tx, ctx, id));
  return [{ to: asked.to, ...enquiryLetters.permission({ what, group: it.group, link }) }];
}

type AboutIt = Awaited<ReturnType<typeof about>>;

async function about(tx: Tx, ctx: Ctx, id: string) {
  const one = await enquiry(tx, id);
  const role = one.roleId ? await roleOptional(tx, one.roleId) : undefined;
  const names = await cardsByIds(tx, [one.centreId, ...(role ? [role.organisationId] : [])]);
  const centre = names.get(one.centreId)?.name ?? '';
  const asker = await askerOptional(tx, id);
  const written = asker && asker.email !== '' ? [asker.email] : [];
  const mailboxes = one.personId ? await mailboxOf(tx, one.personId) : written;
  const said = {
    what: role?.title ?? `volunteering with ${centre}`,
    link: ctx.publicUrl + volunteering.one(id),
  };
  return { one, mailboxes, said, group: names.get(role?.organisationId ?? '')?.name ?? '' };
}

async function othersFor(tx: Tx, ctx: Ctx, one: Enquiry): Promise<string> {
  if (!one.roleId) return '';
  const asker = await askerOptional(tx, one.id);
  const today = dayOf(ctx.now);
  const age = asker?.bornOn ? ageOn(asker.bornOn, today) : undefined;
  const found = await similarRoles(tx, { roleId: one.roleId, age, today, areaIds: [] });
  return found
    .map(({ id, title, by }) => `${title}, with ${by}: ${ctx.publicUrl}${roles.one(id, title)}`)
    .join('\n');
}

function toAll(
  mailboxes: readonly string[],
  words: { subject: string; text: string },
  organisationId?: string,
): Letter[] {
  return [...new Set(mailboxes)].map((to) => ({ to, ...words, ...(organisationId && { organisationId }) }));
}
