import { dayWords, weekdayWords } from '../../../../platform/dates.ts';
import { Field } from '../../../../ui/fields.tsx';
import { Button, ButtonRow, Form, type Problems, type Values } from '../../../../ui/form.tsx';
import { Notice, Section, Trail } from '../../../../ui/sheets.tsx';
import { Chip, PhoneLink } from '../../../../ui/words.tsx';
import { whyNotAppeal } from '../../rules/registration.ts';
import { organisations, register } from '../../urls.ts';
import { answerWords, type CentreAnswer } from '../../words/answers.ts';
import type { Organisation } from '../../words/records.ts';

export interface StateProps {
  group: Organisation;
  answers: readonly (CentreAnswer & { dueAt: Date | null; personName: string })[];
  /** Whether the reader answers for the group. */
  own: boolean;
  now: Date;
  hubPhone: string;
  /** The record that it is part of now. */
  mergedInto: { id: string; name: string } | undefined;
  /** The last one, if there was any. */
  appeal: { state: string; reason: string } | undefined;
  /** What was typed into the form that came back. */
  again?: { form: string; values: Values; problems: Problems };
}

/** Where a registration stands: each centre's own answer, whose turn it is and until when. */
export function StatePage(props: StateProps) {
  const { group, answers } = props;
  return (
    <div class="stack text">
      <div>
        <h1>{`How it stands: ${group.name}`}</h1>
        <p class="lead">{stateLine(group)}</p>
        <p class="row">
          {group.state === 'active' && <a href={organisations.one(group.id, group.name)}>See its page</a>}
          {props.own && !props.mergedInto && <a href={organisations.edit(group.id)}>Change what it says</a>}
        </p>
      </div>
      {group.state === 'returned' && <Returned {...props} />}
      {group.state === 'refused' && <Refusal {...props} />}
      {props.mergedInto && <Merged {...props} mergedInto={props.mergedInto} />}
      {(props.mergedInto ? [] : answers).map((answer) => (
        <Section key={answer.id} id={`c-${answer.centreId}`} title={answer.centreName}>
          <p class="row">
            <Chip state={answer.state} tone={toneOf(answer)} words={answerWords[answer.state]} />
            {answer.home && <span class="quiet">Home centre: its yes makes the page public</span>}
          </p>
          <AnswerTrail answer={answer} now={props.now} />
          {answer.state === 'more_asked' && props.own && <Tell {...props} answer={answer} />}
        </Section>
      ))}
    </div>
  );
}

function stateLine(group: Organisation): string {
  if (group.state === 'active') return 'The page is public. Anyone can find it.';
  if (group.state === 'returned') return 'Your home centre asks you to put something right.';
  if (group.state === 'refused') return 'Your home centre has said no.';
  if (group.state === 'merged') return 'It is the same as a record that was there, so the two are one now.';
  if (group.state === 'paused' || group.state === 'closed') return `The page is ${group.state}.`;
  return 'It is sent. You do not need to register again anywhere in the network.';
}

function toneOf(answer: CentreAnswer): 'wait' | 'end' | undefined {
  if (answer.state === 'accepted') return undefined;
  return answer.state === 'not_for_us' || answer.state === 'refused' ? 'end' : 'wait';
}

function AnswerTrail({ answer, now }: { answer: StateProps['answers'][number]; now: Date }) {
  const steps = [{ what: 'Sent', by: '', words: '', when: dayWords(answer.askedAt, now) }];
  for (const told of answer.told)
    steps.push({ what: 'Told', by: told.question, words: told.answer, when: '' });
  if (answer.answeredAt && answer.state !== 'waiting') {
    const words = answer.state === 'more_asked' ? answer.asked : answer.reason;
    steps.push({ what: answerWords[answer.state], by: '', words, when: dayWords(answer.answeredAt, now) });
  }
  return <Trail items={steps.map(filled)} next={nextOf(answer)} />;
}

