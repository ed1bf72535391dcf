/** Something that looks like the record at hand, with the reasons in words. */
export interface Candidate {
  id: string;
  name: string;
  state: string;
  why: readonly string[];
  /** Same registered number: the same body for certain. */
  certain: boolean;
}

const noise =
  /\b(the|and|of|for|in|ltd|limited|cio|cic|charity|trust|group|club|association|society|project)\b/g;

/** A name without what most names have: for comparing, never for showing. */
export function coreName(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/[\u0300-\u036f’']/g, '')
    .toLowerCase();
  const words = plain.replace(/[^a-z0-9]+/g, ' ').trim();
  const core = words.replace(noise, ' ').replace(/\s+/g, ' ').trim();
  return core === '' ? words : core;
}

/** The web domain somebody registered, without `www`. Mail at a big provider says nothing about an organisation. */
export function ownDomain(address: string): string | undefined {
  const host = address.includes('@')
    ? address.split('@')[1]
    : /^(?:https?:\/\/)?([^/?#:]+)/i.exec(address)?.[1];
  const domain = host?.toLowerCase().replace(/^www\./, '');
  if (!domain?.includes('.') || shared.has(domain)) return undefined;
  return domain;
}

const shared = new Set([
  'gmail.com',
  'googlemail.com',
  'hotmail.com',
  'hotmail.co.uk',
  'outlook.com',
  'live.co.uk',
  'yahoo.com',
  'yahoo.co.uk',
  'icloud.com',
  'btinternet.com',
  'facebook.com',
  'instagram.com',
  'sites.google.com',
  'wordpress.com',
]);
