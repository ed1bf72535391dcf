import { clockWords, dayWords } from '../../../platform/dates.ts';
import { Field } from '../../../ui/fields.tsx';
import { Button, ButtonRow, Form, Hidden, type Values } from '../../../ui/form.tsx';
import { Empty, Entries, Entry } from '../../../ui/lists.tsx';
import { Notice, Section } from '../../../ui/sheets.tsx';
import { CardTable } from '../../../ui/table.tsx';

export interface Differing {
  label: string;
  before: string;
  after: string;
}

export interface HistoryProps {
  title: string;
  action: string;
  undo: string;
  changes: readonly {
    id: string;
    at: Date;
    who: string;
    reason: string;
    differing: readonly Differing[];
    /** Why it cannot be taken back; empty where it can; undefined where the reader may not. */
    whyNot: string | undefined;
    /** Where everything else of the same person is, for whoever may take all of it back. */
    all: string | undefined;
  }[];
  /** What was suggested and stayed as it was, for whoever may read it. */
  notTaken: readonly {
    id: string;
    href: string;
    madeAt: Date;
    who: string;
    reason: string;
    fields: string;
  }[];
  begun: string;
  /** As it was on a day, or what differs between two. */
  asked: { from: string; to: string };
  asItWas: { heading: string; facts: readonly { label: string; value: string }[] } | undefined;
  between: { heading: string; differing: readonly Differing[] } | undefined;
  problem: string | undefined;
  values?: Values;
  now: Date;
}

export function HistoryPage(props: HistoryProps) {
  return (
    <div class="text stack">
      <div>
        <h1>{props.title}</h1>
        <p class="lead">Who changed what, when and why.</p>
      </div>
      {props.problem && (
        <Notice tone="stop" title="That cannot be undone">
          <p>{props.problem}</p>
        </Notice>
      )}
      <Days {...props} />
      {props.asItWas && (
        <Section id="then" title={props.asItWas.heading}>
          {props.asItWas.facts.length === 0 ? (
            <p>{props.begun}</p>
          ) : (
            <CardTable
              caption={props.asItWas.heading}
              quiet
              list="as-it-was"
              columns={[{ label: 'Field' }, { label: 'What stood there' }]}
              rows={props.asItWas.facts.map((one) => ({ head: one.label, cells: [one.value] }))}
            />
          )}
        </Section>
      )}
      {props.between && (
        <Section id="between" title={props.between.heading}>
          {props.between.differing.length === 0 ? (
            <p>Nothing differs between the two days.</p>
          ) : (
            <Differences id="between" differing={props.between.differing} />
          )}
        </Section>
      )}
      <Section id="changes" title="Every change">
        <Changes {...props} />
      </Section>
      {props.notTaken.length > 0 && (
        <Section id="not-taken" title="Suggested, and not taken over">
          <Entries list="not-taken">
            {props.notTaken.map((one) => (
              <Entry
                key={one.id}
                id={one.id}
                name={`${dayWords(one.madeAt, props.now)}: ${one.fields}`}
                href={one.href}
                text={one.who}
                kind={one.reason ? [one.reason] : []}
              />
            ))}
          </Entries>
        </Section>
      )}
    </div>
  );
}

function Days({ action, asked }: HistoryProps) {
  return (
    <Section id="days" title="How did it read?">
      <Form name="look-back" action={action} method="get" values={asked}>
        <Field name="from" type="date" short label="On this day" />
        <Field name="to" type="date" short optional label="Compared with this day" />
        <ButtonRow>
          <Button kind="second">Show it</Button>
        </ButtonRow>
      </Form>
    </Section>
  );
}

function Changes({ changes, undo, begun, now }: HistoryProps) {
  if (changes.length === 0) return <Empty fact="Nothing has been changed yet." next={begun} />;
  return (
    <>
      <Entries list="history">
        {changes.map((change) => (
          <Entry
            key={change.id}
            id={change.id}
            name={`${dayWords(change.at, now)}, ${clockWords(change.at)}`}
            text={change.who}
            kind={change.reason ? [change.reason] : []}
          >
            <Differences id={change.id} differing={change.differing} />
            {change.whyNot === '' && (
              <Form name="undo-change" action={undo} prefix={change.id}>
                <Hidden name="version_id" value={change.id} />
                <Button kind="second">
                  Take it back
                  <span class="sr">{`: ${dayWords(change.at, now)}, ${clockWords(change.at)}`}</span>
                </Button>
              </Form>
            )}
            {change.all && (
              <p class="small">
                <a href={change.all}>
                  Everything by the same person
                  <span class="sr">{`: ${dayWords(change.at, now)}, ${clockWords(change.at)}`}</span>
                </a>
              </p>
            )}
            {change.whyNot && <p class="small quiet">{change.whyNot}</p>}
          </Entry>
        ))}
      </Entries>
      <p class="quiet">{begun}</p>
    </>
  );
}

export function Differences({ id, differing }: { id: string; differing: readonly Differing[] }) {
  return (
    <CardTable
      caption="What changed"
      quiet
      list={`changed-${id}`}
      columns={[{ label: 'Field' }, { label: 'Before' }, { label: 'After' }]}
      rows={differing.map((one) => ({ head: one.label, cells: [one.before, one.after] }))}
    />
  );
}
