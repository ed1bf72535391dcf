import { Field } from '../../../ui/fields.tsx';
import { Button, ButtonRow, Form, type Problems, type Values } from '../../../ui/form.tsx';
import { Empty } from '../../../ui/lists.tsx';
import { Section } from '../../../ui/sheets.tsx';
import { sessionWords } from '../rules/say.ts';
import { roles } from '../urls.ts';
import type { Session } from '../words/role.ts';

export function sessionsTitle(title: string): string {
  return `Days of ${title}`;
}

export function SessionsPage({
  one,
  sessions,
  now,
  values,
  problems,
}: {
  one: { id: string; title: string };
  sessions: readonly Session[];
  now: Date;
  values?: Values | undefined;
  problems?: Problems | undefined;
}) {
  return (
    <div class="text stack">
      <h1>{sessionsTitle(one.title)}</h1>
      <Section id="days" title="Its days" quiet>
        {sessions.length === 0 ? (
          <Empty
            fact="It has no single days."
            next="Add one below. What is every week stands in the role itself."
          />
        ) : (
          <ul class="lines" data-list="sessions">
            {sessions.map((session) => (
              <li key={session.id}>
                <div class="row spread">
                  <span>{sessionWords(session, now)}</span>
                  <Form
                    name="remove-session"
                    action={roles.removeSession(one.id, session.id)}
                    prefix={session.id}
                  >
                    <Button kind="second">
                      Take it away<span class="sr">{`: ${sessionWords(session, now)}`}</span>
                    </Button>
                  </Form>
                </div>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section id="add" title="Add a day">
        <Form
          name="add-session"
          action={roles.sessions(one.id)}
          values={{ weeks: 1, ...values }}
          problems={problems}
        >
          <Field name="on_day" type="date" label="Day" />
          <Field name="begins" label="From" short hint="Like 9.30" />
          <Field name="ends" label="Until" short hint="Like 14.00" />
          <Field
            name="weeks"
            label="For how many weeks?"
            hint="1 is this day only. Summer time or winter time, the hours stay the same."
            short
            inputmode="numeric"
          />
          <ButtonRow>
            <Button>Add it</Button>
          </ButtonRow>
        </Form>
      </Section>
      <p>
        <a href={roles.one(one.id, one.title)}>Back to the role</a>
      </p>
    </div>
  );
}
