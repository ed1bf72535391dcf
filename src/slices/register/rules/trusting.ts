import type { Organisation } from '../words/records.ts';

type Owner = Pick<Organisation, 'state' | 'kind' | 'trusted' | 'name'>;

const shown: readonly string[] = ['active', 'paused'];

/**
 * What a group adds to its public page waits for its home centre's first look, unless that centre trusts it. Before the
 * page is public the yes to the whole registration is that look.
 */
export function waitsForLook(owner: Owner, byHomeCentre: boolean): boolean {
  if (owner.kind === 'centre' || owner.kind === 'hub') return false;
  return shown.includes(owner.state) && !owner.trusted && !byHomeCentre;
}

/** Live at once, and on the list of what is looked at now and then. */
export function isSampled(owner: Owner, byHomeCentre: boolean): boolean {
  return shown.includes(owner.state) && owner.trusted && !byHomeCentre;
}

export function whyNotTrust(one: Owner, trusted: boolean): string | undefined {
  if (one.kind === 'centre' || one.kind === 'hub') return 'Centres and the hub need nobody’s first look.';
  if (!shown.includes(one.state)) return `${one.name} is not public.`;
  if (one.trusted === trusted)
    return trusted ? `${one.name} is trusted already.` : `${one.name} is not among those you trust.`;
  return undefined;
}
