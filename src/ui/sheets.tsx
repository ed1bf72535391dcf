import type { ComponentChildren } from 'preact';
import type { Link } from './words.tsx';

type NoticeProps = {
  tone?: 'calm' | 'warn' | 'stop' | undefined;
  title?: ComponentChildren;
  level?: 2 | 3 | undefined;
  id?: string | undefined;
  children: ComponentChildren;
};

/** What happened, then what you can do. One to a page. */
export function Notice({ tone = 'calm', title, level = 2, id, children }: NoticeProps) {
  const Heading = level === 2 ? ('h2' as const) : ('h3' as const);
  return (
    <div class={tone === 'calm' ? 'notice' : `notice ${tone}`} id={id}>
      {title && <Heading>{title}</Heading>}
      {typeof children === 'string' ? <p>{children}</p> : children}
    </div>
  );
}

type SectionProps = {
  id: string;
  title: ComponentChildren;
  /** Beside the heading. */
  link?: Link | undefined;
  note?: ComponentChildren;
  /** The heading is only heard, not seen. */
  quiet?: boolean | undefined;
  sheet?: boolean | undefined;
  children: ComponentChildren;
};

/** A part of the page with its <h2>; `sheet` puts it on white, for what stands beside the story. */
export function Section({ id, title, link, note, quiet, sheet, children }: SectionProps) {
  const heading = (
    <h2 id={id} class={quiet ? 'sr' : undefined}>
      {title}
    </h2>
  );
  return (
    <section aria-labelledby={id} class={sheet ? 'sheet' : undefined}>
      {link || note ? (
        <div class="row spread">
          {heading}
          {link && (
            <a class="tap" href={link.href}>
              {link.label}
            </a>
          )}
          {note && <span class="small quiet">{note}</span>}
        </div>
      ) : (
        heading
      )}
      {children}
    </section>
  );
}

type ColumnsProps = {
  aside: ComponentChildren;
  asideLabel: string;
  /** The story is one piece (a form), not several sections with room between. */
  tight?: boolean | undefined;
  children: ComponentChildren;
};

/** The story, and beside it (below it on a phone) what belongs to it. */
export function Columns({ aside, asideLabel, tight, children }: ColumnsProps) {
  return (
    <div class="cols">
      <div class={tight ? undefined : 'stack'}>{children}</div>
      <aside class="stack" aria-label={asideLabel}>
        {aside}
      </aside>
    </div>
  );
}

type StagesProps = {
  label: string;
  stages: readonly string[];
  /** Index of the present one; `stages.length` when all are done. */
  here: number;
  /** Numbered steps of a form; on a phone only the present one has its name. */
  steps?: boolean | undefined;
};

export function Stages({ label, stages, here, steps }: StagesProps) {
  return (
    <ol class={steps ? 'stages steps' : 'stages'} aria-label={label}>
      {stages.map((stage, index) => (
        <li
          key={stage}
          class={index < here ? 'done' : undefined}
          aria-current={index === here ? 'step' : undefined}
        >
          {steps ? (
            <>
              {index + 1} <span>{stage}</span>
            </>
          ) : (
            stage
          )}
          {index < here && <span class="sr"> done</span>}
        </li>
      ))}
    </ol>
  );
}

export type TrailItem = {
  /** Bold, verb first: "Sent". */
  what: string;
  by?: string | undefined;
  /** In their own words, quotation marks included, or a sentence. */
  words?: ComponentChildren;
  when?: string | undefined;
};

type TrailProps = {
  items: readonly TrailItem[];
  /** What comes next, by when, and what happens if it does not. A trail ends with this or with an end. */
  next?: { what: string; text: ComponentChildren } | undefined;
};

export function Trail({ items, next }: TrailProps) {
  return (
    <ol class="trail" data-list="trail">
      {items.map(({ what, by, words, when }) => (
        <li>
          <p>
            <b>{what}</b>
            {by && ` ${by}`}
          </p>
          {words && <p>{words}</p>}
          {when && <p class="small quiet">{when}</p>}
        </li>
      ))}
      {next && (
        <li class="next">
          <p>
            <b>{next.what}</b>
          </p>
          <p>{next.text}</p>
        </li>
      )}
    </ol>
  );
}

/** Facts that have to be true before something starts; not inputs. */
export function Gate({ items }: { items: readonly { text: string; done: boolean }[] }) {
  return (
    <ul class="gate">
      {items.map(({ text, done }) => (
        <li key={text} class={done ? 'yes' : undefined}>
          {text}
          <span class="sr">, {done ? 'done' : 'not yet'}</span>
        </li>
      ))}
    </ul>
  );
}
