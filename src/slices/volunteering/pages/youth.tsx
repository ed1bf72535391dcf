import { Field } from '../../../ui/fields.tsx';
import { Button, ButtonRow, Form } from '../../../ui/form.tsx';
import { Section } from '../../../ui/sheets.tsx';
import { CardTable } from '../../../ui/table.tsx';
import { roles } from '../urls.ts';

export const youthTitle = 'Volunteering under 18';

export interface YouthView {
  readonly lead: string;
  readonly boroughs: readonly {
    readonly id: string;
    readonly name: string;
    readonly under18: string;
    readonly under16: string;
    readonly from: string;
  }[];
  readonly elsewhere: number;
}

/** What is open to somebody under 18, and where there is nothing yet (R29). */
export function YouthPage({ view }: { view: YouthView }) {
  return (
    <div class="text stack">
      <div>
        <h1>{youthTitle}</h1>
        <p class="lead">{view.lead}</p>
      </div>
      <Form name="find-young-roles" action={roles.all()} method="get" label="Roles open to you">
        <div class="pair">
          <Field
            name="age"
            label="Your age"
            hint="Or the day you were born, like 24/11/2011."
            short
            inputmode="text"
          />
          <Field name="near" label="Postcode or place" optional autocomplete="postal-code" />
        </div>
        <ButtonRow>
          <Button>Show roles</Button>
        </ButtonRow>
      </Form>
      <p>
        A group that takes somebody under 18 has looked at the risks and names who is with you. Your parent or
        guardian is asked before you start.
      </p>
      <Section id="boroughs" title="Borough by borough">
        <CardTable
          caption="Live roles open to under-18s, by the alphabet"
          columns={[
            { label: 'Borough' },
            { label: 'Under 18', number: true },
            { label: 'Under 16', number: true },
            { label: 'From age', number: true },
          ]}
          list="youth-coverage"
          rows={view.boroughs.map((one) => ({
            id: one.id,
            head: one.name,
            cells: [one.under18, one.under16, one.from],
          }))}
        />
        {view.elsewhere > 0 && (
          <p>
            {view.elsewhere === 1
              ? 'One more is done from home, or its place is not shown.'
              : `${view.elsewhere} more are done from home, or their place is not shown.`}
          </p>
        )}
      </Section>
    </div>
  );
}
