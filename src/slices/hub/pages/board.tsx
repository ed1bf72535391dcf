import { weekdayWords } from '../../../platform/dates.ts';
import { Empty, Entries, Facts, Pager, Tags, Task } from '../../../ui/lists.tsx';
import { Section } from '../../../ui/sheets.tsx';
import { CardTable } from '../../../ui/table.tsx';
import { type ChipWords, PhoneLink } from '../../../ui/words.tsx';
import { boardAddress, onStep, sumOf } from '../rules/board.ts';
import { nobodyLost } from '../urls.ts';
import type { BoardQuery, BoardRow, KindCount } from '../words/board.ts';

export interface ShownBoard {
  title: string;
  /** Where the filters lead. */
  path: string;
  query: BoardQuery;
  rows: readonly BoardRow[];
  /** The address of the next page. */
  next?: string | undefined;
  counts: readonly KindCount[];
  unowned: number;
  marked: number;
  kinds: readonly { kind: string; label: string; ends: string }[];
  /** What is said beside a row. */
  chipOf: (row: BoardRow) => ChipWords | undefined;
  steps: readonly string[];
}

export function BoardPage(board: ShownBoard) {
  const { title, counts, rows, query, path } = board;
  const all = sumOf(counts, 'open');
  const filtered = boardAddress(path, query) !== path;
  return (
    <div class="stack">
      <div>
        <h1>{title}</h1>
        <p class="lead">{lead(all, sumOf(counts, 'late'))}</p>
        <Facts
          facts={[
            { name: 'Without an owner', fact: <Unowned {...board} /> },
            { name: 'With a group that closed, paused or was not checked', fact: <Marked {...board} /> },
          ]}
        />
      </div>
      <Filters {...board} />
      <Section
        id="open"
        title={filtered ? 'Chosen promises' : 'Open promises'}
        note="What is late comes first"
      >
        {rows.length === 0 ? (
          <Empty
            fact={all === 0 ? 'Nobody waits for an answer.' : 'None is like that.'}
            next={
              all === 0
                ? 'Each promise that is made stands here until it has an end.'
                : 'Choose another kind, or all of them.'
            }
            action={filtered ? { href: path, label: 'Show all' } : undefined}
          />
        ) : (
          <Entries list="nobody-lost">
            {rows.map((row) => (
              <Row key={row.id} row={row} chip={board.chipOf(row)} steps={board.steps} />
            ))}
          </Entries>
        )}
        {(board.next || query.after !== '') && (
          <Pager
            line={query.after === '' ? `The first ${rows.length}` : `${rows.length} more`}
            next={board.next ? { href: board.next, label: `The next ${rows.length}` } : undefined}
          />
        )}
      </Section>
      <Kinds {...board} />
    </div>
  );
}

function lead(all: number, late: number): string {
  if (all === 0) return 'Nobody waits for an answer.';
  const waiting = all === 1 ? 'One person waits for an answer.' : `${all} people wait for an answer.`;
  if (late === 0) return `${waiting} Nobody has waited too long.`;
  return `${waiting} ${late === 1 ? 'One has' : `${late} have`} waited too long.`;
}

function Unowned({ unowned, path, query }: ShownBoard) {
  if (unowned === 0) return <>0. Each of them has somebody.</>;
  return (
    <>
      <b>{unowned}</b>. <a href={boardAddress(path, query, { only: 'unowned' })}>Show them</a>
    </>
  );
}

function Marked({ marked, path, query }: ShownBoard) {
  if (marked === 0) return <>0</>;
  return (
    <>
      <b>{marked}</b>. <a href={boardAddress(path, query, { only: 'marked' })}>Show them</a>
    </>
  );
}

function Filters({ path, query, counts, kinds, steps }: ShownBoard) {
  const tag = (label: string, changed: Partial<BoardQuery>, current: boolean) => ({
    ...{ label, current, href: boardAddress(path, query, changed) },
  });
  const late = sumOf(counts, 'late');
  const all = sumOf(counts, 'open');
  return (
    <div class="noprint">
      <Tags
        label="Kinds"
        tags={[
          tag(`All kinds ${all}`, { kind: '' }, query.kind === ''),
          ...kinds
            .filter(({ kind }) => sumOf(counts, 'open', kind) > 0)
            .map(({ kind, label }) =>
              tag(`${label} ${sumOf(counts, 'open', kind)}`, { kind }, query.kind === kind),
            ),
        ]}
      />
      <Tags
        label="With whom"
        tags={[
          tag('With anybody', { step: '' }, query.step === ''),
          ...steps.map((step, index) => {
            const value = stepValue(index);
            return tag(
              `${capital(step)} ${onStep(counts, index, query.kind || undefined)}`,
              { step: value },
              query.step === value,
            );
          }),
        ]}
      />
      <Tags
        label="How late"
        tags={[
          tag('Late or not', { when: '' }, query.when === ''),
          tag(`Late ${late}`, { when: 'late' }, query.when === 'late'),
          tag(`In time ${all - late}`, { when: 'in-time' }, query.when === 'in-time'),
        ]}
      />
    </div>
  );
}

function stepValue(index: number): BoardQuery['step'] {
  return (['0', '1', '2', '3'] as const)[index] ?? '';
}

function Row({
  row,
  chip,
  steps,
}: {
  row: BoardRow;
  chip: ChipWords | undefined;
  steps: ShownBoard['steps'];
}) {
  const promised = weekdayWords(row.firstDueAt);
  return (
    <Task
      id={row.id}
      kind={row.kindLabel}
      name={row.about.name || 'An organisation that is gone'}
      href={nobodyLost.one(row.id)}
      text={<WithWhom row={row} steps={steps} />}
      clock={{ quarter: row.quarter, words: row.late ? `Was promised for ${promised}` : `Until ${promised}` }}
      chip={chip}
      action={row.url ? { href: row.url, label: 'Look at it' } : undefined}
    />
  );
}

/** Who has it, since when, which number to ring, and when it goes on to whom. */
function WithWhom({ row, steps }: { row: BoardRow; steps: ShownBoard['steps'] }) {
  const above = steps[row.climbStep + 1];
  const { owner } = row;
  return (
    <>
      {`With ${owner.name} (${steps[row.climbStep]}) since ${weekdayWords(row.ownerSince)}. `}
      {row.about.phone !== '' && (
        <>
          {owner.id === row.about.id ? 'Ring' : 'Ring whoever has to answer:'}{' '}
          <PhoneLink number={row.about.phone} />.{' '}
        </>
      )}
      {above
        ? `Next date: ${weekdayWords(row.dueAt)}, then the ${above}.`
        : 'It stays with the hub until there is an answer.'}
    </>
  );
}

function Kinds({ kinds, counts, steps }: ShownBoard) {
  if (kinds.length === 0) return null;
  return (
    <section aria-label="By kind">
      <CardTable
        caption="By kind, and how promises of the last 90 days ended"
        list="kinds"
        columns={[
          { label: 'Kind' },
          { label: 'Open', number: true },
          { label: 'Late', number: true },
          ...steps.map((step) => ({ label: capital(step), number: true })),
          { label: 'Ended' },
        ]}
        rows={kinds.map(({ kind, label, ends }) => ({
          id: kind,
          head: label,
          cells: [
            sumOf(counts, 'open', kind),
            sumOf(counts, 'late', kind),
            ...steps.map((_, index) => onStep(counts, index, kind)),
            ends || 'None yet',
          ],
        }))}
      />
    </section>
  );
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
