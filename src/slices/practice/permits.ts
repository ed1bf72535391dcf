import { type Actor, can } from '../../platform/permit.ts';

export const canPractise = can(
  'be anybody, move the clock, read all mail and go back to the first day',
  'anyone at this machine, in a practice network only',
  (_actor: Actor, where: { practice: boolean; loopback: boolean }) => where.practice && where.loopback,
);
