import { Button, Form } from '../../../ui/form.tsx';
import { Empty, Entries, Task } from '../../../ui/lists.tsx';
import { Section } from '../../../ui/sheets.tsx';
import { supportLog } from '../urls.ts';
import { dayOfWords } from './say.ts';

export interface FollowUpRow {
  id: string;
  organisationId: string;
  organisationName: string;
  kindWords: string;
  words: string;
  due: 'late' | 'today' | 'later';
  onDay: string;
  personName: string;
}

export function FollowUpsPage(props: { centreName: string; rows: readonly FollowUpRow[]; now: Date }) {
  const { centreName, rows, now } = props;
  return (
    <div class="stack">
      <h1>{`What ${centreName} follows up`}</h1>
      {rows.length === 0 ? (
        <Empty
          fact="Nothing waits to be followed up."
          next="When you write down a call or a visit, you can give it a day and a colleague."
        />
      ) : (
        <Section id="rows" title="What waits, by its day" quiet>
          <Entries list="follow-ups">
            {rows.map((row) => (
              <Task
                key={row.id}
                id={row.id}
                kind={row.kindWords}
                name={row.organisationName}
                href={`${supportLog.of(row.organisationId)}#timeline`}
                text={row.words}
                chip={{
                  state: row.due,
                  ...(row.due === 'later' ? {} : { tone: row.due === 'late' ? 'late' : 'wait' }),
                  words: `${row.due === 'late' ? 'Was due' : 'Due'} ${dayOfWords(row.onDay, now)}, ${row.personName}`,
                }}
              >
                <Form name="end-follow-up" action={supportLog.done(row.id)} prefix={row.id}>
                  <Button kind="second">
                    It is done<span class="sr">{`: ${row.organisationName}`}</span>
                  </Button>
                </Form>
              </Task>
            ))}
          </Entries>
        </Section>
      )}
    </div>
  );
}
