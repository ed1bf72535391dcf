import { Choices, Field, Tick } from '../../../ui/fields.tsx';
import { Button, ButtonRow, Form, type Problems, type Values } from '../../../ui/form.tsx';
import { type Difference, Differences } from '../../../ui/versions.tsx';
import { access, languages, waysIn } from '../lists/access.ts';
import { days } from '../lists/days.ts';
import { peopleServed } from '../lists/people-served.ts';
import { themes } from '../lists/themes.ts';
import { organisations, services } from '../urls.ts';
import { serviceStatuses } from '../words/records.ts';
import { shownWords } from '../words/registration.ts';
import { optionsOf } from './options.ts';

export interface EditProps {
  id: string;
  title: string;
  version: number | string;
  values: Values;
  problems?: Problems | undefined;
  /** Somebody else saved first: each field where the two differ. */
  differences?: readonly Difference[] | undefined;
}

export function EditOrganisationPage(props: EditProps) {
  return (
    <div class="text">
      <h1>{props.title}</h1>
      <Differences differences={props.differences} />
      <Form
        name="change-organisation"
        action={organisations.edit(props.id)}
        version={props.version}
        values={props.values}
        problems={props.problems}
      >
        <RecordFields place />
        <ButtonRow>
          <Button>Save the page</Button>
        </ButtonRow>
      </Form>
    </div>
  );
}

/** What a record says, for whoever changes it; `public` where others suggest what is to stand there. */
export function RecordFields({ place }: { place: true | 'public' | undefined }) {
  return (
    <>
      <Field name="name" label="Name" hint="The name it had before goes on finding it." />
      <Field name="summary" label="What do people get, in one sentence?" maxLength={200} />
      <Field name="description" type="textarea" rows={6} label="A little more about it" optional />
      <Choices name="themes" type="checkbox" legend="What is it about?" options={optionsOf(themes)} />
      <Choices
        name="people_served"
        type="checkbox"
        legend="Whom is it for?"
        options={optionsOf(peopleServed)}
      />
      <Field name="contact_label" label="Whom do people ask for?" optional />
      <Field name="phone" type="tel" label="Telephone number for everybody" optional short />
      <Field name="email" type="email" label="E-mail for everybody" optional />
      <Field name="website" label="Web page" optional />
      {place && (
        <>
          <Field name="postcode" label="Postcode" optional short />
          <Field name="venue" label="Name of the place" optional />
          <Field name="address" label="Street and number" optional />
        </>
      )}
      {place === true && (
        <Choices name="address_shown" legend="May people see your address?" options={optionsOf(shownWords)} />
      )}
      <Choices
        name="languages"
        type="checkbox"
        legend="Languages you speak"
        optional
        options={optionsOf(languages)}
      />
      <Choices name="access" type="checkbox" legend="Getting in" optional options={optionsOf(access)} />
    </>
  );
}

export function EditServicePage(props: EditProps & { isNew: boolean }) {
  return (
    <div class="text">
      <h1>{props.title}</h1>
      <Differences differences={props.differences} />
      <Form
        name={props.isNew ? 'add-service' : 'change-service'}
        action={props.isNew ? organisations.newService(props.id) : services.edit(props.id)}
        version={props.version}
        values={props.values}
        problems={props.problems}
      >
        <Field name="name" label="What it is called" />
        <Field name="summary" label="What do people get, in one sentence?" maxLength={200} />
        <Field name="description" type="textarea" rows={5} label="A little more about it" optional />
        <Choices name="status" legend="Is it open?" options={optionsOf(serviceStatuses)} />
        <Field name="status_note" label="Why, or until when" optional />
        <Choices name="themes" type="checkbox" legend="What is it about?" options={optionsOf(themes)} />
        <Choices
          name="people_served"
          type="checkbox"
          legend="Whom is it for?"
          options={optionsOf(peopleServed)}
        />
        <Field name="for_whom" label="For whom, in your words" optional />
        <Field name="not_for" label="Not for" optional />
        <Field name="age_from" label="From the age of" optional short inputmode="numeric" />
        <Field name="age_to" label="Up to the age of" optional short inputmode="numeric" />
        <Choices name="days" type="checkbox" legend="On which days?" optional options={optionsOf(days)} />
        <Field name="opens" label="From" optional short hint="Like 11.30" />
        <Field name="closes" label="Until" optional short hint="Like 14.00" />
        <Field name="when_note" label="More about when" optional hint="Like “Not in August”." />
        <Field
          name="cost_words"
          label="What does it cost?"
          optional
          hint="Like “Free” or “£3 or what you can”."
        />
        <Choices name="way_in" legend="How do people come to it?" options={optionsOf(waysIn)} />
        <Field
          name="wait_words"
          label="How long is the wait now?"
          optional
          hint="Like “About a week”. After a month it shows as “Ask”."
        />
        <Tick name="taking_referrals" label="Others may refer people to it" />
        <Tick name="open_to_volunteers" label="Volunteers are welcome" />
        <ButtonRow>
          <Button>{props.isNew ? 'Add it to the page' : 'Save it'}</Button>
        </ButtonRow>
      </Form>
    </div>
  );
}
