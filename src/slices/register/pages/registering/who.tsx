import { Choices, Field } from '../../../../ui/fields.tsx';
import { legalForms, organisationKinds } from '../../lists/kinds.ts';
import type { OfficialWords } from '../../rules/official.ts';
import { register } from '../../urls.ts';
import { ownKinds } from '../../words/registration.ts';
import { InTheRegister } from './official.tsx';
import { StepFrame, type StepProps } from './steps.tsx';

export function WhoStep(props: StepProps & { official: OfficialWords | undefined }) {
  return (
    <StepFrame
      {...props}
      step="who"
      button="Save and go on"
      before={props.official && <InTheRegister official={props.official} />}
    >
      <Field
        name="name"
        label="Name of your group"
        autocomplete="organization"
        suggest={register.similar()}
        hint="As people near you know it."
      />
      <Field
        name="also_called"
        label="Other names, or the name it had before"
        optional
        hint="With a comma between."
      />
      <Choices
        name="kind"
        legend="What are you?"
        options={ownKinds.map((kind) => ({
          value: kind,
          label: organisationKinds[kind],
          note: kindNotes[kind],
        }))}
      />
      <Choices
        name="legal_form"
        legend="How are you set up?"
        options={Object.entries(legalForms).map(([value, label]) => ({ value, label }))}
      />
      <Field
        name="register_number"
        label="Charity or company number"
        optional
        short
        hint="If you have one. We look a charity up and fill in what its register says, where you wrote nothing."
      />
      <Field
        name="your_name"
        label={props.draft.takenHow === '' ? 'Your own name' : 'Name of whoever rings or wrote'}
        autocomplete={props.draft.takenHow === '' ? 'name' : 'off'}
        hint="Only the centres see it."
      />
    </StepFrame>
  );
}

const kindNotes: Record<(typeof ownKinds)[number], string> = {
  group: 'A club, charity or association',
  informal: 'Neighbours or friends, without rules on paper',
  national: 'With branches in more places',
  public: 'A council, school or health body',
  practice: 'Doctors and their link workers',
  business: 'Also social enterprises',
  funder: 'Gives money or grants',
};
