import { Choices, Field, Select } from '../../../ui/fields.tsx';
import { Hidden } from '../../../ui/form.tsx';
import { entryKinds } from '../lists/kinds.ts';
import { shownTo } from '../words.ts';

/** For which centres somebody may write, and who works there. */
export interface WritingFor {
  ownId: string;
  bodies: readonly { id: string; name: string }[];
  colleagues: readonly { id: string; name: string }[];
}

const notes: Readonly<Record<string, string>> = {
  all_centres: 'So that they know before they ring',
  own_centre: 'No other centre, nor the hub, learns that it is there',
  group_too: 'Their own people read it, too',
};

export function EntryFields({ writing, centre }: { writing: WritingFor; centre?: boolean }) {
  const { bodies, colleagues } = writing;
  return (
    <>
      {centre !== false &&
        (bodies.length > 1 ? (
          <Choices
            name="centre_id"
            legend="For which centre?"
            options={bodies.map((body) => ({ value: body.id, label: body.name }))}
          />
        ) : (
          <Hidden name="centre_id" value={bodies[0]?.id ?? ''} />
        ))}
      <Choices
        name="kind"
        legend="What was it?"
        options={Object.entries(entryKinds).map(([value, label]) => ({ value, label }))}
      />
      <Field name="on_day" type="date" short label="When?" />
      <Field
        name="words"
        type="textarea"
        rows={5}
        label="What was it about, and what was agreed?"
        hint="Leave out a person’s health or troubles."
      />
      <Choices
        name="shown_to"
        legend="Who may read it?"
        options={Object.entries(shownTo).map(([value, label]) => ({ value, label, note: notes[value] }))}
      />
      <Field
        name="follow_up_on"
        type="date"
        short
        optional
        label="Follow up by"
        hint="It stands on your colleague’s own page until it is done."
      />
      <Select
        name="follow_up_person"
        label="Who follows it up?"
        options={colleagues.map((one) => ({ value: one.id, label: one.name }))}
      />
    </>
  );
}
