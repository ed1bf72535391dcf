import { dayWords } from '../../../platform/dates.ts';
import { Button, ButtonRow, Form } from '../../../ui/form.tsx';
import { Entries, Entry } from '../../../ui/lists.tsx';
import { Section } from '../../../ui/sheets.tsx';
import { organisations } from '../../register/urls.ts';
import { neighbours } from '../urls.ts';
import type { ShownHello } from '../words/hellos.ts';
import { answerButtons, endingOf } from './say.ts';

interface HellosProps {
  organisationId: string;
  hellos: readonly ShownHello[];
  now: Date;
}

/** Those that wait for this group’s answer: each answer is one press. */
export function ComingIn({ organisationId, hellos, now }: HellosProps) {
  const waiting = hellos.filter((one) => one.toId === organisationId && !one.answer);
  if (waiting.length === 0) return null;
  return (
    <Section id="to-you" title="They say hello to you">
      <Entries list="to-you">
        {waiting.map((one) => (
          <Entry
            key={one.id}
            id={one.id}
            name={one.fromName}
            href={organisations.one(one.fromId, one.fromName)}
            text={one.words && `“${one.words}”`}
            kind={[`since ${dayWords(one.saidAt, now)}`]}
          >
            <AnswerForm one={one} />
          </Entry>
        ))}
      </Entries>
    </Section>
  );
}

export function AnswerForm({ one, forThem = false }: { one: ShownHello; forThem?: boolean }) {
  const more = forThem
    ? { value: 'nobody_there', label: 'Nobody answers there' }
    : { value: 'no_more', label: 'Not now, and no more hellos from them' };
  return (
    <Form name="answer-hello" action={neighbours.hello(one.id)} prefix={one.id}>
      <ButtonRow>
        {[...answerButtons, more].map(({ value, label }) => (
          <Button key={value} kind="second" name="answer" value={value}>
            {label}
            <span class="sr">{`: ${one.fromName}`}</span>
          </Button>
        ))}
      </ButtonRow>
    </Form>
  );
}

/** What this group said hello to: what waits, and how the last ones were answered. */
export function GoneOut({ organisationId, hellos, now }: HellosProps) {
  const own = hellos.filter((one) => one.fromId === organisationId && one.answer !== 'taken_back');
  if (own.length === 0) return null;
  return (
    <Section id="from-you" title="You said hello">
      <Entries list="from-you">
        {own.map((one) => (
          <Entry
            key={one.id}
            id={one.id}
            name={one.toName}
            href={organisations.one(one.toId, one.toName)}
            text={one.answer ? endingOf(one, now) : `Said on ${dayWords(one.saidAt, now)}. No answer yet.`}
            chip={one.answer ? undefined : { state: 'waiting', tone: 'wait', words: 'Waiting' }}
          >
            {!one.answer && (
              <Form name="take-hello-back" action={neighbours.takeBack(one.id)} prefix={one.id}>
                <Button kind="second">
                  Take it back<span class="sr">{`: ${one.toName}`}</span>
                </Button>
              </Form>
            )}
          </Entry>
        ))}
      </Entries>
    </Section>
  );
}
