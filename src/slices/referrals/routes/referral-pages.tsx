import type { z } from 'zod';
import type { Ctx } from '../../../platform/ctx.ts';
import { NotFound, type Problems } from '../../../platform/errors.ts';
import type { FormBody, Page } from '../../../platform/http/route.ts';
import { hasPositionAt, isPerson, permit } from '../../../platform/permit.ts';
import { cardFacts, cardsByIds, organisation } from '../../register/door.ts';
import { type ReadReferral, readReferral } from '../actions/reading.ts';
import { LetterPage, letterTitle } from '../pages/letter.tsx';
import { OutlinePage } from '../pages/outline.tsx';
import { ReferralPage, referralTitle } from '../pages/referral.tsx';
import { ReferralsPage, referralsTitle } from '../pages/referrals.tsx';
import { canSeeOutline, sendersOf } from '../permits/referral.ts';
import { nextServices } from '../queries/next.ts';
import { planOfReferralOptional, talksAbout } from '../queries/plan/plans.ts';
import { turnOptional } from '../queries/promises.ts';
import { leastOf, referral, referralRows } from '../queries/referrals.ts';
import { referrals } from '../urls.ts';
import type { ListReferrals } from '../words/referral.ts';

interface Refused {
  refused: string;
  values: FormBody;
  problems: Problems;
}

const crumb = { href: referrals.list(), label: 'Referrals' };

export async function listPage(ctx: Ctx, { of, open }: z.infer<typeof ListReferrals>): Promise<Page> {
  const organisationIds = sendersOf(ctx.actor);
  const isOpen = open === '1';
  const { rows, hasBehalf } = await ctx.db.read(async (db) => ({
    rows: await referralRows(db, { of, organisationIds, isOpen }),
    hasBehalf: (await referralRows(db, { of: 'behalf', organisationIds, isOpen: false })).length > 0,
  }));
  const body = <ReferralsPage {...{ of, rows, hasBehalf, isOpen }} now={ctx.now} />;
  return { title: referralsTitle, noindex: true, current: referrals.list(), body };
}

export async function referralPage(ctx: Ctx, id: string, refused?: Refused): Promise<Page> {
  // Whoever comes by the link of a letter signs in first.
  permit(isPerson(ctx.actor));
  const outline = await outlineOptional(ctx, id);
  if (outline) return outline;
  const read = await readReferral(ctx, id);
  const { one } = read;
  const ids = [
    one.organisationId,
    one.receiverId,
    ...read.steps.flatMap((step) => step.organisationId ?? []),
  ];
  const cards = await cardsByIds(ctx.db.open, ids);
  const [facts] = await cardFacts(ctx.db.open, [one.serviceId]);
  const names = new Map([...cards].map(([key, { name }]) => [key, name]));
  const body = (
    <ReferralPage
      {...{ ...read, names, newId: ctx.newId(), ...refused, ...(await besideOf(ctx, read)) }}
      serviceName={facts?.service.name ?? 'a service that has ended'}
      turn={await turnOf(ctx, one, names)}
      nextOnes={await nextOnes(ctx, read)}
    />
  );
  return { title: referralTitle(one.code), noindex: true, crumb, body };
}

/** Its plan for whoever sent it, and with whom one may talk. */
async function besideOf(ctx: Ctx, { one, side }: ReadReferral) {
  const { planId, talks } = await ctx.db.read(async (db) => ({
    planId: side === 'sender' ? await planOfReferralOptional(db, one.id) : undefined,
    talks: side === 'behalf' ? [] : await talksAbout(db, one.id),
  }));
  const both = talks.flatMap((talk) => [talk.organisationId, talk.otherOrganisationId ?? []].flat());
  const cards = await cardsByIds(ctx.db.open, both);
  const shown = talks.map(({ id, state, organisationId, otherOrganisationId }) => {
    const other = organisationId === one.receiverId ? otherOrganisationId : organisationId;
    const card = cards.get(other ?? '');
    return { id, state, withWhom: card?.name ?? '', phone: card?.phone ?? '' };
  });
  return { planId, talks: shown };
}

/** For whoever is no side of it, but has the late promise of an answer in hand. */
async function outlineOptional(ctx: Ctx, id: string): Promise<Page | undefined> {
  const [one] = await leastOf(ctx.db.open, [id]);
  if (!one || [one.organisationId, one.receiverId].some((side) => hasPositionAt(ctx.actor, side))) return;
  const loop = await turnOptional(ctx.db.open, id);
  if (!loop) return;
  const { homeCentreId } = await organisation(ctx.db.open, loop.aboutOrganisationId);
  if (!canSeeOutline(ctx.actor, { ownerId: loop.ownerOrganisationId, homeCentreId })) return;
  const sides = [one.organisationId, one.receiverId];
  const cards = await cardsByIds(ctx.db.open, [...sides, loop.ownerOrganisationId]);
  const [from, to] = sides.map((side) => cards.get(side) ?? { name: '', phone: '' });
  const names = new Map([...cards].map(([key, { name }]) => [key, name]));
  const turn = await turnOf(ctx, one, names);
  if (!from || !to || !turn) return;
  const body = <OutlinePage {...{ one, from, to, turn }} />;
  return { title: referralTitle(one.code), noindex: true, crumb: { href: '/inbox', label: 'Inbox' }, body };
}

async function nextOnes(ctx: Ctx, { one, side, agreed }: ReadReferral) {
  const isAsked =
    side === 'sender' && agreed?.coversNext && ['declined', 'could_not_reach'].includes(one.state);
  return isAsked ? ctx.db.read((db) => nextServices(db, one)) : [];
}

async function turnOf(ctx: Ctx, one: { id: string }, names: ReadonlyMap<string, string>) {
  const loop = await turnOptional(ctx.db.open, one.id);
  if (!loop) return undefined;
  const who = names.get(loop.ownerOrganisationId) ?? 'The next in line';
  const next = ['the second contact', 'the home centre', 'the hub', 'the hub'][loop.climbStep] ?? 'the hub';
  const late = loop.firstDueAt < ctx.now;
  return {
    ...{ who, until: loop.firstDueAt, late, next: late ? who : next },
    mine: hasPositionAt(ctx.actor, loop.ownerOrganisationId),
  };
}

export async function letterPage(ctx: Ctx, id: string, link: string): Promise<Page> {
  const one = await ctx.db.read((db) => referral(db, id));
  const cards = await cardsByIds(ctx.db.open, [one.organisationId, one.receiverId]);
  const [facts] = await cardFacts(ctx.db.open, [one.serviceId]);
  const receiver = cards.get(one.receiverId);
  if (!receiver) throw new NotFound('referral');
  const from = cards.get(one.organisationId)?.name ?? '';
  const body = (
    <LetterPage
      {...{ code: one.code, from, receiver, link }}
      serviceName={facts?.service.name ?? ''}
      now={ctx.now}
    />
  );
  return {
    title: letterTitle,
    noindex: true,
    crumb: { href: referrals.one(id), label: 'The referral' },
    body,
  };
}
