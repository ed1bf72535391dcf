import { dayWords, weekdayWords } from '../../../platform/dates.ts';
import { Empty, Entries, Task } from '../../../ui/lists.tsx';
import { Section } from '../../../ui/sheets.tsx';
import { CardTable } from '../../../ui/table.tsx';
import type { QueueEntry } from '../queries/registration.ts';
import { centres } from '../urls.ts';
import { answerWords } from '../words/answers.ts';

interface QueueProps {
  centre: { id: string; name: string };
  rows: readonly (QueueEntry & { late: boolean; quarter: 0 | 1 | 2 | 3 | 4 })[];
  mayAsk: boolean;
  now: Date;
}

export function RegistrationsPage({ centre, rows, mayAsk, now }: QueueProps) {
  const waiting = rows.filter((row) => row.state === 'waiting');
  const others = rows.filter((row) => row.state !== 'waiting');
  return (
    <div class="stack">
      <h1>{`Registrations at ${centre.name}`}</h1>
      {waiting.length === 0 && (
        <Empty
          fact="Every group has your answer."
          next="New registrations come here, and to you by mail."
          {...(mayAsk
            ? { action: { href: centres.questions(centre.id), label: 'Look at your own questions' } }
            : {})}
        />
      )}
      {waiting.length > 0 && (
        <Section id="waiting" title="Waiting for your answer">
          <Entries list="registrations">
            {waiting.map((row) => (
              <Task
                key={row.organisationId}
                id={row.organisationId}
                kind={row.home ? 'Home centre' : 'Works here, too'}
                name={row.name}
                href={centres.registration(centre.id, row.organisationId)}
                text={row.summary}
                clock={row.dueAt ? { quarter: row.quarter, words: dueWords(row.dueAt, row.late) } : undefined}
                action={{
                  href: centres.registration(centre.id, row.organisationId),
                  label: 'Look and answer',
                }}
              />
            ))}
          </Entries>
        </Section>
      )}
      {others.length > 0 && (
        <Section id="answered" title="Answered, or waiting for the group">
          <CardTable
            caption="Answered, or waiting for the group"
            quiet
            columns={[{ label: 'Group' }, { label: 'Your answer' }, { label: 'Asked' }]}
            rows={others.map((row) => ({
              id: row.organisationId,
              head: <a href={centres.registration(centre.id, row.organisationId)}>{row.name}</a>,
              cells: [answerWords[row.state], dayWords(row.askedAt, now)],
            }))}
          />
        </Section>
      )}
      <p>
        Somebody rings, or brings a form on paper?{' '}
        <a href={centres.take(centre.id)}>Register a group for somebody</a>
      </p>
      {mayAsk && (
        <p>
          <a href={centres.questions(centre.id)}>Your own questions on the form</a>
        </p>
      )}
    </div>
  );
}

function dueWords(due: Date, late: boolean): string {
  return late ? `Was promised for ${weekdayWords(due)}` : `Until ${weekdayWords(due)}`;
}
