import type { ComponentChildren } from 'preact';

export type Link = { href: string; label: string };

export function Mark({ size, board = 'currentColor' }: { size: number; board?: string }) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true" focusable="false">
      <path fill={board} d="M3 3h12v8l6-3v16l-6-3v8H3z" />
      <path fill="#f3b53f" d="M16.6 3H29v26H16.6v-5.6l6 3V5.6l-6 3z" />
    </svg>
  );
}

export function PhoneLink({ number, children }: { number: string; children?: ComponentChildren }) {
  return <a href={`tel:${number.replaceAll(/[^\d+]/g, '')}`}>{children ?? number}</a>;
}

/** The address of somebody's own page. A list from elsewhere may hold something else, such as a script: then words. */
export function WebLink({ address }: { address: string }) {
  const words = address.replace(/^https?:\/\//, '').replace(/\/$/, '');
  return /^https?:\/\//i.test(address) ? <a href={address}>{words}</a> : <span>{words}</span>;
}

/** One way back, over the <h1>; pages give it to the frame as `crumb`. */
export function Crumb({ href, label }: Link) {
  return (
    <nav class="crumb" aria-label="You are here">
      <p>
        <a href={href}>{label}</a>
      </p>
    </nav>
  );
}

export type Freshness = { state: 'ok' | 'due' | 'old' | 'none'; words: string };

/** How fresh a record is: the moon wanes. */
export function Moon({ state, words }: Freshness) {
  return (
    <span class="moon" data-fresh={state}>
      {words}
    </span>
  );
}

/** Quarters of the time that have run; 4 is over. The words name a day, and who has to act. */
export type ClockWords = { quarter: 0 | 1 | 2 | 3 | 4; words: string };

export function Clock({ quarter, words }: ClockWords) {
  return (
    <span class={quarter === 4 ? 'moon late' : 'moon'} data-q={quarter}>
      {words}
    </span>
  );
}

export type ChipWords = { state: string; tone?: 'wait' | 'late' | 'end' | undefined; words: string };

export function Chip({ state, tone, words }: ChipWords) {
  return (
    <span class="chip" data-state={state} data-tone={tone}>
      {words}
    </span>
  );
}

/** The number of a place on the map beside. */
export function Pin({ number }: { number: number }) {
  return (
    <span class="pin" role="img" aria-label={`number ${number} on the map`}>
      {number}
    </span>
  );
}
