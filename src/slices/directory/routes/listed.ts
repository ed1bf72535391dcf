import { signpost } from '../../referrals/urls.ts';
import type { ShownHit } from '../pages/hit.tsx';
import type { SearchView } from '../pages/search.tsx';
import { asWords } from '../rules/filter-words.ts';
import type { SearchWords } from '../urls.ts';
import { listedAtMost } from '../words/listed.ts';
import type { Asked, Hit } from '../words.ts';

export interface PageKind {
  readonly link: (words?: SearchWords) => string;
  readonly other: { label: string; link: (words?: SearchWords) => string };
  readonly size: { width: number; height: number };
}

/** Every way on from a search takes along what somebody has chosen for a signpost sheet. */
export function carrying(kind: PageKind, s: readonly string[]): PageKind {
  if (s.length === 0) return kind;
  return {
    ...kind,
    link: (words = {}) => kind.link({ ...words, s }),
    other: { ...kind.other, link: (words = {}) => kind.other.link({ ...words, s }) },
  };
}

/** Its forms, too; and beside each service the way onto the sheet, or off it again. */
export function withSheet<View extends Pick<SearchView, 'keep' | 'keepBeside' | 'hits' | 'action'>>(
  view: View,
  of: { kind: PageKind; s: readonly string[]; asked: Asked; hits: readonly Hit[] },
) {
  const { kind, s, asked, hits } = of;
  const kept = s.length === 0 ? {} : { s };
  const services = new Set(hits.flatMap((hit) => (hit.kind === 'service' ? hit.id : [])));
  const here = (ids: readonly string[]) => kind.link({ ...asWords(asked), after: asked.after, s: ids });
  return {
    ...view,
    action: kind.link(),
    keep: { ...view.keep, ...kept },
    keepBeside: { ...view.keepBeside, ...kept },
    sheet: s.length === 0 ? undefined : { count: s.length, href: signpost.list({ s }) },
    hits: view.hits.map((hit) => (services.has(hit.id) ? pickable(hit, s, here) : hit)),
  };
}

function pickable(hit: ShownHit, s: readonly string[], here: (ids: readonly string[]) => string): ShownHit {
  const href = s.length === 0 ? hit.href : `${hit.href}?${new URLSearchParams(s.map((id) => ['s', id]))}`;
  if (s.includes(hit.id)) {
    return {
      ...hit,
      href,
      pick: { href: here(s.filter((id) => id !== hit.id)), label: 'Take it off the sheet' },
    };
  }
  const pick = { href: here([...s, hit.id]), label: 'Put it on a sheet' };
  return s.length < listedAtMost ? { ...hit, href, pick } : { ...hit, href };
}
