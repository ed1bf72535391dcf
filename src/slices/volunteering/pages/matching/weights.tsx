import { Field } from '../../../../ui/fields.tsx';
import { Button, ButtonRow, Form, type Problems, type Values } from '../../../../ui/form.tsx';
import { Facts } from '../../../../ui/lists.tsx';
import { Section } from '../../../../ui/sheets.tsx';
import { volunteer } from '../../urls/matching.ts';
import { type Weights, weightNames } from '../../words/matching.ts';

export const weightsTitle = 'How roles are matched with people';

const weightWords: Readonly<Record<keyof Weights, string>> = {
  times: 'A time that suits',
  near: 'Nearness',
  skills: 'A skill that is asked for',
  cause: 'A cause they care about',
  access: 'What has to be there for them',
};

export interface WeightsProps {
  readonly weights: Weights & { readonly version: number };
  readonly maySet: boolean;
  readonly values?: Values | undefined;
  readonly problems?: Problems | undefined;
}

/** No black box: what counts, how much, and what never happens. */
export function WeightsPage({ weights, maySet, values, problems }: WeightsProps) {
  return (
    <div class="text stack">
      <div>
        <h1>{weightsTitle}</h1>
        <p class="lead">
          We compare what somebody would like with what a role says. Each part counts as much as the network
          has set, and as the person says it matters to them.
        </p>
      </div>
      <Section id="weights" title="What counts how much">
        <Facts
          facts={weightNames.map((name) => ({ name: weightWords[name], fact: String(weights[name]) }))}
        />
        <p>
          A role that is done whenever it suits both counts three quarters of a time that suits. Nearness
          fades over as many miles as somebody would go, or over ten. One skill counts half, all of them
          whole.
        </p>
      </Section>
      <Section id="never" title="What never happens">
        <p>
          Nobody is shown a role that is not open at their age. Nobody is shown a role that is further away
          than they would go. What somebody needs to take part leaves no role out: the page says what to ask.
        </p>
      </Section>
      {maySet && (
        <Section id="set" title="Change it for everybody">
          <Form
            name="set-match-weights"
            action={volunteer.weights()}
            version={weights.version}
            values={values ?? { ...weights }}
            problems={problems}
          >
            {weightNames.map((name) => (
              <Field
                key={name}
                name={name}
                label={weightWords[name]}
                hint="From 0 to 10"
                short
                inputmode="numeric"
              />
            ))}
            <ButtonRow>
              <Button>Set the weights</Button>
            </ButtonRow>
          </Form>
        </Section>
      )}
    </div>
  );
}
