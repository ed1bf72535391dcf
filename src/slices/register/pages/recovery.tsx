import { weekdayWords } from '../../../platform/dates.ts';
import { Choices, Field } from '../../../ui/fields.tsx';
import { Button, ButtonRow, Form, type Problems, type Values } from '../../../ui/form.tsx';
import { Section, Stages } from '../../../ui/sheets.tsx';
import { organisations, recovery as urls } from '../urls.ts';
import type { Recovery } from '../words/recovery.ts';

interface RecoveryProps {
  organisation: { id: string; name: string };
  positionId: string;
  /** The person it is about. */
  name: string;
  open: Recovery | undefined;
  /** Who made sure, by name as far as the reader may see it. */
  askedBy: string;
  /** Why the reader cannot be the second one. */
  whyNotSecond: string | undefined;
  refused?: { form: string; values: Values; problems: Problems } | undefined;
}

export function recoveryTitle(name: string): string {
  return `Let ${name} back in`;
}

export function RecoveryPage(props: RecoveryProps) {
  const { organisation, open, name } = props;
  return (
    <div class="text stack">
      <div>
        <h1>{recoveryTitle(name)}</h1>
        <p class="lead">
          {`For the day ${name} has lost a second key or no longer reads the mailbox. Two people make sure that it is really ${name} who asks; then three days pass in which anybody can say no.`}
        </p>
      </div>
      <Stages
        label="How far it is"
        stages={['You make sure', 'A second one makes sure', 'Three days', 'Let in']}
        here={open === undefined ? 0 : open.agreedAt === null ? 1 : 2}
      />
      {open ? <UnderWay {...props} open={open} /> : <Ask {...props} />}
      <p>
        <a href={organisations.people(organisation.id)}>{`People of ${organisation.name}`}</a>
      </p>
    </div>
  );
}

const howHint =
  'Ring or meet the person yourself, by a number you have had for long. Never by one that came with the wish.';

function Ask({ organisation, positionId, name, refused }: RecoveryProps) {
  const again = refused?.form === 'ask' ? refused : undefined;
  return (
    <Form
      name="ask-recovery"
      action={urls.one(organisation.id, positionId)}
      values={again?.values}
      problems={again?.problems}
    >
      <Choices
        name="lost"
        legend={`What has ${name} lost?`}
        options={[
          {
            value: 'second_key',
            label: 'The second key',
            note: 'The mailbox alone opens the account again, until another key is set up',
          },
          { value: 'mailbox', label: 'The mailbox', note: 'Codes go to a new one; the second key stays' },
        ]}
      />
      <Field
        name="new_email"
        type="email"
        label="The new e-mail address, where the mailbox is lost"
        inputmode="email"
        optional
      />
      <Field name="how" type="textarea" label="How did you make sure?" hint={howHint} />
      <ButtonRow>
        <Button>I have made sure</Button>
      </ButtonRow>
    </Form>
  );
}

function UnderWay(props: RecoveryProps & { open: Recovery }) {
  const { organisation, positionId, open, name, refused } = props;
  const again = refused?.form === 'agree' ? refused : undefined;
  return (
    <>
      <Section id="state" title="How it stands">
        <p data-state={open.agreedAt ? 'waiting' : 'asked'}>
          {`${props.askedBy} made sure on ${weekdayWords(open.askedAt)}: “${open.askedHow}”`}
        </p>
        <p>
          {open.newEmail
            ? `Codes are to go to ${open.newEmail}.`
            : 'All second keys are to be removed, so that another can be set up.'}
        </p>
        {open.dueAt && <p>{`It happens on ${weekdayWords(open.dueAt)}, unless somebody stops it.`}</p>}
      </Section>
      {!open.agreedAt && props.whyNotSecond === undefined && (
        <Section id="second" title="You are the second one">
          <Form
            name="agree-recovery"
            action={urls.agree(organisation.id, positionId)}
            values={again?.values}
            problems={again?.problems}
          >
            <Field
              name="how"
              type="textarea"
              label={`How did you make sure that it is ${name}?`}
              hint={howHint}
            />
            <ButtonRow>
              <Button>I have made sure, too</Button>
            </ButtonRow>
          </Form>
        </Section>
      )}
      {!open.agreedAt && props.whyNotSecond !== undefined && (
        <p>{`${props.whyNotSecond} Those who can were written to.`}</p>
      )}
      <Form name="stop-recovery" action={urls.stop(organisation.id, positionId)} prefix="stop">
        <ButtonRow>
          <Button kind="second">Stop it</Button>
        </ButtonRow>
      </Form>
    </>
  );
}

export const stopTitle = 'Stop this';

/** Behind the link in the mailbox it is about. Opening the page does nothing. */
export function StopPage({ token, name }: { token: string; name: string | undefined }) {
  return (
    <div class="text">
      <h1>{stopTitle}</h1>
      {name === undefined ? (
        <p class="lead">This is over: it was stopped, or it has happened.</p>
      ) : (
        <Form name="stop-recovery" action={urls.stopByLink(token)}>
          <p class="lead">{`Your account stays as it is, and the people at ${name} are told.`}</p>
          <ButtonRow>
            <Button>Stop it</Button>
          </ButtonRow>
        </Form>
      )}
    </div>
  );
}
