import { dayWords } from '../../../platform/dates.ts';
import { Empty } from '../../../ui/lists.tsx';
import { CardTable } from '../../../ui/table.tsx';
import { Chip } from '../../../ui/words.tsx';
import { figure, standingOf } from '../rules/standing.ts';
import { imports } from '../urls.ts';
import { type ImportRow, standingWords } from '../words/import.ts';

export const title = 'Lists we took in';

export function ImportsPage({ rows, now }: { rows: readonly ImportRow[]; now: Date }) {
  return (
    <>
      <h1>{title}</h1>
      <p class="lead">
        A list is taken in with <code>bin/joinery import</code>. It can be stopped and run again.
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
            cells: [
              <State one={one} now={now} />,
              figure(one.read),
              figure(one.new),
              figure(one.changed),
              figure(one.rejected),
            ],
          }))}
        />
      )}
    </>
  );
}

export function State({ one, now }: { one: ImportRow; now: Date }) {
  const state = standingOf(one, now);
  const tone = { running: 'wait', stopped: 'late', done: 'end' } as const;
  return <Chip state={state} tone={tone[state]} words={standingWords[state]} />;
}
