import { Choices, Field, Select, Tick } from '../../../ui/fields.tsx';
import { Button, ButtonRow, Form, Hidden, type Problems, type Values } from '../../../ui/form.tsx';
import { type Difference, Differences } from '../../../ui/versions.tsx';
import { accessibility } from '../lists/accessibility.ts';
import { causes } from '../lists/causes.ts';
import { duties, oftenWords } from '../lists/duties.ts';
import { requirements } from '../lists/requirements.ts';
import { skills } from '../lists/skills.ts';
import { placeKinds, shares } from '../words/role.ts';
import { TimesField } from './times.tsx';

export interface WriteProps {
  title: string;
  name: 'post-role' | 'change-role';
  action: string;
  version: number | string;
  values: Values;
  problems?: Problems | undefined;
  differences?: readonly Difference[] | undefined;
  /** Its home centre looks at it first. */
  waits: boolean;
  /** “Post it” is still to come: it is new, a draft, or was sent back. */
  unposted: boolean;
  /** The one beside which it is posted. */
  beside?: { id: string; title: string } | undefined;
}

/** One form for a phone: what most roles need first, the rest folded away. */
export function WriteRolePage(props: WriteProps) {
  return (
    <div class="text">
      <h1>{props.title}</h1>
      <Differences differences={props.differences} />
      {props.unposted && props.waits && (
        <p>
          Your home centre looks at it before others see it. Once it trusts you, what you post is live at
          once.
        </p>
      )}
      <Form
        name={props.name}
        action={props.action}
        version={props.version}
        values={props.values}
        problems={props.problems}
      >
        <What />
        {props.beside && (
          <>
            <Hidden name="beside" value={props.beside.id} />
            <p>{`It shares place, times and cause with “${props.beside.title}”. What you change here changes there, too.`}</p>
          </>
        )}
        <Where isNew={props.name === 'post-role'} />
        <Who />
        <More />
        <ButtonRow>
          <Button name={props.unposted ? 'go' : undefined} value={props.unposted ? 'post' : undefined}>
            {props.unposted ? 'Post it' : 'Save it'}
          </Button>
          {props.unposted && (
            <Button kind="second" name="go" value="keep">
              Keep it for later
            </Button>
          )}
        </ButtonRow>
      </Form>
    </div>
  );
}

function What() {
  return (
    <>
      <Field name="title" label="What would somebody be?" hint="Like “Driver for Tuesday lunches”." />
      <Field name="summary" label="What do they do, in one sentence?" maxLength={200} />
      <Field name="description" type="textarea" rows={5} label="A little more about it" optional />
      <Select name="cause" label="What is it for?" empty="Choose one" options={optionsOf(causes)} />
      <Select
        name="also_cause"
        label="And for what else?"
        optional
        empty="Nothing else"
        options={optionsOf(causes)}
      />
    </>
  );
}

function Where({ isNew }: { isNew: boolean }) {
  return (
    <>
      <Choices name="place" legend="Where is it done?" options={optionsOf(placeKinds)} />
      <Field name="venue" label="Name of the place, if it is somewhere else" optional />
      <Field name="address" label="Street and number there" optional />
      <Field name="postcode" label="Postcode there" optional short />
      <TimesField name="times" hint="Tick none if it is done whenever it suits both, or on single days." />
      {isNew && (
        <>
          <Field
            name="on_day"
            type="date"
            label="Or on one day"
            hint="You can add more days afterwards."
            optional
          />
          <Field name="begins" label="From" optional short hint="Like 9.30" />
          <Field name="ends" label="Until" optional short hint="Like 14.00" />
        </>
      )}
      <Field name="commitment" label="How much time is it?" optional hint="Like “Three hours a week”." />
    </>
  );
}

function Who() {
  return (
    <>
      <Field
        name="minimum_age"
        label="From which age?"
        hint="Nobody younger is shown it."
        short
        inputmode="numeric"
      />
      <Field name="maximum_age" label="Up to which age?" optional short inputmode="numeric" />
      <Tick
        name="young_ready"
        label="For under-18s we have looked at the risks, and somebody we name is with them"
        hint="Needed if the lowest age is under 18."
      />
      <Choices
        name="duties"
        type="checkbox"
        legend="Does somebody do any of this?"
        hint="From this we work out which DBS check the law lets you ask for. Asking for more is an offence."
        optional
        options={optionsOf(duties)}
      />
      <Choices name="how_often" legend="How often do they do it?" options={optionsOf(oftenWords)} />
    </>
  );
}

function More() {
  return (
    <>
      <Choices
        name="share"
        legend="Who may find it?"
        hint="Most people live near a border. A shared role is found by all of them."
        options={optionsOf(shares)}
      />
      <Field name="share_reason" label="If not the whole network: why?" optional />
      <Field
        name="until_day"
        type="date"
        label="Until which day is it shown?"
        hint="Without one it is half a year, and you are asked before."
        optional
      />
      <Field name="places" label="How many people do you need?" optional short inputmode="numeric" />
      <Tick name="urgent" label="We need somebody soon" />
      <Tick name="useful" label="One can just come: nothing to prepare" />
      <details>
        <summary>Skills, what to bring, getting in</summary>
        <Field
          name="activity_title"
          label="What is it part of?"
          hint="Like “Tuesday lunch”. Several roles can be part of the same."
          optional
        />
        <Choices
          name="accessibility"
          type="checkbox"
          legend="Getting in"
          optional
          options={optionsOf(accessibility)}
        />
        <Choices
          name="skills"
          type="checkbox"
          legend="Skills that help"
          optional
          options={optionsOf(skills)}
        />
        <Choices
          name="requirements"
          type="checkbox"
          legend="What to bring"
          optional
          options={optionsOf(requirements)}
        />
        <Tick name="emergency" label="It is for an emergency, such as a flood" />
      </details>
    </>
  );
}

function optionsOf(list: Readonly<Record<string, string>>): { value: string; label: string }[] {
  return Object.entries(list).map(([value, label]) => ({ value, label }));
}