function filled(step: { what: string; by: string; words: string; when: string }) {
  return {
    what: step.what,
    by: step.by || undefined,
    words: step.words || undefined,
    when: step.when || undefined,
  };
}

function nextOf(answer: StateProps['answers'][number]) {
  const who = answer.personName || answer.centreName;
  if (answer.state === 'waiting') {
    const by = answer.dueAt ? ` by ${weekdayWords(answer.dueAt)}` : '';
    return {
      what: 'Next',
      text: `${who} answers${by}. If not, the centre’s second contact is asked, then the hub.`,
    };
  }
  if (answer.state === 'more_asked')
    return { what: 'Next', text: 'You answer the question. Then it is the centre’s turn.' };
  if (answer.state === 'returned') return { what: 'Next', text: 'You put it right and send it again.' };
  return undefined;
}

function Tell({ group, answer, again }: StateProps & { answer: CentreAnswer }) {
  const form = `tell-${answer.centreId}`;
  const typed = again?.form === form ? again : undefined;
  return (
    <Form
      name="answer-question"
      action={register.tell(group.id, answer.centreId)}
      version={answer.version}
      values={typed?.values}
      problems={typed?.problems}
      prefix={form}
    >
      <Field name="answer" type="textarea" rows={4} label={answer.asked} />
      <ButtonRow>
        <Button>{`Answer ${answer.centreName}`}</Button>
      </ButtonRow>
    </Form>
  );
}

function Returned({ group, own }: StateProps) {
  return (
    <Notice tone="warn" title="To put right">
      <p>{`“${group.stateReason}”`}</p>
      {own && (
        <>
          <p>
            <a href={organisations.edit(group.id)}>Change what it says</a>, then send it again.
          </p>
          <Form name="resend-registration" action={register.resend(group.id)}>
            <ButtonRow>
              <Button>Send it again</Button>
            </ButtonRow>
          </Form>
        </>
      )}
    </Notice>
  );
}

/** No rights come with it: whoever speaks for the group asks for its page, and is looked at like everybody. */
function Merged({ group, own, mergedInto }: StateProps & { mergedInto: { id: string; name: string } }) {
  return (
    <Notice title={`Part of ${mergedInto.name} now`}>
      {group.stateReason && <p>{`“${group.stateReason}”`}</p>}
      <p>
        What you wrote is kept, and your name for it finds{' '}
        <a href={organisations.one(mergedInto.id, mergedInto.name)}>its page</a>.
      </p>
      {own && (
        <p>
          Do you look after it? <a href={organisations.claim(mergedInto.id)}>Ask for its page</a>. If the two
          are not the same, ring your centre: it can be undone.
        </p>
      )}
    </Notice>
  );
}

function Refusal({ group, own, hubPhone, appeal, again }: StateProps) {
  const typed = again?.form === 'appeal' ? again : undefined;
  return (
    <Notice tone="stop" title="Refused">
      <p>{`“${group.stateReason}”`}</p>
      {appeal?.state === 'waiting' && (
        <p>You have asked the hub to look again. It answers within the promised days.</p>
      )}
      {appeal?.state === 'declined' && <p>{`The hub has looked at it, too, and says: “${appeal.reason}”`}</p>}
      {own && whyNotAppeal(appeal?.state) === undefined && (
        <Form
          name="appeal-refusal"
          action={register.appeal(group.id)}
          values={typed?.values}
          problems={typed?.problems}
        >
          <Field
            name="what"
            type="textarea"
            rows={4}
            label="Why should the hub look again?"
            hint="Somebody other than your home centre reads it."
          />
          <ButtonRow>
            <Button>Ask the hub to look again</Button>
          </ButtonRow>
        </Form>
      )}
      {hubPhone && (
        <p>
          Or ring the hub: <PhoneLink number={hubPhone} />
        </p>
      )}
    </Notice>
  );
}
