import type { ComponentChildren } from 'preact';
import { Choices, Field } from '../../../ui/fields.tsx';
import { Button, ButtonRow, Form, type Problems, type Values } from '../../../ui/form.tsx';
import { Notice } from '../../../ui/sheets.tsx';
import { centres } from '../urls.ts';

interface Typed {
  values?: Values;
  problems?: Problems;
}

interface DecideProps extends Typed {
  open: boolean;
}

interface AppealProps extends DecideProps {
  about: { name: string };
  appealId: string;
  what: string;
  refusal: string;
  /** It is about a claim of the record, not about its registration. */
  ofClaim: boolean;
}

export function AnswerAppealPage(props: AppealProps) {
  return (
    <div class="text">
      <h1>{appealTitle(props)}</h1>
      <Notice title={props.ofClaim ? 'Why the claim was declined' : 'Why it was refused'}>
        <p>{`“${props.refusal}”`}</p>
      </Notice>
      <Notice title={props.ofClaim ? 'What the person says' : 'What the group says'}>
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
          hint={
            props.ofClaim
              ? 'The person and the home centre read it.'
              : 'The group and its home centre read it.'
          }
        />
      </Decide>
    </div>
  );
}

export function appealTitle({ about, ofClaim }: Pick<AppealProps, 'about' | 'ofClaim'>): string {
  return ofClaim ? `A claim of ${about.name}: look again?` : `${about.name} asks the hub to look again`;
}

const choices: Record<string, string> = {
  accepted: 'Yes, it is theirs',
  done: 'I have put it right',
  take: 'Take over what is ticked',
  upheld: 'The home centre has to look again',
  declined: 'No, it stays as it is',
};

/** Two answers and a word with them, or that there is an answer. */
export function Decide(
  props: DecideProps & {
    name: string;
    action: string;
    yes: string;
    no: string;
    words?: Readonly<Record<string, string>>;
    children: ComponentChildren;
  },
) {
  if (!props.open) return <p class="lead">This has an answer already.</p>;
  return (
    <Form name={props.name} action={props.action} values={props.values} problems={props.problems}>
      <Choices
        name="answer"
        legend="Your answer"
        options={[props.yes, props.no].map((value) => ({
          value,
          label: props.words?.[value] ?? choices[value] ?? value,
        }))}
      />
      {props.children}
      <ButtonRow>
        <Button>Send the answer</Button>
      </ButtonRow>
    </Form>
  );
}
