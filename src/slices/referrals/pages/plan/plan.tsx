import { dayWords } from '../../../../platform/dates.ts';
import { Select } from '../../../../ui/fields.tsx';
import { Button, Form } from '../../../../ui/form.tsx';
import { Empty, Entries, Entry } from '../../../../ui/lists.tsx';
import { Notice, Section } from '../../../../ui/sheets.tsx';
import { people } from '../../../people/urls.ts';
import { states } from '../../lists/reasons.ts';
import { isPlanDone } from '../../rules/plan.ts';
import { plans, referrals } from '../../urls.ts';
import type { Plan, PlanStep } from '../../words/plan.ts';
import { toneOf } from '../say-referral.ts';

export const planTitle = (code: string) => `Plan ${code}`;
export const plansTitle = 'Plans';

interface PlanProps {
  one: Plan;
  steps: readonly (PlanStep & { need: string })[];
  name: string;
  wantsKey: boolean;
  needs: readonly { value: string; label: string }[];
  need: string;
  services: readonly { id: string; name: string; by: string }[];
}

export function PlanPage(props: PlanProps) {
  const { one, steps, name, wantsKey } = props;
  return (
    <div class="text stack">
      <h1>{planTitle(one.code)}</h1>
      <p class="lead">
        {name === '' ? 'One person, several services.' : `For ${name}: one person, several services.`} You see
        all of it. Each service sees its own step, and not that there are others.
      </p>
      {wantsKey && (
        <p>
          What they need opens with your second key. <a href={people.secondKey(plans.one(one.id))}>Show it</a>
        </p>
      )}
      {isPlanDone(steps) && (
        <Notice title="Nothing is left hanging">
          <p>Everything has ended, or waits with a day.</p>
        </Notice>
      )}
      <Section id="steps" title="Steps">
        <Entries list="steps">
          {steps.map((step) => (
            <Entry
              id={step.id}
              name={`${step.serviceName} of ${step.by}`}
              href={referrals.one(step.id)}
              text={step.need}
              kind={[
                step.code,
                ...(step.waitUntil ? [`until about ${dayWords(new Date(step.waitUntil), new Date(0))}`] : []),
              ]}
              chip={{ state: step.state, tone: toneOf(step.state), words: states[step.state] }}
            />
          ))}
        </Entries>
      </Section>
      <OneMore {...props} />
    </div>
  );
}

function OneMore({ one, needs, need, services }: PlanProps) {
  return (
    <Section id="more" title="One more step">
      <Form name="find-step" method="get" action={plans.one(one.id)} values={{ need }}>
        <Select name="need" label="What for?" options={needs} empty="Choose what it is about" />
        <Button kind="second">Show services</Button>
      </Form>
      {need !== '' && services.length === 0 && (
        <p>Nobody here takes referrals for that just now. Search, and ring them.</p>
      )}
      {services.length > 0 && (
        <ul class="lines plain" data-list="services">
          {services.map((service) => (
            <li data-id={service.id}>
              <a href={referrals.referInPlan(service.id, one.id)}>{`${service.name} of ${service.by}`}</a>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

export function PlansPage(props: {
  rows: readonly { id: string; code: string; madeAt: Date; steps: number; open: number }[];
  now: Date;
}) {
  const { rows, now } = props;
  return (
    <>
      <h1>{plansTitle}</h1>
      {rows.length === 0 && (
        <Empty
          fact="There is no plan yet."
          next="Send a first referral; its page makes a plan of it."
          action={{ href: referrals.list('sent'), label: 'See your referrals' }}
        />
      )}
      {rows.length > 0 && (
        <Section id="plans-list" title="Plans" quiet>
          <Entries list="plans">
            {rows.map((row) => (
              <Entry
                id={row.id}
                name={row.code}
                href={plans.one(row.id)}
                text={`${row.steps === 1 ? 'One step' : `${row.steps} steps`}, ${row.open} open`}
                kind={[`since ${dayWords(row.madeAt, now)}`]}
              />
            ))}
          </Entries>
        </Section>
      )}
    </>
  );
}
