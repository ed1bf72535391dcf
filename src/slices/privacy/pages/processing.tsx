import { dayWords } from '../../../platform/dates.ts';
import type { Use } from '../../../platform/handed.ts';
import { Field, Select } from '../../../ui/fields.tsx';
import { Button, Form, type Problems, type Values } from '../../../ui/form.tsx';
import { Facts } from '../../../ui/lists.tsx';
import { Notice, Section } from '../../../ui/sheets.tsx';
import type { Hold } from '../queries/holds.ts';
import { privacy } from '../urls.ts';

export const processingTitle = 'What is used, and how long it is kept';

/** Something that goes by itself. */
export interface Kept {
  readonly name: string;
  readonly what: string;
  readonly after: string;
  readonly count?: { due: number; more: boolean; countedAt: Date } | undefined;
}

interface ProcessingProps {
  uses: readonly Use[];
  columns: ReadonlyMap<string, { personal: number; special: number }>;
  kept: readonly Kept[];
  holds: readonly Hold[];
  mayHold: boolean;
  now: Date;
  values?: Values | undefined;
  problems?: Problems | undefined;
}

export function ProcessingPage(props: ProcessingProps) {
  const { uses, columns, kept, now } = props;
  return (
    <div class="stack">
      <div>
        <h1>{processingTitle}</h1>
        <p class="lead">
          The record of processing, written by the database itself: a table that holds something about people
          and stands in no use stops the tests.
        </p>
      </div>
      <Section id="uses" title="What details are used for">
        <div class="stack" data-list="record">
          {uses.map((use) => (
            <div class="sheet" data-id={use.name}>
              <h3>{use.name}</h3>
              <Facts
                facts={[
                  { name: 'Why', fact: use.why },
                  { name: 'Ground', fact: use.ground },
                  { name: 'Who may read it', fact: use.who },
                  { name: 'Kept', fact: use.kept },
                  {
                    name: 'Tables',
                    fact: use.tables.map((name) => `${name}${countWords(columns.get(name))}`).join(', '),
                  },
                ]}
              />
            </div>
          ))}
        </div>
      </Section>
      <Section id="kept" title="What goes by itself">
        <ul class="lines" data-list="kept">
          {kept.map(({ name, what, after, count }) => (
            <li data-id={name}>
              {`${what}: after ${after}.`}
              <small>
                {count ? ` ${dueWords(count)}, counted on ${dayWords(count.countedAt, now)}.` : ''}
              </small>
            </li>
          ))}
        </ul>
      </Section>
      <Holding {...props} />
    </div>
  );
}

function countWords(count: { personal: number; special: number } | undefined): string {
  if (!count) return '';
  const special = count.special > 0 ? `, ${count.special} special` : '';
  return ` (${count.personal} personal${special})`;
}

function dueWords({ due, more }: { due: number; more: boolean }): string {
  return due === 0 ? 'Nothing is due' : `${due}${more ? ' or more' : ''} due`;
}

function Holding({ kept, holds, mayHold, now, values, problems }: ProcessingProps) {
  const words = new Map(kept.map(({ name, what }) => [name, what]));
  return (
    <Section id="holds" title="Held back">
      {holds.length === 0 && <p class="quiet">Nothing is held back. What is due goes tonight.</p>}
      {holds.map(({ id, name, reason, madeAt, untilDay }) => (
        <Notice tone="warn" title={words.get(name) ?? name} level={3}>
          <p>{`“${reason}” Since ${dayWords(madeAt, now)}, until ${dayWords(new Date(untilDay), now)}.`}</p>
          {mayHold && (
            <Form name="end-hold" action={privacy.endHold(id)} prefix={id}>
              <Button kind="second">Let it go again</Button>
            </Form>
          )}
        </Notice>
      ))}
      {mayHold && (
        <Form name="hold-back" action={privacy.hold()} values={values} problems={problems}>
          <Select
            label="What must not go"
            name="name"
            empty="Choose"
            options={kept.map(({ name, what }) => ({ value: name, label: what }))}
          />
          <Field
            label="Who needs it, and why"
            name="reason"
            hint="A court, an inquiry, a complaint that is not over."
          />
          <Field label="Until" name="until" type="date" short />
          <Button>Hold it back</Button>
        </Form>
      )}
    </Section>
  );
}
