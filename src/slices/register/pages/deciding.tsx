import type { ComponentChildren } from 'preact';
import { dayWords } from '../../../platform/dates.ts';
import { Choices, Field } from '../../../ui/fields.tsx';
import { Button, ButtonRow, Form, type Problems, type Values } from '../../../ui/form.tsx';
import { Notice } from '../../../ui/sheets.tsx';
import { PhoneLink } from '../../../ui/words.tsx';
import { centres, organisations } from '../urls.ts';

interface Typed {
  values?: Values;
  problems?: Problems;
}

interface DecideProps extends Typed {
  about: { id: string; name: string };
  madeAt: Date;
  now: Date;
  open: boolean;
}

export function AnswerClaimPage(props: DecideProps & { claimId: string; person: string; phone: string }) {
  return (
    <div class="text">
      <h1>{`A claim of ${props.about.name}`}</h1>
      <p class="lead">{`${props.person} said on ${dayWords(props.madeAt, props.now)} that the record is theirs.`}</p>
      {props.phone && (
        <p>
          The number on record: <PhoneLink number={props.phone} />
        </p>
      )}
      <Decide
        {...props}
        name="answer-claim"
        action={centres.claim(props.claimId)}
        yes="accepted"
        no="declined"
      >
        <Field name="proof" type="textarea" rows={3} label="How you checked, or why not" />
      </Decide>
    </div>
  );
}

export function AnswerSuggestionPage(props: DecideProps & { suggestionId: string; what: string }) {
  return (
    <div class="text">
      <h1>{`Something is wrong at ${props.about.name}`}</h1>
      <Notice title={`Written on ${dayWords(props.madeAt, props.now)}`}>
        <p>{props.what}</p>
      </Notice>
      <p>
        <a href={organisations.edit(props.about.id)}>Put it right on the page</a>, then say so here.
      </p>
      <Decide
        {...props}
        name="answer-suggestion"
        action={centres.suggestion(props.suggestionId)}
        yes="done"
        no="declined"
      >
        <Field
          name="reason"
          type="textarea"
          rows={3}
          label="A word to whoever wrote it"
          hint="Needed when you leave it as it is."
        />
      </Decide>
    </div>
  );
}

export function AnswerAppealPage(props: DecideProps & { appealId: string; what: string; refusal: string }) {
  return (
    <div class="text">
      <h1>{`${props.about.name} asks the hub to look again`}</h1>
      <Notice title="Why it was refused">
        <p>{`“${props.refusal}”`}</p>
      </Notice>
      <Notice title="What the group says">
        <p>{`“${props.what}”`}</p>
      </Notice>
      <Decide
        {...props}
        name="answer-appeal"
        action={centres.appeal(props.appealId)}
        yes="upheld"
        no="declined"
      >
        <Field
          name="reason"
          type="textarea"
          rows={3}
          label="Why"
          hint="The group and its home centre read it."
        />
      </Decide>
    </div>
  );
}

const choices: Record<string, string> = {
  accepted: 'Yes, it is theirs',
  done: 'I have put it right',
  upheld: 'The home centre has to look again',
  declined: 'No, it stays as it is',
};

function Decide(
  props: DecideProps & { name: string; action: string; yes: string; no: string; children: ComponentChildren },
) {
  if (!props.open) return <p class="lead">This has an answer already.</p>;
  return (
    <Form name={props.name} action={props.action} values={props.values} problems={props.problems}>
      <Choices
        name="answer"
        legend="Your answer"
        options={[props.yes, props.no].map((value) => ({ value, label: choices[value] ?? value }))}
      />
      {props.children}
      <ButtonRow>
        <Button>Send the answer</Button>
      </ButtonRow>
    </Form>
  );
}
