import { Choices, Field } from '../../../../ui/fields.tsx';
import { Button, ButtonRow, Form } from '../../../../ui/form.tsx';
import { Notice } from '../../../../ui/sheets.tsx';
import type { Candidate } from '../../rules/candidates.ts';
import type { OfficialWords } from '../../rules/official.ts';
import { organisations, register } from '../../urls.ts';
import { shownWords } from '../../words/registration.ts';
import { InTheRegister } from './official.tsx';
import { StepFrame, type StepProps } from './steps.tsx';

export interface AreaChoice {
  code: string;
  name: string;
  note?: string;
}

interface WhereProps extends StepProps {
  areas: readonly AreaChoice[];
  like: readonly Candidate[];
  official: OfficialWords | undefined;
}

export function WhereStep(props: WhereProps) {
  return (
    <StepFrame
      {...props}
      step="where"
      button="Save and go on"
      before={
        <>
          {props.official && <InTheRegister official={props.official} />}
          {props.like.length > 0 && <LikeRecords draftId={props.draft.id} like={props.like} />}
        </>
      }
    >
      <Field
        name="postcode"
        label="Postcode of where you meet"
        hint="If you meet in someone’s home, use theirs. You can hide it below."
        short
        autocomplete="postal-code"
      />
      <Field name="venue" label="Name of the place" optional hint="Like “Tansy Street Hall”." />
      <Field name="address" label="Street and number" optional autocomplete="address-line1" />
      <Choices
        name="address_shown"
        legend="May people see your address?"
        options={[
          { value: 'public', label: shownWords.public },
          {
            value: 'area',
            label: shownWords.area,
            note: 'People see about where, and ring you for the rest',
          },
          {
            value: 'hidden',
            label: shownWords.hidden,
            note: 'For refuges and homes: only the areas you work in',
          },
        ]}
      />
      <Choices
        name="areas"
        type="checkbox"
        legend="Which areas do you work in?"
        hint="Each centre you tick sees this same form. You will not fill it in twice."
        options={props.areas.map((area) => ({ value: area.code, label: area.name, note: area.note }))}
      />
    </StepFrame>
  );
}

/** Before more is written: perhaps the group is listed already. */
function LikeRecords({ draftId, like }: { draftId: string; like: readonly Candidate[] }) {
  return (
    <Notice tone="warn" title="Is it one of these?" id="like">
      <ul data-list="like">
        {like.map((one) => (
          <li key={one.id} data-id={one.id}>
            {one.state === 'active' ? <a href={organisations.one(one.id, one.name)}>{one.name}</a> : one.name}
            {`: ${one.why.join(', ')}`}
          </li>
        ))}
      </ul>
      <p>If one of them is yours, open its page and say so there: it is quicker than a second form.</p>
      <Form name="none-of-these" action={register.same(draftId)} prefix="like">
        <ButtonRow>
          <Button kind="second">None of them is us</Button>
        </ButtonRow>
      </Form>
    </Notice>
  );
}
