import { Choices, Field, Tick } from '../../../../ui/fields.tsx';
import { Button, ButtonRow, Form, Hidden, type Problems, type Values } from '../../../../ui/form.tsx';
import { Notice, Section } from '../../../../ui/sheets.tsx';
import { plans } from '../../urls.ts';

export const talkTitle = 'May two of them talk?';

interface TalkProps {
  id: string;
  state: 'asked' | 'agreed' | 'declined' | 'over';
  by: string;
  withWhom: string;
  reason: string;
  /** With whom it could be, each with the words that are read out. */
  others: readonly { id: string; name: string; wording: string }[];
  values?: Values | undefined;
  problems?: Problems | undefined;
}

/** The person is asked first, in words that name both. */
export function TalkPage(props: TalkProps) {
  const { id, state, by, reason, others, problems } = props;
  const { '': whole } = problems ?? {};
  return (
    <div class="text stack">
      <h1>{talkTitle}</h1>
      <p class="lead">{`${by} would like to talk with others who help this person.`}</p>
      {reason && (
        <Notice title="What they would talk about">
          <p>{`“${reason}”`}</p>
        </Notice>
      )}
      {whole && <Notice tone="warn">{whole}</Notice>}
      {state === 'asked' && others.map((other) => <Agree {...props} other={other} />)}
      {state === 'asked' && (
        <Section id="no" title="They would rather not, or nobody else helps">
          <Form name="decline-talk" action={plans.declineTalk(id)} prefix="no">
            <p class="quiet">{`${by} hears “not now”, and not why.`}</p>
            <Button kind="second">Answer: not now</Button>
          </Form>
        </Section>
      )}
      {state === 'agreed' && <Agreed {...props} />}
      {state === 'declined' && <p>You answered: not now.</p>}
      {state === 'over' && <p>This is over. Nothing more is said between the two.</p>}
    </div>
  );
}

function Agree({ id, other, values, problems }: TalkProps & { other: TalkProps['others'][number] }) {
  const mine = values?.other_referral_id === other.id;
  const { '': _, ...ofFields } = problems ?? {};
  return (
    <Section id={`with-${other.id}`} title={`With ${other.name}`}>
      <Notice title="Read this to them" level={3}>
        <p>{`“${other.wording}”`}</p>
      </Notice>
      <Form
        name="answer-talk"
        action={plans.talk(id)}
        prefix={`with-${other.id}`}
        values={mine ? values : { how: 'spoken' }}
        problems={mine ? ofFields : undefined}
      >
        <Hidden name="other_referral_id" value={other.id} />
        <Tick name="agreed" label="They agree that the two talk" />
        <Choices
          name="how"
          legend="How did they agree?"
          options={[
            { value: 'spoken', label: 'They said so' },
            { value: 'written', label: 'They signed it' },
          ]}
        />
        <ButtonRow>
          <Button>{`They may talk with ${other.name}`}</Button>
        </ButtonRow>
      </Form>
    </Section>
  );
}

function Agreed({ id, by, withWhom, values, problems }: TalkProps) {
  return (
    <>
      <p>{`They agree that ${by} and ${withWhom} talk. Each sees the other’s name and number.`}</p>
      <details>
        <summary>They have changed their mind</summary>
        <Form name="stop-talk" action={plans.stopTalk(id)} prefix="stop" values={values} problems={problems}>
          <Field name="told_how" label="How did they tell you?" maxLength={200} />
          <Button kind="wax">Stop it</Button>
        </Form>
      </details>
    </>
  );
}
