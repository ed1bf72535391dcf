import { Choices, Field, Select, Tick } from '../../../../ui/fields.tsx';
import { Button, ButtonRow, Form, type Problems, type Values } from '../../../../ui/form.tsx';
import { Section } from '../../../../ui/sheets.tsx';
import { accessibility } from '../../lists/accessibility.ts';
import { causes } from '../../lists/causes.ts';
import { skills } from '../../lists/skills.ts';
import { matterField } from '../../rules/matching/wishes-form.ts';
import { volunteer } from '../../urls/matching.ts';
import { distances, matterNames, matterWords, muchWords } from '../../words/matching.ts';
import { TimesField } from '../times.tsx';

export const wishesTitle = 'What I would like to do';

export interface WishesProps {
  readonly version: number;
  /** Something was said before. */
  readonly said: boolean;
  readonly values: Values;
  readonly problems?: Problems | undefined;
}

/** A page of one’s own: said once, for all that is looked for. */
export function WishesPage({ version, said, values, problems }: WishesProps) {
  return (
    <div class="text stack">
      <div>
        <h1>{wishesTitle}</h1>
        <p class="lead">
          Say as much as you like. We use it to show you roles that fit. Nobody else sees this page.
        </p>
        {said && (
          <p>
            <a href={volunteer.matches()}>Roles that fit you</a>
          </p>
        )}
      </div>
      <Form
        name="say-wishes"
        action={volunteer.wishes()}
        version={version}
        values={values}
        problems={problems}
      >
        <Where />
        <Age />
        <details open={isChosen(values.times)}>
          <summary>When I am free</summary>
          <TimesField name="times" hint="Tick none if any time may suit you." />
        </details>
        <ManyOf name="causes" title="What it may be for" list={causes} chosen={values.causes} />
        <ManyOf name="skills" title="What I can do" list={skills} chosen={values.skills} />
        <ManyOf
          name="needs"
          title="What has to be there for me"
          hint="A centre or group hears of it only when you tell them."
          list={accessibility}
          chosen={values.needs}
        />
        <Matters />
        <ButtonRow>
          <Button>Keep it and show roles</Button>
        </ButtonRow>
      </Form>
      {said && <Forget />}
    </div>
  );
}

function Where() {
  return (
    <>
      <Field
        name="place"
        label="Where do you set out?"
        hint="A postcode or its first half, like AV3. We keep the first half and a point somewhere near."
        optional
        short
        autocomplete="postal-code"
      />
      <Select
        name="miles"
        label="How far would you go?"
        empty="Any distance"
        options={distances.map((value) => ({ value, label: value === '1' ? 'A mile' : `${value} miles` }))}
      />
      <Tick name="from_home" label="Something I can do from home would suit me, too" />
    </>
  );
}

function Age() {
  return (
    <>
      <Choices
        name="adult"
        legend="Are you 18 or over?"
        hint="The one thing we have to know: each role has a lowest age."
        options={[
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'Not yet' },
        ]}
      />
      <Field
        name="born_on"
        type="date"
        label="If not yet: when were you born?"
        hint="We let go of it on the day you are 18."
        optional
        autocomplete="bday"
      />
    </>
  );
}

type ManyProps = {
  name: string;
  title: string;
  hint?: string | undefined;
  list: Readonly<Record<string, string>>;
  chosen: unknown;
};

function ManyOf({ name, title, hint, list, chosen }: ManyProps) {
  return (
    <details open={isChosen(chosen)}>
      <summary>{title}</summary>
      <Choices
        name={name}
        type="checkbox"
        legend={title}
        hint={hint}
        optional
        options={Object.entries(list).map(([value, label]) => ({ value, label }))}
      />
    </details>
  );
}

function Matters() {
  const options = Object.entries(muchWords).map(([value, label]) => ({ value, label }));
  return (
    <details>
      <summary>What matters most</summary>
      {matterNames.map((name) => (
        <Choices key={name} name={matterField(name)} legend={matterWords[name]} options={options} />
      ))}
    </details>
  );
}

function Forget() {
  return (
    <Section id="forget" title="Forget it again">
      <p>All that stands here goes, and what was found for you. What you have asked about goes on.</p>
      <Form name="forget-wishes" action={volunteer.forget()}>
        <ButtonRow>
          <Button kind="second">Forget what I said</Button>
        </ButtonRow>
      </Form>
    </Section>
  );
}

function isChosen(value: unknown): boolean {
  return [value].flat().some((one) => one !== undefined && one !== '');
}
