import { Choices, Field, Select } from '../../../../ui/fields.tsx';
import { clockNames, clockWords, licences, weightWords } from '../../words/settings.ts';

export function NameFields() {
  return (
    <>
      <Field
        name="name"
        label="Name of the network"
        hint="It stands over every page, like Ambry Vale Together."
      />
      <Field
        name="strapline"
        label="What people find here, in a few words"
        hint="The headline of the front page, like “Find something good close to home”."
      />
      <Field name="hub_name" label="What is your office called?" hint="Like “The hub” or “Ambry Vale Hub”." />
      <Field
        name="hub_phone"
        type="tel"
        label="Telephone number for everybody"
        hint="It stands at the foot of every page, and where no centre answers."
        optional
        short
      />
      <Field
        name="hub_email"
        type="email"
        label="E-mail for everybody"
        hint="Questions, mistakes and reports of holes in the program come here."
      />
    </>
  );
}

export function PromiseFields() {
  return (
    <>
      <Field
        name="promise"
        type="textarea"
        rows={5}
        label="What you promise"
        hint="One sentence a line; the first stands in bold on the front page."
      />
      {clockNames.map((name) => (
        <Clock name={name} />
      ))}
    </>
  );
}

function Clock({ name }: { name: (typeof clockNames)[number] }) {
  const { label, unit, min, max } = clockWords[name];
  return (
    <Field
      name={name}
      type="number"
      inputmode="numeric"
      min={min}
      max={max}
      label={`${label}: after how many ${unit}?`}
      short
    />
  );
}

export function WordFields() {
  return (
    <>
      <Field
        name="welcome"
        type="textarea"
        rows={3}
        maxLength={240}
        label="Welcome on the front page"
        hint="A sentence or two under the headline. Without it: “Lunch clubs, lifts, advice, gardens, company.”"
        optional
      />
      <Field name="centre_word" label="What is one of your centres called?" hint="Like “volunteer centre”." />
      <Field name="centres_word" label="And several?" hint="Like “volunteer centres”." />
    </>
  );
}

export function LicenceFields() {
  return (
    <Choices
      name="data_licence"
      legend="May others reuse what is public here?"
      options={Object.entries(licences).map(([value, { name, note }]) => ({ value, label: name, note }))}
    />
  );
}

export function WeightFields() {
  return (
    <>
      <Choices
        name="nearness_weight"
        legend="How much does it count that something is near?"
        hint="When somebody looks for words and says where they are. With “a lot”, a lunch club round the corner comes before a better word across town. The very name always comes first."
        options={weightOptions('nearness_weight')}
      />
      <Choices
        name="freshness_weight"
        legend="How much does it count that a page was checked lately?"
        hint="What was not checked for nine months goes down the list."
        options={weightOptions('freshness_weight')}
      />
    </>
  );
}

function weightOptions(name: keyof typeof weightWords) {
  return Object.entries(weightWords[name]).map(([value, label]) => ({ value, label }));
}

const hours = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: `${hour}.00` }));

export function QuietFields() {
  return (
    <>
      <Select name="quiet_from" label="From which hour of the evening?" options={hours} />
      <Select
        name="quiet_until"
        label="Until which hour of the morning?"
        hint="The same hour twice means that letters go out at any time."
        options={hours}
      />
    </>
  );
}

export function ColourFields() {
  return (
    <Field
      name="colour"
      label="Colour of the bar over every page, and of buttons"
      hint="As # and six figures or letters, like #12483b (pine), #1f3a6d (sea), #5a2a5e (plum) or #7a2318 (brick). Empty: the green that Joinery comes with."
      optional
      short
    />
  );
}

export function MapFields() {
  return (
    <>
      <Field
        name="map_tiles"
        label="Address of the pictures under the map"
        hint="From a map server, like https://tiles.example/{z}/{x}/{y}.png, or a file of pictures that ends in .pmtiles. Empty: the map shows your own areas, water and railways, and asks nobody else."
        maxLength={300}
        optional
      />
      <Field
        name="map_credit"
        label="Who drew them?"
        hint="Stands under the map, in the words that they ask for, like “© OpenStreetMap contributors”."
        maxLength={200}
        optional
      />
      <p class="small">
        Whoever moves the map then asks that server for pictures, so it learns their internet address and
        where they look. It is never told what they searched for.
      </p>
    </>
  );
}

export function BannerFields() {
  return (
    <>
      <Field
        name="banner"
        type="textarea"
        rows={3}
        maxLength={300}
        label="What does it say?"
        hint="One or two sentences, like “The hub is closed until 4 January.” Empty takes the notice away."
        optional
      />
      <Choices
        name="banner_level"
        legend="How does it look?"
        options={[
          { value: 'calm', label: 'Calm', note: 'Good to know' },
          {
            value: 'warn',
            label: 'Important',
            note: 'Something does not work, or somebody could come in vain',
          },
        ]}
      />
      <Field name="banner_from" type="date" label="From which day?" hint="Empty: at once." optional short />
      <Field
        name="banner_until"
        type="date"
        label="Until the end of which day?"
        hint="Empty: until somebody takes it away."
        optional
        short
      />
    </>
  );
}
