import { weekdayWords } from '../../../platform/dates.ts';
import { Choices } from '../../../ui/fields.tsx';
import { Button, ButtonRow, Form, Hidden, type Problems, type Values } from '../../../ui/form.tsx';
import { Empty, Entries, Task } from '../../../ui/lists.tsx';
import { Columns, Section } from '../../../ui/sheets.tsx';
import { loops, tenMinutes } from '../urls.ts';
import { type ListedItem, type TenMinutesSetting, type WeekList, weekdays } from '../words/ten-minutes.ts';

interface TenMinutesProps {
  list: WeekList;
  setting: TenMinutesSetting;
  values?: Values | undefined;
  problems?: Problems | undefined;
}

export function TenMinutesPage({ list, setting, values, problems }: TenMinutesProps) {
  return (
    <Columns aside={<Letter setting={setting} values={values} problems={problems} />} asideLabel="By mail">
      <div>
        <h1>My ten minutes</h1>
        <p class="lead">{lead(list)}</p>
      </div>
      {list.state === 'paused' && <Paused />}
      {list.state === 'done' && <Done />}
      {(list.state === 'open' || list.state === 'taken') && <Open list={list} />}
    </Columns>
  );
}

function lead({ state, items, gone, minutes }: WeekList): string {
  if (state === 'paused') return 'You have paused your weekly list. What waits for you stands in your inbox.';
  if (state === 'done') return 'Done for this week. The next list begins on Monday.';
  const things = items.length === 1 ? 'One thing wants' : `${items.length} things want`;
  const all = `${things} a look from you, about ${minutes} minutes.`;
  return gone === 0 ? all : `${gone} of ${gone + items.length} are done. ${all}`;
}

function Paused() {
  return (
    <Form name="resume-ten-minutes" action={tenMinutes.page()}>
      <Hidden name="does" value="resume" />
      <ButtonRow>
        <Button>Go on with it</Button>
      </ButtonRow>
    </Form>
  );
}

function Done() {
  return (
    <Empty
      fact="Done for this week."
      next="Whatever comes now can wait until Monday, or stands in your inbox if somebody was promised an answer."
      action={{ href: loops.inbox(), label: 'Look into the inbox' }}
    />
  );
}

function Open({ list }: { list: WeekList }) {
  return (
    <Section id="week" title="This week">
      <Entries list="ten-minutes">
        {list.items.map((item) => (
          <Item key={item.key} item={item} />
        ))}
      </Entries>
      {list.state === 'open' && (
        <Form name="take-ten-minutes" action={tenMinutes.page()}>
          <Hidden name="does" value="take" />
          <p>Take this list, and nothing is added to it until Monday.</p>
          <ButtonRow>
            <Button>Take this list</Button>
          </ButtonRow>
        </Form>
      )}
      <Form name="end-ten-minutes" action={tenMinutes.page()} label="End of the week’s list">
        <ButtonRow>
          <Button kind="second" name="does" value="done">
            Done for this week
          </Button>
          <Button kind="second" name="does" value="pause">
            Pause the weekly list
          </Button>
        </ButtonRow>
      </Form>
    </Section>
  );
}

function Item({ item }: { item: ListedItem }) {
  return (
    <Task
      id={item.key}
      kind={item.kind}
      name={item.title}
      href={item.url}
      text={item.text}
      action={{ href: item.url, label: item.action }}
    />
  );
}

function Letter({ setting, values, problems }: Omit<TenMinutesProps, 'list'>) {
  const chosen = { weekday: setting.weekday === null ? 'never' : String(setting.weekday) };
  return (
    <div class="sheet">
      <h2>Ask me by mail</h2>
      <p>
        {setting.letterAt
          ? `The next letter goes on ${weekdayWords(setting.letterAt)}, if something wants a look.`
          : 'We write once a week at most, and only when something wants a look.'}
      </p>
      <Form
        name="choose-ten-minutes-day"
        action={tenMinutes.mail()}
        values={values ?? chosen}
        problems={problems}
      >
        <Choices
          name="weekday"
          legend="On which day?"
          options={[
            { value: 'never', label: 'Not by mail' },
            ...Object.entries(weekdays).map(([value, label]) => ({ value, label })),
          ]}
        />
        <ButtonRow>
          <Button kind="second">Keep this</Button>
        </ButtonRow>
      </Form>
    </div>
  );
}

export function StopLettersPage({ token, done }: { token: string; done: boolean }) {
  return (
    <div class="text stack">
      <h1>{done ? 'No more weekly letters' : 'Stop the weekly letter?'}</h1>
      {done ? (
        <p class="lead">It has stopped at once. Your list is still there when you sign in.</p>
      ) : (
        <>
          <p class="lead">We would no longer write to you about your ten minutes.</p>
          <Form name="stop-ten-minutes" action={tenMinutes.stop(token)}>
            <Button>Stop it</Button>
          </Form>
          <p>
            To choose another day, <a href={tenMinutes.page()}>sign in and choose</a>.
          </p>
        </>
      )}
    </div>
  );
}
