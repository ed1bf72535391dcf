import { Empty } from '../../../ui/lists.tsx';
import { Section } from '../../../ui/sheets.tsx';
import { hub } from '../urls.ts';
import type { DrawnQueue } from '../words.ts';
import { RefusedElsewhere, type RefusedRow, Rows } from './row.tsx';

interface QueueProps {
  queue: DrawnQueue;
  refused?: RefusedRow | undefined;
  now: Date;
}

/** One queue, as far as a morning reaches. */
export function QueuePage({ queue, refused, now }: QueueProps) {
  const { name, label, next, rows, total, away } = queue;
  return (
    <div class="stack">
      <div>
        <h1>{label}</h1>
        {rows.length > 0 && <p class="lead">{next}</p>}
        {away > 0 && (
          <p class="quiet">
            {`${away === 1 ? 'One thing is' : `${away} things are`} set aside and will come back on the day.`}
          </p>
        )}
      </div>
      <RefusedElsewhere refused={refused} rows={rows} />
      {rows.length === 0 ? (
        <Empty
          fact="Nothing is on this list."
          next="When something is, it stands on the hub’s page, too."
          action={{ href: hub.page(), label: 'Back to the hub' }}
        />
      ) : (
        <Section id="rows" title="What is on the list" quiet>
          <Rows list={name} rows={rows} back="queue" refused={refused} now={now} />
        </Section>
      )}
      {total > rows.length && (
        <p class="quiet">{`These are the first ${rows.length} of ${total}. The others follow as these are cleared.`}</p>
      )}
    </div>
  );
}
