import { Entries, Entry } from '../../../ui/lists.tsx';
import { type LiveMap, MapFigure } from '../../../ui/map.tsx';
import type { ChipWords, Freshness } from '../../../ui/words.tsx';

/** Something found, in words. */
export interface ShownHit {
  readonly id: string;
  readonly name: string;
  readonly href: string;
  readonly text: string;
  readonly far: { figure: string; unit: string } | undefined;
  /** What it is, whose, where and when. */
  readonly kind: readonly string[];
  readonly pin: number | undefined;
  readonly freshness: Freshness;
  readonly chip: ChipWords | undefined;
  /** Why it is among what was found; empty where no words were looked for. */
  readonly why?: string | undefined;
  /** Onto a signpost sheet, or off it again. */
  readonly pick?: { href: string; label: string } | undefined;
  /** On paper nobody can follow a link. */
  readonly onPaper: string;
}

export interface ShownMap {
  readonly viewBox: string;
  readonly shapes: readonly {
    id: string;
    name: string;
    path: string;
    alt: boolean;
    labelX: number;
    labelY: number;
  }[];
  readonly water: readonly string[];
  readonly rail: readonly string[];
  readonly pins: readonly { x: number; y: number; number: number; label: string }[];
  readonly you: { x: number; y: number } | undefined;
  readonly caption: string;
  readonly live?: LiveMap | undefined;
}

export function Hits({ list, hits }: { list: string; hits: readonly ShownHit[] }) {
  return (
    <Entries list={list}>
      {hits.map((hit) => (
        <Entry key={hit.id} {...hit}>
          {hit.why && <p class="small quiet">{hit.why}</p>}
          {hit.pick && (
            <p class="noprint">
              <a class="tap" href={hit.pick.href} rel="nofollow">
                {hit.pick.label}
                <span class="sr">: {hit.name}</span>
              </a>
            </p>
          )}
          {hit.onPaper && <p class="paper">{hit.onPaper}</p>}
        </Entry>
      ))}
    </Entries>
  );
}

export function HitMap({ map, large }: { map: ShownMap; large?: boolean }) {
  return <MapFigure {...map} large={large} />;
}
