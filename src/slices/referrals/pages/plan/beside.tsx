import { Field } from '../../../../ui/fields.tsx';
import { Button, Form } from '../../../../ui/form.tsx';
import { Section } from '../../../../ui/sheets.tsx';
import { PhoneLink } from '../../../../ui/words.tsx';
import { mayAskToTalk } from '../../rules/plan.ts';
import { plans } from '../../urls.ts';
import type { ReferralProps } from '../shown-referral.ts';

/** What goes beyond the one referral: a plan for whoever sent it; for the service, whom it may talk with. */
export function Beside(props: ReferralProps) {
  const { side, one } = props;
  if (side === 'behalf' || one.state === 'withdrawn') return null;
  return (
    <Section id="beside" title="Together with others">
      {side === 'sender' ? <ForSender {...props} /> : <ForService {...props} />}
    </Section>
  );
}

function ForSender({ one, planId, talks }: ReferralProps) {
  return (
    <>
      {talks
        .filter(({ state }) => state === 'asked')
        .map(({ id }) => (
          <p>
            They ask whether they may talk with others who help this person.{' '}
            <a href={plans.talk(id)}>Ask the person</a>
          </p>
        ))}
      {planId ? (
        <p>
          This is a step of a plan. <a href={plans.one(planId)}>See the plan</a>
        </p>
      ) : (
        <Form name="make-plan" action={plans.make(one.id)} prefix="plan">
          <p class="quiet">Do they need more than one service? Each sees its own step alone.</p>
          <Button kind="second">Make a plan of it</Button>
        </Form>
      )}
    </>
  );
}

function ForService({ one, talks, refused, values, problems }: ReferralProps) {
  const agreed = talks.filter(({ state }) => state === 'agreed');
  const last = talks.at(-1);
  const mine = refused === 'talk';
  return (
    <>
      {agreed.map((talk) => (
        <p>
          {`They agree that you talk with ${talk.withWhom} about how you help: `}
          {talk.phone ? <PhoneLink number={talk.phone} /> : 'ring them'}.
        </p>
      ))}
      {last?.state === 'asked' && <p>You asked to talk with others who help. The person is asked first.</p>}
      {last?.state === 'declined' && <p>You asked to talk with others who help. The answer is: not now.</p>}
      {last?.state !== 'asked' && mayAskToTalk(one.state) && (
        <details open={mine}>
          <summary>We would like to talk with others who help them</summary>
          <Form
            name="ask-to-talk"
            action={plans.askToTalk(one.id)}
            prefix="talk"
            values={mine ? values : undefined}
            problems={mine ? problems : undefined}
          >
            <Field
              name="reason"
              label="What about?"
              hint="It is read to the person, who decides. You are not told who else helps unless they agree."
              type="textarea"
              rows={3}
              maxLength={600}
            />
            <Button kind="second">Ask the person</Button>
          </Form>
        </details>
      )}
    </>
  );
}
