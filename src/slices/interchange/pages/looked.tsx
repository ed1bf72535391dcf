import { Button, ButtonLink, ButtonRow, Form } from '../../../ui/form.tsx';
import { Pager } from '../../../ui/lists.tsx';
import { Notice, Section, Stages } from '../../../ui/sheets.tsx';
import { CardTable } from '../../../ui/table.tsx';
import { fieldWords } from '../lists/columns.ts';
import { figure } from '../rules/standing.ts';
import { imports } from '../urls.ts';
import {
  type Counted,
  type ImportRow,
  outcomes,
  type RowOutcome,
  type SeenChange,
  type SeenRow,
} from '../words/import.ts';
import { stages } from './begin-list.tsx';

/** What would come of a row, for whoever decides. */
const outcomeWords: Readonly<Record<RowOutcome, { label: string; means: string }>> = {
  new: { label: 'New', means: 'We do not have it yet.' },
  matched: {
    label: 'Known already',
    means: 'Another list or a person gave it. Only what is empty is filled in.',
  },
  changed: { label: 'Changed', means: 'This list said it differently before.' },
  unchanged: { label: 'As it is', means: 'Nothing is to be done.' },
  rejected: { label: 'Rejected', means: 'It cannot be taken as it stands.' },
};

interface LookedProps {
  title: string;
  one: ImportRow;
  examples: ReadonlyMap<RowOutcome, readonly SeenRow[]>;
  reasons: readonly Counted[];
  /** Why cells would be left out of rows that would be taken. */
  remarks: readonly Counted[];
  changes: readonly SeenChange[];
}

export function LookedPage({ title, one, examples, reasons, remarks, changes }: LookedProps) {
  const takes = one.new + one.matched + one.changed;
  return (
    <div class="stack">
      <div>
        <h1>{title}</h1>
        <p class="lead">
          {`Nothing is kept yet. This is what would happen to ${figure(one.read)} rows of ${one.source}.`}
        </p>
        <Stages label="Steps" stages={stages} here={2} steps />
      </div>
      <CardTable
        caption="What would become of the rows"
        quiet
        list="outcomes"
        columns={[
          { label: 'What happens' },
          { label: 'Rows', number: true },
          { label: 'What that means' },
          { label: 'For example' },
        ]}
        rows={outcomes.map((outcome) => ({
          id: outcome,
          head: outcomeWords[outcome].label,
          cells: [
            figure(one[outcome]),
            outcomeWords[outcome].means,
            <Examples one={one} outcome={outcome} rows={examples.get(outcome) ?? []} />,
          ],
        }))}
      />
      {changes.length > 0 && <Changes changes={changes} />}
      {reasons.length > 0 && (
        <Section id="reasons" title="Why rows would be rejected">
          <p>You can bring the others in now, and send these again when they are put right.</p>
          <Reasons reasons={reasons} />
        </Section>
      )}
      {remarks.length > 0 && (
        <Section id="remarks" title="What would be left out of rows">
          <p>These rows would be taken without the cell. Mend it first, or send the list again afterwards.</p>
          <Reasons reasons={remarks} list="remarks" />
        </Section>
      )}
      {takes === 0 && <Notice>There is nothing to do: no row would change anything.</Notice>}
      <Decide one={one} takes={takes} />
    </div>
  );
}

function Changes({ changes }: Pick<LookedProps, 'changes'>) {
  return (
    <Section id="changes" title="What would change">
      <CardTable
        caption="In records that are there, for example"
        list="changes"
        columns={[{ label: 'Record' }, { label: 'What' }, { label: 'Now' }, { label: 'Then' }]}
        rows={changes.map(({ title, field, was, now }, place) => ({
          id: String(place),
          head: <span data-verbatim>{title}</span>,
          cells: [fieldWords[field] ?? field, <Value value={was} />, <Value value={now} />],
        }))}
      />
    </Section>
  );
}

function Value({ value }: { value: string }) {
  return <span data-verbatim>{['', '[]', 'null'].includes(value) ? 'Nothing' : value}</span>;
}

function Decide({ one, takes }: { one: ImportRow; takes: number }) {
  return (
    <>
      {takes > 0 && (
        <Form name="bring-in" action={imports.bringIn(one.id)}>
          <ButtonRow>
            <Button>Bring it in</Button>
            <ButtonLink href={imports.columns(one.id)}>Say the columns again</ButtonLink>
          </ButtonRow>
        </Form>
      )}
      {takes === 0 && (
        <p>
          <ButtonLink href={imports.columns(one.id)}>Say the columns again</ButtonLink>
        </p>
      )}
      <Form name="drop-list" action={imports.drop(one.id)}>
        <ButtonRow>
          <Button kind="second">Forget this list</Button>
        </ButtonRow>
      </Form>
    </>
  );
}

function Examples({ one, outcome, rows }: { one: ImportRow; outcome: RowOutcome; rows: readonly SeenRow[] }) {
  if (rows.length === 0) return <>No row</>;
  const names = rows.map((row) => row.title || `line ${row.line}`).join(', ');
  return (
    <>
      <span data-verbatim>{names}</span>
      {'. '}
      <a href={imports.rows(one.id, outcome)}>
        See them all<span class="sr">: {outcomeWords[outcome].label}</span>
      </a>
    </>
  );
}

export function Reasons({ reasons, list = 'reasons' }: { reasons: readonly Counted[]; list?: string }) {
  return (
    <CardTable
      caption="The commonest first"
      list={list}
      plain
      columns={[{ label: 'Reason' }, { label: 'Rows', number: true }]}
      rows={reasons.map(({ reason, rows }) => ({
        id: reason,
        head: <span data-verbatim>{reason}</span>,
        cells: [figure(rows)],
      }))}
    />
  );
}

interface RowsProps {
  title: string;
  one: ImportRow;
  outcome: RowOutcome;
  rows: readonly SeenRow[];
  hasMore: boolean;
}

export function rowsTitle(outcome: RowOutcome): string {
  return `Rows: ${outcomeWords[outcome].label.toLowerCase()}`;
}

export function SeenRowsPage({ title, one, outcome, rows, hasMore }: RowsProps) {
  const last = rows.at(-1);
  const isRejected = outcome === 'rejected';
  return (
    <>
      <h1>{title}</h1>
      <p class="lead">{`${one.source}. ${outcomeWords[outcome].means}`}</p>
      {rows.length === 0 ? (
        <p>No row of this list.</p>
      ) : (
        <CardTable
          caption="In the order of the file; the heading is line 1"
          list="seen-rows"
          plain
          columns={[{ label: 'Line' }, { label: isRejected ? 'Reason' : 'Name' }]}
          rows={rows.map((row) => ({
            id: String(row.line),
            head: row.line,
            cells: [<span data-verbatim>{isRejected ? row.reason : row.title}</span>],
          }))}
        />
      )}
      <Pager
        line={`${figure(one[outcome])} in all`}
        {...(hasMore && last
          ? { next: { href: imports.rows(one.id, outcome, last.line), label: 'The next rows' } }
          : {})}
      />
    </>
  );
}
