import { Choices, Field } from '../../../ui/fields.tsx';
import { Button, ButtonRow, Form, Hidden, type Problems, type Values } from '../../../ui/form.tsx';
import { Entries, Entry } from '../../../ui/lists.tsx';
import { Notice, Section } from '../../../ui/sheets.tsx';
import { organisationKinds } from '../lists/kinds.ts';
import { organisations } from '../urls.ts';
import { type Link, linkWords } from '../words/belonging.ts';
import type { Organisation } from '../words/records.ts';
import { Decide } from './deciding.tsx';
import { optionsOf } from './options.ts';

export interface BranchesProps {
  one: Organisation;
  parent: { id: string; name: string } | undefined;
  link: Link;
  parts: readonly { id: string; name: string; link: Link; isPublic: boolean }[];
  /** Asked and not answered yet, with the name of the other one. */
  waiting: readonly { id: string; name: string; mine: boolean }[];
  q: string;
  found: readonly { id: string; name: string; summary: string }[];
  values?: Values;
  problems?: Problems;
}

/** What it is, what it is part of, and what is part of it. */
export function BranchesPage(props: BranchesProps) {
  const { one } = props;
  return (
    <div class="text stack">
      <div>
        <h1>{`What ${one.name} is part of`}</h1>
        <p class="lead">
          A body and its branches are found once, and open to each other. A member of a federation is found by
          itself.
        </p>
      </div>
      {props.problems?.[''] && (
        <Notice tone="stop" title="That cannot be">
          <p>{props.problems['']}</p>
        </Notice>
      )}
      <Above {...props} />
      <Below {...props} />
      <Waiting {...props} />
      <FindOther {...props} />
      <Kind {...props} />
    </div>
  );
}

function Above({ one, parent, link }: BranchesProps) {
  if (!parent) return null;
  return (
    <Section id="above" title="Part of">
      <p>
        <a href={organisations.one(parent.id, parent.name)}>{parent.name}</a>
        {`: ${lower(linkWords[link])}.`}
      </p>
      <End id={one.id} part={one.id} words="It stands by itself from now on" />
    </Section>
  );
}

function Below({ one, parts }: BranchesProps) {
  if (parts.length === 0) return null;
  return (
    <Section id="below" title={`Parts of ${one.name}`}>
      <Entries list="parts">
        {parts.map((part) => (
          <Entry
            key={part.id}
            id={part.id}
            name={part.name}
            href={organisations.one(part.id, part.name)}
            kind={[linkWords[part.link], ...(part.isPublic ? [] : ['not public'])]}
          >
            <End id={one.id} part={part.id} words={`${part.name} stands by itself`} />
          </Entry>
        ))}
      </Entries>
    </Section>
  );
}

function End({ id, part, words }: { id: string; part: string; words: string }) {
  return (
    <Form name="end-belonging" action={organisations.endBranch(id)} prefix={`end-${part}`}>
      <Hidden name="part_id" value={part} />
      <Button kind="second">{words}</Button>
    </Form>
  );
}

function Waiting({ waiting }: BranchesProps) {
  if (waiting.length === 0) return null;
  return (
    <Section id="waiting" title="Asked, and not answered yet">
      <ul class="lines">
        {waiting.map((asked) => (
          <li key={asked.id}>
            {asked.mine ? (
              <a href={organisations.belonging(asked.id)}>{`Answer ${asked.name}`}</a>
            ) : (
              `${asked.name} was asked.`
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function FindOther({ one, q, found, values }: BranchesProps) {
  return (
    <Section id="other" title="Say what belongs together">
      <Form name="find-other" action={`${organisations.branches(one.id)}#other`} method="get" values={{ q }}>
        <Field name="q" label="How does the name of the other one begin?" />
        <ButtonRow>
          <Button kind="second">Look for it</Button>
        </ButtonRow>
      </Form>
      {q !== '' && found.length === 0 && (
        <p>Nothing public begins so. Perhaps it has to be registered first.</p>
      )}
      {found.length > 0 && (
        <Form
          name="ask-belonging"
          action={organisations.branches(one.id)}
          values={{ as: 'part', link: 'branch', other_id: found[0]?.id, ...values }}
        >
          <Hidden name="q" value={q} />
          <Choices
            name="other_id"
            legend="Which one?"
            options={found.map((other) => ({ value: other.id, label: other.name, note: other.summary }))}
          />
          <Choices
            name="as"
            legend="Which of the two is the part?"
            options={[
              { value: 'part', label: `${one.name} is part of it` },
              { value: 'whole', label: `It is part of ${one.name}` },
            ]}
          />
          <Choices name="link" legend="What is it?" options={optionsOf(linkWords)} />
          <ButtonRow>
            <Button>Ask the other side</Button>
          </ButtonRow>
        </Form>
      )}
    </Section>
  );
}

function Kind({ one }: BranchesProps) {
  if (one.kind === 'centre' || one.kind === 'hub') return null;
  const { centre: _centre, hub: _hub, ...kinds } = organisationKinds;
  return (
    <Section id="body" title="What it is">
      <Form
        name="change-kind"
        action={organisations.kind(one.id)}
        version={one.version}
        values={{ kind: one.kind }}
      >
        <Choices name="kind" legend={`${one.name} is a`} options={optionsOf(kinds)} />
        <ButtonRow>
          <Button kind="second">Keep it</Button>
        </ButtonRow>
      </Form>
    </Section>
  );
}

export function AnswerBelongingPage(props: {
  id: string;
  part: { id: string; name: string };
  whole: { id: string; name: string };
  link: Link;
  open: boolean;
  values?: Values;
  problems?: Problems;
}) {
  const { part, whole } = props;
  return (
    <div class="text">
      <h1>{belongingTitle(props)}</h1>
      <p class="lead">{`${linkWords[props.link]}. ${props.link === 'branch' ? 'The two are then found once, and open to each other.' : 'Each is still found by itself.'}`}</p>
      <p>
        <a href={organisations.one(part.id, part.name)}>{part.name}</a>{' '}
        <a href={organisations.one(whole.id, whole.name)}>{whole.name}</a>
      </p>
      <Decide
        {...props}
        name="answer-belonging"
        action={organisations.belonging(props.id)}
        yes="accepted"
        no="declined"
        words={{ accepted: 'Yes, it is so', declined: 'No' }}
      >
        <Field name="reason" type="textarea" rows={3} label="Why not" hint="Needed at a no." />
      </Decide>
    </div>
  );
}

export function belongingTitle({ part, whole }: { part: { name: string }; whole: { name: string } }): string {
  return `Is ${part.name} part of ${whole.name}?`;
}

function lower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
