import { clockWords, weekdayWords } from '../../../platform/dates.ts';
import { Empty } from '../../../ui/lists.tsx';
import { Columns, Section } from '../../../ui/sheets.tsx';
import { CardTable } from '../../../ui/table.tsx';
import { loops } from '../../loops/urls.ts';
import { settings } from '../../network/urls.ts';
import { organisations } from '../../register/urls.ts';
import { hub, nobodyLost } from '../urls.ts';
import type { CentreThisMorning, DrawnQueue, DrawnRow } from '../words.ts';
import { DoneList, type ShownMove } from './done.tsx';
import { RefusedElsewhere, type RefusedRow, Rows } from './row.tsx';

interface HubProps {
  title: string;
  now: Date;
  /** What is to be looked at first, over all queues. */
  today: readonly DrawnRow[];
  queues: readonly DrawnQueue[];
  done: readonly ShownMove[];
  centres: readonly CentreThisMorning[];
  refused?: RefusedRow | undefined;
}

export function HubPage({ title, now, today, queues, done, centres, refused }: HubProps) {
  const waiting = queues.reduce((sum, queue) => sum + queue.total, 0);
  return (
    <Columns aside={<Queues queues={queues} />} asideLabel="Also today">
      <div>
        <p class="quiet">{`${weekdayWords(now)}, ${clockWords(now)}`}</p>
        <h1>{title}</h1>
        <p class="lead">{lead(today, done.length)}</p>
      </div>
      <RefusedElsewhere refused={refused} rows={today} />
      <Section
        id="today"
        title="Today, in order"
        note={waiting > today.length ? `The first ${today.length} of ${waiting}` : undefined}
      >
        {today.length === 0 ? (
          <Empty
            fact="Nothing waits for you."
            next="What is set aside comes back on its day. A good morning to ring a centre you have not heard of."
          />
        ) : (
          <Rows list="today" rows={today} mixed back="hub" refused={refused} now={now} />
        )}
      </Section>
      {done.length > 0 && (
        <Section id="done" title="Cleared today">
          <DoneList list="done" moves={done} mayBringBack now={now} />
        </Section>
      )}
      <Centres centres={centres} />
    </Columns>
  );
}

function lead(today: readonly DrawnRow[], done: number): string {
  const late = today.filter((row) => row.late).length;
  const cleared = done === 0 ? '' : ` ${done === 1 ? 'One thing is' : `${done} things are`} cleared already.`;
  if (late === 0) return `Nothing here is late.${cleared}`;
  return `Somebody has waited too long. What is late comes first; start at the top.${cleared}`;
}

function Queues({ queues }: { queues: readonly DrawnQueue[] }) {
  return (
    <Section id="totals" title="All queues" sheet>
      <ul class="lines" data-list="queues">
        {queues.map(({ name, label, total, away }) => (
          <li data-id={name}>
            <a href={hub.queue(name)}>{label}</a> <b>{total}</b>
            {away > 0 && <span class="small quiet">{` and ${away} set aside`}</span>}
          </li>
        ))}
      </ul>
      <p>
        <a href={nobodyLost.board()}>Nobody lost: all open promises</a> ·{' '}
        <a href={loops.inbox()}>What waits for you yourself</a> · <a href={hub.health()}>The records</a> ·{' '}
        <a href={settings.all()}>Settings</a>
      </p>
    </Section>
  );
}

function Centres({ centres }: { centres: readonly CentreThisMorning[] }) {
  if (centres.length === 0) return null;

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
