import { Choices, Field } from '../../../../ui/fields.tsx';
import { Button, ButtonRow, Form, Hidden, type Problems, type Values } from '../../../../ui/form.tsx';
import { Empty, Entries, Entry } from '../../../../ui/lists.tsx';
import { Section } from '../../../../ui/sheets.tsx';
import { dayOfWords } from '../../rules/say.ts';
import { drives } from '../../urls/drives.ts';
import type { Drive } from '../../words/drives.ts';

export function drivesTitle(centreName: string): string {
  return `Fairs and days of ${centreName}`;
}

export interface DrivesProps {
  readonly centre: { readonly id: string; readonly name: string };
  readonly newId: string;
  readonly rows: readonly Drive[];
  readonly roles: readonly {
    readonly id: string;
    readonly title: string | null;
    readonly organisation_name: string | null;
    readonly places: number | null;
  }[];
  readonly now: Date;
  readonly values?: Values | undefined;
  readonly problems?: Problems | undefined;
}

export function DrivesPage({ centre, newId, rows, roles, now, values, problems }: DrivesProps) {
  return (
    <div class="text stack">
      <div>
        <h1>{drivesTitle(centre.name)}</h1>
        <p class="lead">
          Many people, and the places of some roles, brought together on one day. You see numbers, no names,
          and nothing goes out before you press.
        </p>
      </div>
      {rows.length === 0 ? (
        <Empty fact="There is no such day yet." next="Choose a day and some roles below." />
      ) : (
        <Entries list="drives">
          {rows.map((row) => (
            <Entry
              key={row.id}
              id={row.id}
              name={row.title}
              href={drives.one(row.id)}
              kind={[dayOfWords(row.onDay, now), row.suggestedAt === null ? 'Open' : 'Suggested']}
            />
          ))}
        </Entries>
      )}
      <Section id="new" title="A new day">
        {roles.length === 0 ? (
          <p>None of your groups has a live role now.</p>
        ) : (
          <Form name="make-drive" action={drives.at(centre.id)} values={values} problems={problems}>
            <Hidden name="id" value={newId} />
            <Field name="title" label="What is it called?" hint="Like “Freshers’ fair”." />
            <Field name="on_day" type="date" label="Which day?" />
            <Field name="words" type="textarea" rows={3} label="A few words about it" optional />
            <Choices
              name="roles"
              type="checkbox"
              legend="Which roles?"
              options={roles.map((role) => ({
                value: role.id,
                label: role.title ?? '',
                note: [role.organisation_name, role.places && `${role.places} places`]
                  .filter((part) => part)
                  .join(', '),
              }))}
            />
            <Field
              name="places"
              label="Places of a role that does not say"
              value={values?.places === undefined ? 3 : undefined}
              short
              inputmode="numeric"
            />
            <ButtonRow>
              <Button>Make the day</Button>
            </ButtonRow>
          </Form>
        )}
      </Section>
    </div>
  );
}
