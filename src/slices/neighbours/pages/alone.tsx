import { Empty, Entries, Entry, Pager } from '../../../ui/lists.tsx';
import { Section } from '../../../ui/sheets.tsx';
import { CardTable } from '../../../ui/table.tsx';
import { PhoneLink } from '../../../ui/words.tsx';
import { organisations } from '../../register/urls.ts';
import { neighbours } from '../urls.ts';

export interface AloneProps {
  boroughs: readonly { code: string; name: string; groups: number; alone: number }[];
  /** The borough whose list is open. */
  open: { code: string; name: string } | undefined;
  rows: readonly { id: string; name: string; summary: string; phone: string; homeCentre: string }[];
  next: string | undefined;
}

export const aloneTitle = 'Who knows nobody';

/** Numbers for each borough, and for one of them the groups, so that somebody can bring them together. */
export function AlonePage({ boroughs, open, rows, next }: AloneProps) {
  return (
    <div class="stack">
      <div class="text">
        <h1>{aloneTitle}</h1>
        <p class="lead">
          Groups that somebody looks after, and that do not say with any other group that they know each
          other. A group that works in two boroughs counts in both.
        </p>
      </div>
      {open && (
        <Section id="groups" title={`In ${open.name}`}>
          {rows.length === 0 ? (
            <Empty fact="Every group here knows somebody." next="Look at another borough." />
          ) : (
            <>
              <Entries list="alone">
                {rows.map((row) => (
                  <Entry
                    key={row.id}
                    id={row.id}
                    name={row.name}
                    href={organisations.one(row.id, row.name)}
                    text={row.summary}
                    kind={row.homeCentre ? [row.homeCentre] : []}
                  >
                    {row.phone && <PhoneLink number={row.phone} />}
                  </Entry>
                ))}
              </Entries>
              {next && (
                <Pager
                  line="There are more."
                  next={{ href: neighbours.alone(open.code, next), label: 'The next ones' }}
                />
              )}
            </>
          )}
        </Section>
      )}
      <Section id="boroughs" title="By borough">
        {boroughs.length === 0 ? (
          <Empty fact="There are no boroughs yet." next="Load your areas first." />
        ) : (
          <CardTable
            caption="Groups that know nobody, by borough"
            quiet
            columns={[
              { label: 'Borough' },
              { label: 'Groups', number: true },
              { label: 'Know nobody', number: true },
            ]}
            rows={boroughs.map((one) => ({
              head: <a href={neighbours.alone(one.code)}>{one.name}</a>,
              cells: [String(one.groups), String(one.alone)],
            }))}
          />
        )}
      </Section>
    </div>
  );
}
