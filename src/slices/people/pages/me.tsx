import { dayWords } from '../../../platform/dates.ts';
import { Field } from '../../../ui/fields.tsx';
import { Button, ButtonRow, Form, type Problems, type Values } from '../../../ui/form.tsx';
import { Empty } from '../../../ui/lists.tsx';
import { Columns, Notice, Section } from '../../../ui/sheets.tsx';
import { people } from '../urls.ts';
import type { OpenSession, Person } from '../words/sign-in.ts';

export interface MePanel {
  title: string;
  rows: readonly { label: string; href: string; note: string }[];
}

interface MeProps {
  person: Person;
  panels: readonly MePanel[];
  sessions: readonly OpenSession[];
  hasSecondKey: boolean;
  mayViewAs: boolean;
  /** Positions of theirs wait for a second key. */
  isShut: boolean;
  now: Date;
  values?: Values;
  problems?: Problems;
}

export function MePage(props: MeProps) {
  const { person, panels } = props;
  const filled = panels.filter((panel) => panel.rows.length > 0);
  return (
    <Columns aside={<Aside {...props} />} asideLabel="Your account">
      <h1>{`Hello${person.name ? ` ${firstName(person.name)}` : ''}`}</h1>
      {props.isShut && (
        <Notice tone="warn" title="Your place here is still shut">
          <p>What you look after opens with your second key. Until then you are here as a neighbour.</p>
          <p>
            <a class="btn" href={people.secondKey(people.me())}>
              Open it
            </a>
          </p>
        </Notice>
      )}
      {filled.length === 0 && !props.isShut && (
        <Empty
          fact="You have no part in a group yet."
          next="Do you run one? Tell us once, and every centre near it will know."
          action={{ href: '/register', label: 'Register a group' }}
        />
      )}
      {filled.map((panel, index) => (
        <Section id={`panel-${index}`} title={panel.title}>
          <ul class="lines">
            {panel.rows.map((row) => (
              <li>
                <a href={row.href}>{row.label}</a> <span class="quiet">{row.note}</span>
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </Columns>
  );
}

function Aside({ person, sessions, hasSecondKey, mayViewAs, now, values, problems }: MeProps) {
  return (
    <div class="stack">
      <div class="sheet">
        <h2>Your name</h2>
        <Form
          name="change-name"
          action={people.name()}
          version={person.version}
          values={values ?? { name: person.name }}
          problems={problems}
        >
          <Field
            name="name"
            label="What people call you"
            hint={`You sign in as ${person.email}.`}
            autocomplete="name"
          />
          <ButtonRow>
            <Button kind="second">Keep this name</Button>
          </ButtonRow>
        </Form>
        <p>
          <a href={people.mailbox()}>Change your mailbox</a>
        </p>
        {mayViewAs && (
          <p>
            <a href={people.viewAs()}>See it with other eyes</a>
          </p>
        )}
      </div>
      <div class="sheet">
        <h2>Your second key</h2>
        <p>
          {hasSecondKey
            ? 'You have one. Your places in organisations open only with it.'
            : 'You have none. With one, nobody comes in who can only read your mail.'}
        </p>
        <p>
          <a href={people.keys()}>{hasSecondKey ? 'Your keys' : 'Set up a second key'}</a>
        </p>
        <p>
          <a href={people.providers()}>The account of your organisation</a>
        </p>
      </div>
      <div class="sheet">
        <h2>Where you are signed in</h2>
        <ul class="lines plain" data-list="sessions">
          {sessions.map((session) => (
            <li data-id={session.id}>
              <p>
                {session.device}, since {dayWords(session.openedAt, now)}
                {session.thisOne && <b> (here)</b>}
              </p>
              {!session.thisOne && (
                <Form name="end-session" action={people.endSession(session.id)} prefix={session.id}>
                  <Button kind="second">{`End it on ${session.device}`}</Button>
                </Form>
              )}
            </li>
          ))}
        </ul>
        {sessions.length > 1 && (
          <Form name="sign-out-elsewhere" action={people.signOutElsewhere()} prefix="elsewhere">
            <Button kind="second">Sign out everywhere else</Button>
          </Form>
        )}
        <Form name="sign-out" action={people.signOut()}>
          <Button kind="second">Sign out here</Button>
        </Form>
      </div>
      <div class="sheet">
        <h2>What we hold about you</h2>
        <p>
          <a href={people.data()} download>
            Take all of it with you
          </a>
          , as a file. <a href="/privacy">How long we keep it</a>
        </p>
        <p>
          <a href={people.close()}>Close your account</a>
        </p>
      </div>
    </div>
  );
}

function firstName(name: string): string {
  return name.split(' ')[0] ?? name;
}
