import { clockWords, dayWords } from '../../../platform/dates.ts';
import { Field } from '../../../ui/fields.tsx';
import { Button, ButtonRow, Form, Hidden, type Problems, type Values } from '../../../ui/form.tsx';
import { Empty, Entries, Entry } from '../../../ui/lists.tsx';
import { Notice, Section } from '../../../ui/sheets.tsx';
import { Differences, type Differing } from './history.tsx';

export interface BulkUndoProps {
  title: string;
  back: { href: string; label: string };
  action: string;
  span: { from: string; to: string };
  changes: readonly {
    id: string;
    at: Date;
    name: string;
    href: string;
    differing: readonly Differing[];
    why: string | undefined;
  }[];
  /** What was done just now. */
  done: string | undefined;
  values?: Values | undefined;
  problems?: Problems | undefined;
  now: Date;
}

/** Seen before it is done: what goes back, and what stays and why. */
export function BulkUndoPage(props: BulkUndoProps) {
  const { title, back, action, span, changes, done, values, problems, now } = props;
  const count = changes.filter(({ why }) => why === undefined).length;
  return (
    <div class="text stack">
      <div>
        <h1>{title}</h1>
        <p class="lead">
          For an account that was misused, or a mistake made many times. Nothing is lost: each step stands in
          the history, and can be undone in turn.
        </p>
        <p>
          <a href={back.href}>{back.label}</a>
        </p>
      </div>
      {done && (
        <Notice title="Taken back">
          <p>{done}</p>
        </Notice>
      )}
      {count === 0 && problems && (
        <Notice tone="stop" title="Nothing was done">
          <p>{Object.values(problems).join(' ')}</p>
        </Notice>
      )}
      <Section id="days" title="When?">
        <Form name="choose-days" action={action} method="get" values={span} prefix="span">
          <Field name="from" type="date" short label="From this day" />
          <Field name="to" type="date" short label="To this day" />
          <ButtonRow>
            <Button kind="second">Show it</Button>
          </ButtonRow>
        </Form>
      </Section>
      {count > 0 && (
        <Section id="take-back" title={count === 1 ? 'Take one change back' : `Take ${count} changes back`}>
          <Form name="take-all-back" action={action} values={values} problems={problems}>
            <Hidden name="from" value={span.from} />
            <Hidden name="to" value={span.to} />
            <Field name="reason" label="Why?" hint="It stands in the history of each page." maxLength={500} />
            <ButtonRow>
              <Button>{count === 1 ? 'Take it back' : `Take all ${count} back`}</Button>
            </ButtonRow>
          </Form>
        </Section>
      )}
      <Section id="changes" title="What was changed">
        {changes.length === 0 ? (
          <Empty fact="Nothing was changed in these days." next="Choose other days above." />
        ) : (
          <Entries list="changes">
            {changes.map((change) => (
              <Entry
                key={change.id}
                id={change.id}
                name={change.name}
                href={change.href}
                text={`${dayWords(change.at, now)}, ${clockWords(change.at)}. ${change.why ? `Stays: ${change.why}` : 'Goes back.'}`}
              >
                <Differences id={change.id} differing={change.differing} />
              </Entry>
            ))}
          </Entries>
        )}
      </Section>
    </div>
  );
}
