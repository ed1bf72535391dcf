import { dayWords } from '../../../platform/dates.ts';
import { Field } from '../../../ui/fields.tsx';
import { Button, ButtonRow, Form, type Problems, type Values } from '../../../ui/form.tsx';
import { Empty, Entries, Entry, Lines } from '../../../ui/lists.tsx';
import { Columns, Section } from '../../../ui/sheets.tsx';
import { entryKinds } from '../lists/kinds.ts';
import { supportLog } from '../urls.ts';
import type { Look } from '../words.ts';
import { EntryFields, type WritingFor } from './fields.tsx';
import { dayOfWords, type Told } from './say.ts';

export interface LogProps {
  group: { id: string; name: string };
  entries: readonly Told[];
  /** How the reader reads: as one of the centres, or as one of the group. */
  as: 'centres' | 'group';
  looks: readonly Look[];
  /** Missing where the reader only reads. */
  writing: WritingFor | undefined;
  /** There are more than stand here. */
  cut: boolean;
  today: string;
  now: Date;
  values?: Values;
  problems?: Problems;
}

export function LogPage(props: LogProps) {
  const { group, as } = props;
  return (
    <Columns aside={<Beside {...props} />} asideLabel="About this log">
      <div>
        <h1>{`Support for ${group.name}`}</h1>
        <p class="lead">
          {as === 'centres'
            ? 'What every centre did for this group. Read it before you ring.'
            : 'What the centres of the network wrote down for you to read.'}
        </p>
      </div>
      {props.writing && <Add {...props} writing={props.writing} />}
      <Section id="timeline" title="What was done">
        <Timeline {...props} />
      </Section>
    </Columns>
  );
}

function Timeline({ entries, as, cut, now }: LogProps) {
  if (entries.length === 0) {
    return (
      <Empty
        fact={
          as === 'centres' ? 'No centre has written anything here yet.' : 'Nothing stands here for you yet.'
        }
        next={
          as === 'centres'
            ? 'Write down the next call or visit, so that nobody asks this group the same thing twice.'
            : 'Ring your home centre whenever you like some help.'
        }
      />
    );
  }
  return (
    <>
      <Entries list="support">
        {entries.map((told) => (
          <ToldEntry key={told.id} told={told} as={as} now={now} />
        ))}
      </Entries>
      {cut && <p class="quiet">{`These are the newest ${entries.length}.`}</p>}
    </>
  );
}

function ToldEntry({ told, as, now }: { told: Told; as: LogProps['as']; now: Date }) {
  if (told.withdrawnAt !== null) {
    return (
      <Entry
        id={told.id}
        name={`${told.centreName} withdrew an entry`}
        text={told.withdrawnReason}
        kind={[dayOfWords(told.onDay, now), `withdrawn on ${dayWords(told.withdrawnAt, now)}`]}
      >
        {told.own && <a href={supportLog.entry(told.id)}>How it read</a>}
      </Entry>
    );
  }
  const kind = [
    dayOfWords(told.onDay, now),
    told.authorName || 'Somebody who has left',
    ...(told.version > 0 ? [`put right on ${dayWords(told.changedAt, now)}`] : []),
  ];
  return (
    <Entry
      id={told.id}
      name={`${told.kindWords} by ${told.centreName}`}
      text={told.words}
      kind={kind}
      chip={as === 'centres' && told.shownWords ? { state: told.shownTo, words: told.shownWords } : undefined}
    >
      {as === 'centres' && told.followUp && (
        <div class="row">
          <span>{told.followUp.words}</span>
          {told.followUp.mayEnd && (
            <Form name="end-follow-up" action={supportLog.done(told.id)} prefix={told.id}>
              <Button kind="second">
                It is done<span class="sr">{`: ${told.kindWords}, ${dayOfWords(told.onDay, now)}`}</span>
              </Button>
            </Form>
          )}
        </div>
      )}
      {told.mayCorrect && (
        <a class="tap noprint" href={supportLog.entry(told.id)}>
          Put right or withdraw<span class="sr">{`: ${told.kindWords}, ${dayOfWords(told.onDay, now)}`}</span>
        </a>
      )}
    </Entry>
  );
}

function Add({ group, writing, values, problems, today }: LogProps & { writing: WritingFor }) {
  const first = {
    kind: 'call',
    on_day: today,
    shown_to: 'all_centres',
    centre_id: writing.bodies[0]?.id ?? '',
    follow_up_person: writing.ownId,
  };
  return (
    <details open={problems !== undefined}>
      <summary>Write something down</summary>
      <Form
        name="add-support-entry"
        action={supportLog.of(group.id)}
        values={{ ...first, ...values }}
        problems={problems}
      >
        <EntryFields writing={writing} />
        <ButtonRow>
          <Button>Write it down</Button>
        </ButtonRow>
      </Form>
    </details>
  );
}

function Beside({ as, looks, now }: LogProps) {
  return (
    <div class="sheet">
      <h2>Who reads this</h2>
      <p>
        {as === 'centres'
          ? 'Workers and admins of every centre, unless an entry is for its own centre only. The hub’s coordinator opens it with a reason, for an hour.'
          : 'You and your colleagues, and the centres. They may write more that is for centres only.'}
      </p>
      {as === 'centres' && looks.length > 0 && (
        <>
          <h3>The hub looked</h3>
          <Lines
            lines={looks.map(
              (look) =>
                `${dayWords(look.lookedAt, now)}, ${look.personName || 'a coordinator who has left'}: ${look.reason}`,
            )}
          />
        </>
      )}
      {as === 'centres' && <WhatToWrite />}
    </div>
  );
}

function WhatToWrite() {
  return (
    <>
      <h3>What to write</h3>
      <p class="small">{`${Object.values(entryKinds).slice(0, 4).join(', ')}, or ${entryKinds.action.toLowerCase()}: what it was about and what was agreed. Leave out a person’s health or troubles.`}</p>
    </>
  );
}

export function LookPage(props: {
  group: { id: string; name: string };
  values?: Values;
  problems?: Problems;
}) {
  const { group, values, problems } = props;
  return (
    <div class="text">
      <h1>{`Support for ${group.name}`}</h1>
      <p class="lead">
        This log belongs to the centres. Say why you look: they read it, with your name, and it opens for an
        hour.
      </p>
      <Form
        name="look-into-support-log"
        action={supportLog.look(group.id)}
        values={values}
        problems={problems}
      >
        <Field name="reason" type="textarea" rows={3} label="Why do you look?" />
        <ButtonRow>
          <Button>Open the log</Button>
        </ButtonRow>
      </Form>
    </div>
  );
}
