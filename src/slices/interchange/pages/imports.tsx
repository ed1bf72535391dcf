import { dayWords } from '../../../platform/dates.ts';
import { ButtonLink } from '../../../ui/form.tsx';
import { Empty } from '../../../ui/lists.tsx';
import { CardTable } from '../../../ui/table.tsx';
import { Chip } from '../../../ui/words.tsx';
import { figure, standingOf } from '../rules/standing.ts';
import { imports } from '../urls.ts';
import { type ImportRow, type Standing, standingWords } from '../words/import.ts';

export const title = 'Lists we took in';

export function ImportsPage({ rows, now }: { rows: readonly ImportRow[]; now: Date }) {
  return (
    <>
      <h1>{title}</h1>
      <p class="lead">
        Somebody else has a list of groups or services? Bring it in. You see what would happen to each row
        before anything is kept.
      </p>
      <p>
        <ButtonLink href={imports.begin()} kind="main">
          Bring in a list
        </ButtonLink>
      </p>
      {rows.length === 0 ? (
        <Empty
          fact="No list has been taken in yet."
          next="Each one stands here with what became of its rows."
        />
      ) : (
        <CardTable
          caption="Newest first"
          list="imports"
          columns={[
            { label: 'List' },
            { label: 'State' },
            { label: 'Rows read', number: true },
            { label: 'New', number: true },
            { label: 'Changed', number: true },
            { label: 'Rejected', number: true },
          ]}
          rows={rows.map((one) => ({
            id: one.id,
            head: <a href={imports.one(one.id)}>{`${one.source}, ${dayWords(one.startedAt, now)}`}</a>,
            cells: [<State one={one} now={now} />, ...figuresOf(one)],
          }))}
        />
      )}
      <p class="quiet">
        Large lists, postcodes and areas are taken in by whoever runs the server, with{' '}
        <code>bin/joinery import</code>.
      </p>
    </>
  );
}

/** Of a list that was not brought in yet there is nothing to count. */
function figuresOf(one: ImportRow): string[] {
  if (['sent', 'looking', 'looked'].includes(one.state)) return [figure(one.rowsInFile), '', '', ''];
  return [figure(one.read), figure(one.new), figure(one.changed), figure(one.rejected)];
}

const tones: Readonly<Record<Standing, 'wait' | 'late' | 'end'>> = {
  ...{ sent: 'wait', looking: 'wait', looked: 'wait', running: 'wait', stopped: 'late', done: 'end' },
  ...{ undoing: 'wait', undone: 'end' },
};

export function State({ one, now }: { one: ImportRow; now: Date }) {
  const state = standingOf(one, now);
  return <Chip state={state} tone={tones[state]} words={standingWords[state]} />;
}
