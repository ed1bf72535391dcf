import { Choices, Field } from '../../../../ui/fields.tsx';
import {
  Button,
  ButtonLink,
  ButtonRow,
  Form,
  Hidden,
  type Problems,
  type Values,
} from '../../../../ui/form.tsx';
import { Empty, Entries, Entry } from '../../../../ui/lists.tsx';
import { skills } from '../../lists/skills.ts';
import { pounds } from '../../rules/employers/days.ts';
import { dayOfWords } from '../../rules/say.ts';
import { employerDays } from '../../urls/employers.ts';
import { dayStates, type EmployerDay } from '../../words/employers.ts';

export const daysTitle = 'Days that employers ask for';

export interface DaysProps {
  readonly rows: readonly EmployerDay[];
  /** Employers for which the reader may ask. */
  readonly employers: readonly { readonly id: string; readonly name: string }[];
  readonly now: Date;
}

export function EmployerDaysPage({ rows, employers, now }: DaysProps) {
  return (
    <div class="text stack">
      <div>
        <h1>{daysTitle}</h1>
        <p class="lead">
          An employer gives its people a day. Groups say how many they could take, and what that costs them.
        </p>
        {employers.map(({ id, name }) => (
          <p key={id}>
            <ButtonLink href={employerDays.newAt(id)}>{`Ask for a day for ${name}`}</ButtonLink>
          </p>
        ))}
      </div>
      {rows.length === 0 ? (
        <Empty fact="No employer asks for a day now." next="Your centre knows who might." />
      ) : (
        <Entries list="employer-days">
          {rows.map((row) => (
            <Entry
              key={row.id}
              id={row.id}
              name={row.title}
              href={employerDays.one(row.id)}
              far={{ figure: String(row.size), unit: row.size === 1 ? 'person' : 'people' }}
              kind={[
                row.organisationName,
                dayOfWords(row.onDay, now),
                row.budgetPence === null ? '' : `up to ${pounds(row.budgetPence)}`,
              ].filter((part) => part !== '')}
              chip={{
                state: row.state,
                tone: row.state === 'open' ? 'wait' : 'end',
                words: dayStates[row.state],
              }}
            />
          ))}
        </Entries>
      )}
    </div>
  );
}

export const newDayTitle = 'Ask for a day';

export interface NewDayProps {
  readonly employer: { readonly id: string; readonly name: string };
  readonly newId: string;
  readonly values?: Values | undefined;
  readonly problems?: Problems | undefined;
}

export function NewDayPage({ employer, newId, values = {}, problems }: NewDayProps) {
  return (
    <div class="text">
      <h1>{newDayTitle}</h1>
      <p>{`For the people of ${employer.name}. Your centre and groups near by see it.`}</p>
      <Form
        name="ask-for-day"
        action={employerDays.newAt(employer.id)}
        values={{ share: 'sub_region', ...values }}
        problems={problems}
      >
        <Hidden name="id" value={newId} />
        <Field name="title" label="What is it?" hint="Like “Thirty bakers for a day”." />
        <Field name="size" label="How many people?" short inputmode="numeric" />
        <Field name="on_day" type="date" label="Which day?" />
        <Field
          name="budget"
          label="What may it cost, in pounds?"
          hint="Food, tools and somebody’s time cost a group something. Like 250."
          optional
          short
          inputmode="decimal"
        />
        <Field name="words" type="textarea" rows={4} label="A few words about your people" optional />
        <details>
          <summary>What they can do</summary>
          <Choices
            name="skills"
            type="checkbox"
            legend="Skills that are looked for"
            optional
            options={Object.entries(skills).map(([value, label]) => ({ value, label }))}
          />
        </details>
        <Choices
          name="share"
          legend="Who sees it?"
          options={[
            { value: 'sub_region', label: 'Groups in our part of the region' },
            { value: 'network', label: 'Groups of the whole network' },
          ]}
        />
        <ButtonRow>
          <Button>Ask for the day</Button>
        </ButtonRow>
      </Form>
    </div>
  );
}
