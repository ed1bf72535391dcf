import type { Matters, Weights } from '../../words/matching.ts';
import { type Bits, count, countBits, countShared } from './bits.ts';

/** Wishes as they are compared. */
export interface Wanted {
  readonly causes: Bits;
  readonly skills: Bits;
  /** Three bits a day; none is any time. */
  readonly slots: number;
  readonly needs: number;
  readonly at: { readonly x: number; readonly y: number } | null;
  /** How far they would go at most, in metres, or null. */
  readonly reachM: number | null;
  readonly fromHome: boolean;
  /** Of whoever says only that they are of age, every age from 18 on. */
  readonly ageAtLeast: number;
  readonly ageAtMost: number;
  readonly areaIds: readonly string[];
  readonly weights: Weights;
}

/** A live role as it is compared. */
export interface OpenRole {
  readonly roleId: string;
  readonly shareAreaId: string | null;
  readonly minimumAge: number;
  readonly maximumAge: number;
  readonly home: boolean;
  readonly east: number | null;
  readonly north: number | null;
  readonly causes: Bits;
  readonly skills: Bits;
  readonly access: number;
  readonly slots: number;
}

/** Where nobody says how far, nearness fades over so many metres: ten miles. */
export const fadesOverM = 16_093;
/** What is done whenever it suits both fits nearly as well as the very hour. */
export const anyTime = 0.75;
/** What asks for no skill is open to everybody. */
export const noSkill = 0.25;
/** One skill that is asked for counts for half; all of them for the whole. */
export const oneSkill = 0.5;
/** Nobody travels to what is done from home; for whoever would rather go out it counts little. */
export const homeWanted = 0.8;
export const homeUnwanted = 0.25;
/** Where the place of either is not known. */
export const somewhere = 0.5;

/**
 * How well a role fits, or undefined where it may not be shown: to somebody too young or too old for it (D5/26), beyond
 * how far they would go, or to those with whom it is not shared. Whoever names no cause, skill, time or need gets nothing
 * for it anywhere, so it orders nothing. `queries/matching/best.ts` says the same in SQL.
 */
export function score(wanted: Wanted, role: OpenRole): number | undefined {
  if (role.minimumAge > wanted.ageAtMost || role.maximumAge < wanted.ageAtLeast) return undefined;
  if (role.shareAreaId !== null && !wanted.areaIds.includes(role.shareAreaId)) return undefined;
  const away = distance(wanted, role);
  if (away !== undefined && wanted.reachM !== null && away > wanted.reachM) return undefined;
  const { weights } = wanted;
  return (
    weights.times * timesFit(wanted.slots, role.slots) +
    weights.near * nearFit(wanted, role, away) +
    weights.skills * skillsFit(wanted.skills, role.skills) +
    weights.cause * (countShared(wanted.causes, role.causes) > 0 ? 1 : 0) +
    weights.access * accessFits(wanted.needs, role.access)
  );
}

function distance({ at }: Wanted, { home, east, north }: OpenRole): number | undefined {
  if (home || at === null || east === null || north === null) return undefined;
  return Math.sqrt((east - at.x) * (east - at.x) + (north - at.y) * (north - at.y));
}

function timesFit(slots: number, ofRole: number): number {
  if (slots === 0) return 0;
  if (ofRole === 0) return anyTime;
  return (slots & ofRole) === 0 ? 0 : 1;
}

function nearFit({ fromHome, reachM }: Wanted, { home }: OpenRole, away: number | undefined): number {
  if (home) return fromHome ? homeWanted : homeUnwanted;
  if (away === undefined) return somewhere;
  return Math.max(0, 1 - away / (reachM ?? fadesOverM));
}

function skillsFit(own: Bits, ofRole: Bits): number {
  if (own.low === 0 && own.high === 0) return 0;
  const asked = countBits(ofRole);
  if (asked === 0) return noSkill;
  const shared = countShared(own, ofRole);
  return shared === 0 ? 0 : oneSkill + ((1 - oneSkill) * shared) / asked;
}

function accessFits(needs: number, access: number): number {
  return needs === 0 ? 0 : count(needs & access) / count(needs);
}

/** What counts for the network, as far as it matters to this person. */
export function weigh(network: Weights, own: Matters): Weights {
  return {
    times: network.times * own.times,
    near: network.near * own.near,
    skills: network.skills * own.skills,
    cause: network.cause * own.cause,
    access: network.access,
  };
}
