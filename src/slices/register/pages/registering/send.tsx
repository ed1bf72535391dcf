import { Choices, Field } from '../../../../ui/fields.tsx';
import { Facts } from '../../../../ui/lists.tsx';
import { Notice, Section } from '../../../../ui/sheets.tsx';
import { waysIn } from '../../lists/access.ts';
import { days } from '../../lists/days.ts';
import { wordsFor } from '../../lists/keys.ts';
import { peopleServed } from '../../lists/people-served.ts';
import { themes } from '../../lists/themes.ts';
import { register } from '../../urls.ts';
import type { CentreQuestion } from '../../words/answers.ts';
import type { Registration } from '../../words/registration.ts';
import { StepFrame, type StepProps } from './steps.tsx';

interface SendProps extends StepProps {
  /** Undefined while something is still to be put right in an earlier step. */
  whole: Registration | undefined;
  /** Steps in which something is missing. */
  unfinished: readonly { step: string; label: string; problem: string }[];
  homeReason: string;
  centres: readonly { id: string; name: string }[];
  questions: readonly CentreQuestion[];
  areaNames: readonly string[];
}

export function SendStep(props: SendProps) {
  return (
    <StepFrame {...props} step="send" button={props.whole ? 'Send it to all of them' : 'Look again'}>
      {props.unfinished.length > 0 && <Unfinished {...props} />}
      {props.whole && (
        <>
          <Notice title="Who looks after you">
            <p>{props.homeReason}</p>
            {props.centres.length > 1 && (
              <p>{`These have the same form, so you do not register again: ${names(props.centres.slice(1))}.`}</p>
            )}
          </Notice>
          {props.centres.map((centre) => (
            <Questions
              key={centre.id}
              centre={centre.name}
              questions={props.questions.filter((q) => q.centreId === centre.id)}
            />
          ))}
          <Section id="look" title="What people will read">
            <Summary whole={props.whole} areaNames={props.areaNames} draftId={props.draft.id} />
          </Section>
        </>
      )}
    </StepFrame>
  );
}

function Unfinished({ unfinished, draft }: SendProps) {
  return (
    <Notice tone="warn" title="Not quite finished">
      <ul>
        {unfinished.map((one) => (
          <li key={one.step}>
            <a href={register.step(draft.id, one.step)}>{one.label}</a>: {one.problem}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Questions({ centre, questions }: { centre: string; questions: readonly CentreQuestion[] }) {
  if (questions.length === 0) return null;
  return (
    <Section id={`ask-${questions[0]?.id ?? ''}`} title={`${centre} asks`}>
      {questions.map((question) => (
        <Question key={question.id} question={question} />
      ))}
    </Section>
  );
}

function Question({ question }: { question: CentreQuestion }) {
  const name = `answer-${question.id}`;
  const optional = !question.required;
  const hint = question.hint || undefined;
  if (question.kind === 'text')
    return <Field name={name} label={question.question} hint={hint} optional={optional} />;
  const options =
    question.kind === 'yes_no'
      ? [
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
        ]
      : question.choices.map((choice) => ({ value: choice, label: choice }));
  return <Choices name={name} legend={question.question} hint={hint} optional={optional} options={options} />;
}

function Summary({
  whole,
  areaNames,
  draftId,
}: {
  whole: Registration;
  areaNames: readonly string[];
  draftId: string;
}) {
  const when = [
    wordsFor(days, whole.days).join(', '),
    [whole.opens, whole.closes].filter(Boolean).join(' to '),
  ];
  return (
    <>
      <Facts
        facts={[
          { name: 'Name', fact: whole.name },
          { name: 'In a sentence', fact: whole.summary },
          { name: 'About', fact: wordsFor(themes, whole.themes).join(', ') },
          { name: 'For', fact: wordsFor(peopleServed, whole.people_served).join(', ') },
          { name: 'Areas', fact: areaNames.join(', ') },
          { name: 'When', fact: when.filter(Boolean).join(', ') },
          { name: 'Costs', fact: whole.cost_words },
          { name: 'How to come', fact: waysIn[whole.way_in] },
          { name: 'Telephone', fact: whole.phone },
        ]}
      />
      <p>
        <a href={register.step(draftId, 'who')}>Change something</a>
      </p>
    </>
  );
}

function names(centres: readonly { name: string }[]): string {
  return centres.map((centre) => centre.name).join(', ');
}
