import { dayWords } from '../../../platform/dates.ts';
import { Field } from '../../../ui/fields.tsx';
import { Button, ButtonRow, Form, type Problems, type Values } from '../../../ui/form.tsx';
import { Entries, Entry as Row } from '../../../ui/lists.tsx';
import { Section } from '../../../ui/sheets.tsx';
import { type Difference, Differences } from '../../../ui/versions.tsx';
import { entryKinds } from '../lists/kinds.ts';
import { supportLog } from '../urls.ts';
import { type Earlier, type Entry, shownTo } from '../words.ts';
import { EntryFields, type WritingFor } from './fields.tsx';
import { dayOfWords } from './say.ts';

interface EntryProps {
  group: { id: string; name: string };
  entry: Entry;
  earlier: readonly Earlier[];
  writing: WritingFor;
  mayCorrect: boolean;
  version: number;
  now: Date;
  differences?: readonly Difference[] | undefined;
  values?: Values;
  problems?: Problems;
  /** What is wrong with the other form, and what was typed there. */
  withdrawing?: { values: Values; problems: Problems } | undefined;
}

export function EntryPage(props: EntryProps) {
  const { group, entry, now, mayCorrect } = props;
  return (
    <div class="text stack">
      <div>
        <h1>{entryTitle(entry, group.name)}</h1>
        <p class="lead">{`Written by ${entry.authorName || 'somebody who has left'} on ${dayWords(entry.madeAt, now)}.`}</p>
      </div>
      {entry.withdrawnAt !== null && (
        <Section id="withdrawn" title={`Withdrawn on ${dayWords(entry.withdrawnAt, now)}`}>
          <p>{entry.withdrawnReason}</p>
          <p>{`It read: “${entry.words}”`}</p>
        </Section>
      )}
      {mayCorrect && entry.withdrawnAt === null && <Change {...props} />}
      {!mayCorrect && entry.withdrawnAt === null && <p>{entry.words}</p>}
      <HowItRead {...props} />
      <p>
        <a href={supportLog.of(group.id)}>{`Everything about ${group.name}`}</a>
      </p>
    </div>
  );
}

export function entryTitle(entry: Entry, groupName: string): string {
  return `${wordsFor(entryKinds, entry.kind)}: ${groupName}`;
}

function Change({ entry, writing, version, values, problems, differences, withdrawing }: EntryProps) {
  return (
    <>
      <Section id="right" title="Put it right">
        <Differences differences={differences} />
        <Form
          name="correct-support-entry"
          action={supportLog.entry(entry.id)}
          version={version}
          values={values}
          problems={problems}
        >
          <EntryFields writing={writing} centre={false} />
          <ButtonRow>
            <Button>Keep the correction</Button>
          </ButtonRow>
        </Form>
      </Section>
      <Section id="withdraw" title="Withdraw it">
        <p>
          The timeline then says that there was an entry, and why it is gone. Its words stay with your centre.
        </p>
        <Form
          name="withdraw-support-entry"
          action={supportLog.withdraw(entry.id)}
          prefix="withdraw"
          values={withdrawing?.values}
          problems={withdrawing?.problems}
        >
          <Field name="withdrawn_reason" label="Why?" hint="Others read this." />
          <ButtonRow>
            <Button kind="wax">Withdraw the entry</Button>
          </ButtonRow>
        </Form>
      </Section>
    </>
  );
}

function HowItRead({ earlier, now }: EntryProps) {
  if (earlier.length === 0) return null;
  return (
    <Section id="earlier" title="How it read before">
      <Entries list="earlier">
        {earlier.map((one) => (
          <Row
            key={one.version}
            id={String(one.version)}
            name={`Until ${dayWords(one.untilAt, now)}`}
            text={one.words}
            kind={[
              wordsFor(entryKinds, one.kind),
              dayOfWords(one.onDay, now),
              wordsFor(shownTo, one.shownTo),
            ]}
          />
        ))}
      </Entries>
    </Section>
  );
}

function wordsFor(list: Readonly<Record<string, string>>, key: string): string {
  return list[key] ?? key;
}
