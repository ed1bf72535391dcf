import type { ComponentChildren } from 'preact';
import { ButtonLink } from './form.tsx';
import {
  Chip,
  type ChipWords,
  Clock,
  type ClockWords,
  type Freshness,
  type Link,
  Moon,
  Pin,
} from './words.tsx';

type EntriesProps = { list: string; children: ComponentChildren };

/** A ruled list of things; `list` is its name for whoever looks for it (`data-list`). */
export function Entries({ list, children }: EntriesProps) {
  return (
    <ol class="entries" data-list={list}>
      {children}
    </ol>
  );
}

type EntryProps = {
  id: string;
  name: ComponentChildren;
  href?: string | undefined;
  text?: ComponentChildren;
  /** The large figure in the margin: miles, a price, a day. */
  far?: { figure: string; unit: string } | undefined;
  /** What it is, where, when: drawn with dots between. */
  kind?: readonly string[] | undefined;
  pin?: number | undefined;
  freshness?: Freshness | undefined;
  chip?: ChipWords | undefined;
  /** A place for people, not a service: the pin gets corners. */
  role?: boolean | undefined;
  /** Anything below, such as a row of buttons. */
  children?: ComponentChildren;
};

export function Entry({ id, name, href, text, far, role, children, ...words }: EntryProps) {
  return (
    <li class={role ? 'entry role' : 'entry'} data-id={id}>
      {far && (
        <p class="far">
          {far.figure} <small>{far.unit}</small>
        </p>
      )}
      <div>
        <h3>{href === undefined ? name : <a href={href}>{name}</a>}</h3>
        {text && <p>{text}</p>}
        <EntryWords {...words} />
        {children}
      </div>
    </li>
  );
}

/** A single word shares its line with the freshness; more than that has a line of its own. */
function EntryWords({
  kind = [],
  pin,
  freshness,
  chip,
}: Pick<EntryProps, 'kind' | 'pin' | 'freshness' | 'chip'>) {
  const marks = [freshness && <Moon key="moon" {...freshness} />, chip && <Chip key="chip" {...chip} />];
  const marked = marks.some((mark) => mark !== undefined);
  if (kind.length < 2 && pin === undefined) {
    return marked || kind.length > 0 ? (
      <p class="kind">
        {kind[0] && <span>{kind[0]}</span>}
        {marks}
      </p>
    ) : null;
  }
  return (
    <>
      <p class="kind">
        {pin !== undefined && <Pin number={pin} />}
        {kind.join(' · ')}
      </p>
      {marked && <p>{marks}</p>}
    </>
  );
}

type TaskProps = {
  id: string;
  kind: string;
  name: string;
  href?: string | undefined;
  text?: ComponentChildren;
  clock?: ClockWords | undefined;
  chip?: ChipWords | undefined;
  /** Anything more, under the words, such as a form to open. */
  below?: ComponentChildren;
  /** The one thing to do; a form may stand here instead, as `children`. */
  action?: Link | undefined;
  children?: ComponentChildren;
};

/** A row of an inbox: who to whom, why, until when, and the one action. */
export function Task({ id, kind, name, href, text, clock, chip, below, action, children }: TaskProps) {
  return (
    <li class="entry task" data-id={id}>
      <div class="kind">{kind}</div>
      <div>
        <h3>{href === undefined ? name : <a href={href}>{name}</a>}</h3>
        {text && <p>{text}</p>}
        {(clock || chip) && (
          <p class="row">
            {clock && <Clock {...clock} />}
            {chip && <Chip {...chip} />}
          </p>
        )}
        {below}
      </div>
      {action && (
        <p class="go">
          <ButtonLink href={action.href}>
            {action.label}
            <span class="sr">: {name}</span>
          </ButtonLink>
        </p>
      )}
      {children && <div class="go">{children}</div>}
    </li>
  );
}

type EmptyProps = { fact: ComponentChildren; next: ComponentChildren; action?: Link | undefined };

/** Nothing here: the fact, then what to do next. */
export function Empty({ fact, next, action }: EmptyProps) {
  return (
    <div class="empty">
      <p>
        <b>{fact}</b>
      </p>
      <p class="quiet">{next}</p>
      {action && (
        <p>
          <ButtonLink href={action.href}>{action.label}</ButtonLink>
        </p>
      )}
    </div>
  );
}

type PagerProps = { line: string; next?: Link | undefined; label?: string };

/** "1 to 6 of 43" and "The next 6"; there are no page numbers. */
export function Pager({ line, next, label = 'Pages' }: PagerProps) {
  return (
    <nav class="pager" aria-label={label}>
      <span class="quiet">{line}</span>
      {next && <ButtonLink href={next.href}>{next.label}</ButtonLink>}
    </nav>
  );
}

export type Fact = { name: string; fact: ComponentChildren };

/** Facts without an answer (undefined, null, '') are left out. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl class="facts">
      {facts
        .filter(({ fact }) => fact !== undefined && fact !== null && fact !== '')
        .map(({ name, fact }) => (
          <>
            <dt>{name}</dt>
            <dd>{fact}</dd>
          </>
        ))}
    </dl>
  );
}

export type Tag = Link & { current?: boolean };

/** Small doors in a row: kinds, themes, places. */
export function Tags({ label, tags }: { label: string; tags: readonly Tag[] }) {
  return (
    <nav aria-label={label}>
      <ul class="tags">
        {tags.map((tag) => (
          <li key={tag.href}>
            <a href={tag.href} aria-current={tag.current ? 'page' : undefined}>
              {tag.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export type Door = { href: string; name: string; text: ComponentChildren };

export function Doors({ doors }: { doors: readonly Door[] }) {
  return (
    <ul class="doors">
      {doors.map(({ href, name, text }) => (
        <li key={href}>
          <a href={href}>{name}</a>
          <p>{text}</p>
        </li>
      ))}
    </ul>
  );
}

/** Short sentences with a rule between them. */
export function Lines({ lines }: { lines: readonly ComponentChildren[] }) {
  return (
    <ul class="lines">
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  );
}
