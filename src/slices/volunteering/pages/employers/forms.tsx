import { Choices, Field } from '../../../../ui/fields.tsx';
import { Button, ButtonRow, Form } from '../../../../ui/form.tsx';
import { Section } from '../../../../ui/sheets.tsx';
import { freeUntilDays } from '../../rules/employers/days.ts';
import { employerDays } from '../../urls/employers.ts';
import { type Offer, placesField } from '../../words/employers.ts';
import type { DayProps } from './props.ts';

type OfOffer = DayProps & { offer: Offer };

/** What was typed and what was wrong with it belongs to one form of many. */
function remembered({ tried }: DayProps, form: string) {
  return tried?.form === form ? { values: tried.values, problems: tried.problems } : {};
}

export function OfferForm(props: DayProps) {
  const { day, hosts } = props;
  const [only] = hosts;
  const kept = remembered(props, 'offer');
  return (
    <Section id="offer" title="Offer places">
      <Form
        name="offer-places"
        action={employerDays.offer(day.id)}
        {...kept}
        values={{ organisation: hosts.length === 1 ? only?.id : undefined, ...kept.values }}
      >
        <Choices
          name="organisation"
          legend="For which group?"
          options={hosts.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Field name="places" label="How many people could you take?" short inputmode="numeric" />
        <Field
          name="cost_each"
          label="What does it cost you for each person, in pounds?"
          hint="Food, tools, somebody’s time. Write 0 if it costs nothing."
          short
          inputmode="decimal"
        />
        <Field name="words" type="textarea" rows={3} label="What would they do, and who meets them?" />
        <ButtonRow>
          <Button>Offer the places</Button>
        </ButtonRow>
      </Form>
    </Section>
  );
}

export function RiskForm(props: OfOffer) {
  const { day, offer } = props;
  const name = `risk-${offer.id}`;
  return (
    <details open={props.tried?.form === name}>
      <summary>Say that the risks were looked at</summary>
      <Form
        name="check-risk"
        action={employerDays.risk(day.id, offer.id)}
        prefix={name}
        {...remembered(props, name)}
      >
        <Field name="risk_words" type="textarea" rows={3} label="What did you look at?" />
        <ButtonRow>
          <Button kind="second">The risks were looked at</Button>
        </ButtonRow>
      </Form>
    </details>
  );
}

export function NotReadyForm(props: OfOffer) {
  const { day, offer } = props;
  const name = `not-ready-${offer.id}`;
  return (
    <details open={props.tried?.form === name}>
      <summary>Say that you are not ready</summary>
      <Form
        name="say-not-ready"
        action={employerDays.notReady(day.id, offer.id)}
        prefix={name}
        {...remembered(props, name)}
      >
        <Field name="reason" label="Why?" hint="Your places go to the waiting list." />
        <ButtonRow>
          <Button kind="second">We are not ready</Button>
        </ButtonRow>
      </Form>
    </details>
  );
}

export function AgreeForm(props: DayProps) {
  const { day, offers } = props;
  const kept = remembered(props, 'agree');
  const ready = offers.filter(({ isReady, riskCheckedAt }) => isReady && riskCheckedAt !== null);
  if (ready.length === 0) return null;
  const agreed = Object.fromEntries(ready.map((one) => [placesField(one.id), one.agreedPlaces || '']));
  return (
    <Section id="agree" title="Say where your people go">
      <p>
        {`With that you agree to the cost. If you cancel ${freeUntilDays} days before the day or later, you still owe it.`}
      </p>
      <Form
        name="agree-day"
        action={employerDays.agree(day.id)}
        version={day.version}
        values={{ ...agreed, ...kept.values }}
        problems={kept.problems}
      >
        {ready.map((one) => (
          <Field
            key={one.id}
            name={placesField(one.id)}
            label={`How many go to ${one.organisationName}?`}
            hint={`Up to ${one.places}`}
            short
            inputmode="numeric"
          />
        ))}
        <Choices
          name="enough"
          type="checkbox"
          legend="If that is fewer than you asked for"
          optional
          options={[{ value: 'yes', label: 'That is enough for us' }]}
        />
        <ButtonRow>
          <Button>Agree to the cost</Button>
        </ButtonRow>
      </Form>
    </Section>
  );
}

export function CancelForm(props: DayProps) {
  const { day } = props;
  return (
    <Section id="cancel" title="Cancel the day">
      <Form
        name="cancel-day"
        action={employerDays.cancel(day.id)}
        version={day.version}
        prefix="cancel"
        {...remembered(props, 'cancel')}
      >
        <Field name="reason" label="Why?" hint="The groups read it." />
        <ButtonRow>
          <Button kind="second">Cancel the day</Button>
        </ButtonRow>
      </Form>
    </Section>
  );
}

export function UsefulForm(props: OfOffer & { side: 'employer' | 'host' }) {
  const { day, offer, side } = props;
  const name = `${side}-${offer.id}`;
  return (
    <Form
      name={`judge-as-${side}`}
      action={employerDays.howItWas(day.id, offer.id, side)}
      prefix={name}
      {...remembered(props, name)}
    >
      <Choices
        name="useful"
        legend={`Was the day at ${offer.organisationName} useful?`}
        options={[
          { value: 'yes', label: 'Useful' },
          { value: 'no', label: 'Not useful' },
        ]}
      />
      <Field name="words" label="In a sentence" optional />
      <ButtonRow>
        <Button>Say how it was</Button>
      </ButtonRow>
    </Form>
  );
}
