import { dayWords } from '../../../platform/dates.ts';
import { Empty, Entries, Entry } from '../../../ui/lists.tsx';
import { Section } from '../../../ui/sheets.tsx';
import { organisations } from '../../register/urls.ts';
import { hub } from '../urls.ts';
import { type HealthCount, type Measure, measures, type PoorRecord } from '../words.ts';

interface HealthProps {
  all: number;
  checked: number;
  short: readonly HealthCount[];
}

/** How good the records are, with the way to those that could be better. */
export function HealthPage({ all, checked, short }: HealthProps) {
  return (
    <div class="text stack">
      <div>
        <h1>The records</h1>
        <p class="lead">{lead(all, checked)}</p>
      </div>
      <Section id="measures" title="What could be better" quiet>
        <Entries list="measures">
          {measures.map(({ name, label, next }) => {
            const records = short.find((one) => one.name === name)?.records ?? 0;
            return (
              <Entry
                id={name}
                far={{ figure: String(records), unit: records === 1 ? 'record' : 'records' }}
                name={label}
                href={records > 0 ? hub.measure(name) : undefined}
                text={records > 0 ? next : 'None. That is as it should be.'}
              />
            );
          })}
        </Entries>
      </Section>
    </div>
  );
}

function lead(all: number, checked: number): string {
  if (all === 0) return 'There are no records yet.';
  const part = Math.floor((checked / all) * 100);
  return `${checked} of ${all} are checked in the promised time, ${part} in 100.`;
}

interface PoorProps {
  measure: Measure;
  rows: readonly PoorRecord[];
  total: number;
  now: Date;
}

export function PoorRecordsPage({ measure, rows, total, now }: PoorProps) {
  return (
    <div class="text stack">
      <div>
        <h1>{measure.label}</h1>
        <p class="lead">{measure.next}</p>
      </div>
      {rows.length === 0 ? (
        <Empty
          fact="No record is on this list."
          next="That is as it should be."
          action={{ href: hub.health(), label: 'Back to the records' }}
        />
      ) : (
        <Section id="records" title="The records" quiet>
          <Entries list="records">
            {rows.map((row) => (
              <Entry
                key={row.id}
                id={row.id}
                name={row.name}
                href={organisations.one(row.id, row.name)}
                text={`${row.centreName || 'No home centre'}. ${checkedWords(row.checkedAt, now)}`}
              />
            ))}
          </Entries>
        </Section>
      )}
      {total > rows.length && (
        <p class="quiet">{`These are the first ${rows.length} of ${total}, centre by centre.`}</p>
      )}
    </div>
  );
}

function checkedWords(at: Date | null, now: Date): string {
  return at ? `Last checked on ${dayWords(at, now)}.` : 'Never checked by anybody.';
}
