import { dayWords, weekdayWords } from '../../../../platform/dates.ts';
import { Choices, Field } from '../../../../ui/fields.tsx';
import { Button, ButtonRow, Form, Hidden, type Problems, type Values } from '../../../../ui/form.tsx';
import { Section } from '../../../../ui/sheets.tsx';
import { Differences } from '../../../../ui/versions.tsx';
import { nations } from '../../lists/nations.ts';
import { settings } from '../../urls.ts';
import type { Remembered } from './page.tsx';

interface HolidaysProps {
  title: string;
  nation: Remembered;
  /** Those of the next twelve months. */
  days: readonly { day: string; name: string }[];
  now: Date;
  added: { values?: Values; problems?: Problems };
}

export function HolidaysPage({ title, nation, days, now, added }: HolidaysProps) {
  return (
    <div class="text stack">
      <div>
        <h1>{title}</h1>
        <p class="lead">On these days no clock runs: nobody is expected to answer.</p>
      </div>
      <Section id="whose" title="Whose bank holidays count here">
        <Differences differences={nation.differences} />
        <Form
          name="choose-nation"
          action={settings.holidays()}
          version={nation.version}
          values={nation.values}
          problems={nation.problems}
        >
          <Choices
            name="nation"
            legend="Nation"
            options={Object.entries(nations).map(([value, label]) => ({ value, label }))}
          />
          <ButtonRow>
            <Button>Save it</Button>
          </ButtonRow>
        </Form>
      </Section>
      <Section id="days" title="The next twelve months">
        <ul class="lines" data-list="holidays">
          {days.map(({ day, name }) => (
            <li data-id={day}>
              <b>{name}</b>
              {`, ${dayShown(day, now)}`}
              <Form name="remove-holiday" action={settings.removeHoliday()} prefix={day}>
                <Hidden name="day" value={day} />
                <Button kind="second">{`Take out ${name}`}</Button>
              </Form>
            </li>
          ))}
        </ul>
      </Section>
      <Section id="add" title="Add a day">
        <p>What is proclaimed once, for a coronation say, or a day on which nobody here works.</p>
        <Form name="add-holiday" action={settings.addHoliday()} prefix="add" {...added}>
          <Field name="day" type="date" label="Day" short />
          <Field name="name" label="What is it called?" />
          <ButtonRow>
            <Button kind="second">Add the day</Button>
          </ButtonRow>
        </Form>
      </Section>
    </div>
  );
}

function dayShown(day: string, now: Date): string {
  const at = new Date(`${day}T12:00:00Z`);
  const year = dayWords(at, now).split(' ')[2];
  return year ? `${weekdayWords(at)} ${year}` : weekdayWords(at);
}
