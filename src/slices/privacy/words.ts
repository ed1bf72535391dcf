import { z } from 'zod';

/** What details are passed on for. */
export type Purpose = 'referral' | 'introduction' | 'advice' | 'help' | 'talk';

/** Consent as a rule; another ground only where the law gives one. */
export type Ground = 'consent' | 'public_task' | 'safeguarding';
export type How = 'spoken' | 'written' | 'online' | 'none';

/** What is recorded before details of somebody may go anywhere. */
export interface NewBasis {
  readonly purpose: Purpose;
  readonly ground: Ground;
  /** Who passes them on. */
  readonly organisationId: string;
  /** The person, where they have an account. */
  readonly personId?: string;
  readonly items: readonly Item[];
  readonly how: How;
  /** As `2026-11-24`. */
  readonly givenOn: string;
  readonly takenByPersonId?: string;
  /** Of the link by which somebody without an account sees and stops it. */
  readonly linkHash?: Buffer;
  readonly wordingVersion: string;
  readonly wording: string;
  /** Why it goes without consent. */
  readonly reason?: string;
  readonly coversNext: boolean;
  readonly untilAt?: Date;
  /** Organisations that may have them, each by its id. */
  readonly receivers: readonly string[];
}

/** Kinds of details, in the words people read. */
export const items = {
  name: 'your name',
  phone: 'your telephone number',
  email: 'your e-mail address',
  address: 'where you live',
  needs: 'what you need',
  matters: 'what matters to you',
  times: 'when you have time',
  skills: 'what you can do',
  age: 'your age',
} as const;
export type Item = keyof typeof items;

export interface Receiver {
  readonly id: string;
  readonly basisId: string;
  readonly organisationId: string;
  readonly namedAt: Date;
  readonly toldAt: Date | null;
  readonly goneAt: Date | null;
}

export interface Basis {
  readonly id: string;
  readonly purpose: string;
  readonly ground: string;
  readonly organisationId: string;
  readonly personId: string | null;
  readonly items: readonly string[];
  readonly how: string;
  readonly givenOn: string;
  readonly wording: string;
  readonly reason: string;
  readonly coversNext: boolean;
  readonly untilAt: Date | null;
  readonly endedAt: Date | null;
  readonly endedHow: string | null;
}

/** A basis with everybody it names, for the person it is about. */
export interface Shared {
  readonly basis: Basis;
  readonly from: string;
  readonly receivers: readonly (Receiver & { name: string })[];
}

/** Somebody looked at details: who, of which organisation, at what, when. */
export interface Look {
  readonly organisationName: string;
  readonly what: string;
  readonly at: Date;
}

export const looks = {
  need: 'what you need, without your name',
  details: 'your details',
  states: 'how far it is, with your name',
} as const;
export type Looked = keyof typeof looks;

export const ByToken = z.object({ token: z.string().regex(/^[\w-]{43}$/) });
