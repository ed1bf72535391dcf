import { Choices, Field } from '../../../../ui/fields.tsx';
import { access, languages } from '../../lists/access.ts';
import { optionsOf } from '../options.ts';
import { StepFrame, type StepProps } from './steps.tsx';

export function FoundStep(props: StepProps) {
  return (
    <StepFrame {...props} step="found" button="Save and go on">
      <p>What people see is a part, not a person: “the desk”, never your own name.</p>
      <Field
        name="contact_label"
        label="Whom do people ask for?"
        optional
        hint="Like “The desk” or “The kitchen”."
      />
      <Field
        name="phone"
        type="tel"
        label="Telephone number for everybody"
        hint="Everybody can see it. Use one the group answers."
        autocomplete="tel"
        inputmode="tel"
        short
      />
      <Field name="email" type="email" label="E-mail for everybody" optional inputmode="email" />
      <Field name="website" label="Web page" optional hint="Also a page on social media." inputmode="url" />
      <Choices name="access" type="checkbox" legend="Getting in" optional options={optionsOf(access)} />
      <Choices
        name="languages"
        type="checkbox"
        legend="Languages you speak"
        optional
        options={optionsOf(languages)}
      />
    </StepFrame>
  );
}
