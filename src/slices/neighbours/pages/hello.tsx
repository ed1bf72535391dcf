import { weekdayWords } from '../../../platform/dates.ts';
import { Button, Form } from '../../../ui/form.tsx';
import { Facts } from '../../../ui/lists.tsx';
import { Notice, Section } from '../../../ui/sheets.tsx';
import { PhoneLink } from '../../../ui/words.tsx';
import { organisations } from '../../register/urls.ts';
import { neighbours } from '../urls.ts';
import type { ShownHello } from '../words/hellos.ts';
import { AnswerForm } from './hellos.tsx';
import { endingOf } from './say.ts';

export interface HelloProps {
  one: ShownHello;
  summary: string;
  /** What the reader is here: greeted, the one who greets, somebody it climbed to, or only looking. */
  as: 'receiver' | 'sender' | 'keeper' | 'looker';
  phone: string;
  until: Date | undefined;
  problem?: string | undefined;
  now: Date;
}

export function helloTitle(one: ShownHello): string {
  return `${one.fromName} says hello to ${one.toName}`;
}

export function HelloPage({ one, summary, as, phone, until, problem, now }: HelloProps) {
  const seesWords = as !== 'looker';
  return (
    <div class="text stack">
      <div>
        <h1>{helloTitle(one)}</h1>
        {seesWords && one.words && <p class="lead">{`“${one.words}”`}</p>}
      </div>
      {problem && (
        <Notice tone="stop" title="That could not be done">
          <p>{problem}</p>
        </Notice>
      )}
      <Facts
        facts={[
          {
            name: 'Who says hello',
            fact: <a href={organisations.one(one.fromId, one.fromName)}>{one.fromName}</a>,
          },
          { name: 'What they do', fact: summary },
          { name: 'Since', fact: weekdayWords(one.saidAt) },
          { name: 'Promised by', fact: until && weekdayWords(until) },
          { name: 'Answer', fact: endingOf(one, now) },
        ]}
      />
      {!one.answer && <WhatNext one={one} as={as} phone={phone} />}
    </div>
  );
}

function WhatNext({ one, as, phone }: Pick<HelloProps, 'one' | 'as' | 'phone'>) {
  if (as === 'receiver') {
    return (
      <Section id="answer" title="Do you know them?">
        <p>You speak for yourselves alone. What they say of you is theirs.</p>
        <AnswerForm one={one} />
      </Section>
    );
  }
  if (as === 'keeper') {
    return (
      <Section id="answer" title={`Ring ${one.toName}`}>
        <p>
          They have not answered. {phone && <PhoneLink number={phone} />} Make one call, and press what they
          say.
        </p>
        <AnswerForm one={one} forThem />
      </Section>
    );
  }
  if (as === 'sender') {
    return (
      <Form name="take-hello-back" action={neighbours.takeBack(one.id)}>
        <Button kind="second">Take it back</Button>
      </Form>
    );
  }
  return <p>It waits for an answer from {one.toName}.</p>;
}
