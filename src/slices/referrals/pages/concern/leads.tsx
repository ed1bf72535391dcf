import { Choices, Field, Select } from '../../../../ui/fields.tsx';
import { Button, ButtonRow, Form, type Problems, type Values } from '../../../../ui/form.tsx';
import { Notice, Section } from '../../../../ui/sheets.tsx';
import { CardTable } from '../../../../ui/table.tsx';
import { concerns } from '../../urls.ts';
import type { SafetyNumbers } from '../../words/concern.ts';

export const leadsTitle = (name: string) => `Safeguarding leads of ${name}`;
export const safetyNumbersTitle = 'Numbers to ring about safety';

interface Typed {
  values?: Values | undefined;
  problems?: Problems | undefined;
}

export function LeadsPage(
  props: {
    organisation: { id: string; name: string };
    leads: readonly { id: string; name: string; phone: string; isThere: boolean }[];
    people: readonly { id: string; name: string }[];
  } & Typed,
) {
  const { organisation, leads, people, values, problems } = props;
  const options = people.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <div class="text stack">
      <h1>{leadsTitle(organisation.name)}</h1>
      <p class="lead">
        A lead reads what somebody wrote who is worried about a person’s safety, and decides what is done.
        Nobody else can read it, you neither.
      </p>
      {leads.length === 0 && (
        <Notice tone="warn" title="Nobody is named">
          <p>Until you name somebody, worries go to the lead of your home centre, or of the hub.</p>
        </Notice>
      )}
      {leads.length > 0 && (
        <Section id="leads" title="Who is named">
          <ul class="lines plain" data-list="leads">
            {leads.map((lead) => (
              <li data-id={lead.id}>
                <b>{lead.name}</b>
                {`, ${lead.phone}`}
                {!lead.isThere && ' (no longer here, so gets nothing)'}
                <Form name="end-lead" action={concerns.endLead(organisation.id, lead.id)} prefix={lead.id}>
                  <Button kind="second">{`${lead.name} is no longer a lead`}</Button>
                </Form>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section id="name" title="Name a lead">
        <Form name="name-lead" action={concerns.leads(organisation.id)} values={values} problems={problems}>
          {options.length > 7 ? (
            <Select name="person_id" label="Who" options={options} empty="Choose somebody" />
          ) : (
            <Choices name="person_id" legend="Who" options={options} />
          )}
          <Field
            name="phone"
            label="Telephone"
            hint="It is shown to whoever is worried. A number that somebody answers."
            type="tel"
            short
          />
          <ButtonRow>
            <Button>Name them</Button>
          </ButtonRow>
        </Form>
      </Section>
    </div>
  );
}

export function SafetyNumbersPage(
  props: {
    centre: { id: string; name: string };
    areas: readonly (Partial<SafetyNumbers> & { id: string; name: string })[];
  } & Typed,
) {
  const { centre, areas, values, problems } = props;
  return (
    <div class="text stack">
      <h1>{safetyNumbersTitle}</h1>
      <p class="lead">
        {`Whoever is worried in an area that ${centre.name} answers for sees these at once. Ring each number once before you keep it.`}
      </p>
      <CardTable
        caption="Numbers by area"
        quiet
        list="safety-numbers"
        columns={[{ label: 'Area' }, { label: 'Team' }, { label: 'By day' }, { label: 'At night' }]}
        rows={areas.map((area) => ({
          id: area.id,
          head: area.name,
          cells: [area.team ?? 'Nothing yet', area.dayPhone ?? '', area.nightPhone ?? ''],
        }))}
      />
      <Form
        name="set-safety-numbers"
        action={concerns.areaNumbers(centre.id)}
        values={values}
        problems={problems}
      >
        <Select
          name="area_id"
          label="Area"
          options={areas.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Field name="team" label="The council’s team" maxLength={120} />
        <Field name="day_phone" label="By day" type="tel" short />
        <Field name="night_phone" label="At night and weekends" type="tel" short optional />
        <Field name="children_phone" label="About a child" type="tel" short optional />
        <ButtonRow>
          <Button>Keep them</Button>
        </ButtonRow>
      </Form>
    </div>
  );
}
