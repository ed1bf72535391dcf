import { clockWords, dayWords, weekdayWords } from '../../../platform/dates.ts';
import { Entries, Task } from '../../../ui/lists.tsx';
import { Columns, Section } from '../../../ui/sheets.tsx';
import { CardTable } from '../../../ui/table.tsx';
import { PhoneLink } from '../../../ui/words.tsx';
import { loops } from '../../loops/urls.ts';
import { settings } from '../../network/urls.ts';
import { organisations } from '../../register/urls.ts';
import type { CentreThisMorning, DrawnQueue, DrawnRow, ToRing } from '../words.ts';

interface HubProps {
  title: string;
  now: Date;
  queues: readonly DrawnQueue[];
  centres: readonly CentreThisMorning[];
}

export function HubPage({ title, now, queues, centres }: HubProps) {
  return (
    <Columns aside={<Totals queues={queues} />} asideLabel="Also today">
      <div>
        <p class="quiet">{`${weekdayWords(now)}, ${clockWords(now)}`}</p>
        <h1>{title}</h1>
        <p class="lead">{lead(queues)}</p>
      </div>
      {queues.map((queue) => (
        <Section id={queue.name} title={queue.label} note={note(queue)}>
          <QueueList queue={queue} now={now} />
        </Section>
      ))}
      <Centres centres={centres} />
    </Columns>
  );
}

function lead(queues: readonly DrawnQueue[]): string {
  const late = queues.filter((queue) => queue.rows.some((row) => row.late));
  if (late.length === 0) return 'Nothing is late today. A good day to ring a centre you have not heard of.';
  return 'Somebody has waited too long. What is late comes first; start at the top.';
}

function note({ total, rows }: DrawnQueue): string | undefined {
  return total > rows.length ? `The first ${rows.length} of ${total}` : undefined;
}

function QueueList({ queue, now }: { queue: DrawnQueue; now: Date }) {
  if (queue.rows.length === 0) return <p class="quiet">Nothing today.</p>;
  return (
    <>
      <p>{queue.next}</p>
      <Entries list={queue.name}>
        {queue.rows.map((row) => (
          <Row row={row} now={now} />
        ))}
      </Entries>
    </>
  );
}

function Row({ row, now }: { row: DrawnRow; now: Date }) {
  return (
    <Task
      id={row.id}
      kind={row.at ? dayWords(row.at, now) : ''}
      name={row.title}
      href={row.url}
      text={row.ring ? <Ring row={row} ring={row.ring} /> : row.text}
      chip={row.late ? { state: 'late', tone: 'late', words: 'Late' } : undefined}
      action={row.url ? { href: row.url, label: 'Look at it' } : undefined}
    />
  );
}

function Ring({ row, ring }: { row: DrawnRow; ring: ToRing }) {
  return (
    <>
      {`${row.text}: ${ring.name}`}
      {ring.phone === '' ? (
        '.'
      ) : (
        <>
          , <PhoneLink number={ring.phone} />.
        </>
      )}
    </>
  );
}

function Totals({ queues }: { queues: readonly DrawnQueue[] }) {
  return (
    <Section id="totals" title="All queues" sheet>
      <ul class="lines" data-list="queues">
        {queues.map(({ name, label, total }) => (
          <li data-id={name}>
            <a href={`#${name}`}>{label}</a> <b>{total}</b>
          </li>
        ))}
      </ul>
      <p>
        <a href={loops.inbox()}>What waits for you yourself</a> · <a href={settings.all()}>Settings</a>
      </p>
    </Section>
  );
}

function Centres({ centres }: { centres: readonly CentreThisMorning[] }) {
  return (
    <section aria-label="Centres">
      <CardTable
        caption="The centres this morning"
        list="centres"
        columns={[
          { label: 'Centre' },
          { label: 'Open', number: true },
          { label: 'Late', number: true },
          { label: 'Records checked' },
        ]}
        rows={centres.map((centre) => ({
          id: centre.id,
          head: <a href={organisations.one(centre.id, centre.name)}>{centre.name}</a>,
          cells: [centre.open, centre.late, `${centre.checked} of ${centre.records}`],
        }))}
      />
      <p class="small quiet">In order of the alphabet. We do not rank centres.</p>
    </section>
  );
}
