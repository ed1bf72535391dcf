import type { ComponentChildren } from 'preact';
import { clockWords } from '../../../../platform/dates.ts';
import { Button, ButtonRow, Form, type Problems, Saved, type Values } from '../../../../ui/form.tsx';
import { Columns, Stages } from '../../../../ui/sheets.tsx';
import { PhoneLink } from '../../../../ui/words.tsx';
import { register } from '../../urls.ts';
import { type Draft, type Step, stepNames, steps } from '../../words/registration.ts';

export interface StepProps {
  draft: Draft;
  values: Values;
  problems?: Problems;
  promise: { days: number; centres: number; phone: string };
}

const takenFrom = { phone: 'for somebody on the telephone', paper: 'what they filled in on paper' } as const;

/** The frame of one step: where one is, the form, and what helps. */
export function StepFrame(
  props: StepProps & { step: Step; button: string; children: ComponentChildren; before?: ComponentChildren },
) {
  const here = stepNames.indexOf(props.step);
  return (
    <Columns aside={<WhatToExpect {...props.promise} />} asideLabel="Help with this form" tight>
      <p class="quiet">{`Your group, told once. Step ${here + 1} of ${stepNames.length}`}</p>
      <Stages label="Five steps" stages={Object.values(steps)} here={here} steps />
      <h1>{steps[props.step]}</h1>
      {props.draft.takenHow !== '' && (
        <p>{`You write ${takenFrom[props.draft.takenHow]}. Read it to them before you send it.`}</p>
      )}
      {props.before}
      <Form
        name="register-organisation"
        action={register.step(props.draft.id, props.step)}
        version={props.draft.version}
        values={props.values}
        problems={props.problems}
        autosave={register.keep(props.draft.id, props.step)}
      >
        {props.children}
        <ButtonRow>
          <Button>{props.button}</Button>
          {here > 0 && (
            <Button kind="second" name="go" value="back">
              Back
            </Button>
          )}
        </ButtonRow>
        <Saved>
          {`Saved at ${clockWords(props.draft.changedAt)}. Stop when you like: sign in with your e-mail and all of it is here.`}
        </Saved>
      </Form>
    </Columns>
  );
}

export function WhatToExpect({ days, centres, phone }: StepProps['promise']) {
  return (
    <div class="sheet">
      <h2>About ten minutes</h2>
      <p>
        {`One form for ${centres > 1 ? `all ${centres} centres` : 'everybody'}. Your home centre answers within ${days} working days and puts your page live.`}
      </p>
      {phone && (
        <p>
          <b>Stuck?</b> Ring <PhoneLink number={phone} /> and we fill it in together.
        </p>
      )}
      <p>
        <a href="/what-to-expect">What you can expect of us</a>
      </p>
    </div>
  );
}
