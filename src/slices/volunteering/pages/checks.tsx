import { dayWords } from '../../../platform/dates.ts';
import { Choices, Field } from '../../../ui/fields.tsx';
import { Button, ButtonRow, Form, type Problems, type Values } from '../../../ui/form.tsx';
import { Empty, Entries, Entry, Facts } from '../../../ui/lists.tsx';
import { Notice, Section } from '../../../ui/sheets.tsx';
import { organisations } from '../../register/urls.ts';
import { roles } from '../urls.ts';

export interface ChecksProps {
  centre: { id: string; name: string };
  rows: readonly {
    roleId: string;
    title: string;
    summary: string;
    groupName: string;
    state: string;
    askedAt: Date;
  }[];
  problem: string | undefined;
  now: Date;
}

export function checksTitle(name: string): string {
  return `Volunteering roles at ${name}`;
}

/** What waits for the home centre, and what went live or was changed without it. */
export function ChecksPage({ centre, rows, problem, now }: ChecksProps) {
  const waiting = rows.filter((row) => row.state === 'waiting').reverse();
  const live = rows.filter((row) => row.state !== 'waiting');
  return (
    <div class="text stack">
      <h1>{checksTitle(centre.name)}</h1>
      {problem && (
        <Notice tone="stop" title="That was done already">
          <p>{problem}</p>
        </Notice>
      )}
      <Section id="waiting" title="Waiting for your look">
        {waiting.length === 0 ? (
          <Empty fact="No role waits." next="They come here, and to you by mail." />
        ) : (
          <Entries list="role-checks">
            {waiting.map((row) => (
              <Entry
                key={row.roleId}
                id={row.roleId}
                name={row.title}
                href={roles.check(row.roleId)}
                text={row.summary}
                kind={[row.groupName, `since ${dayWords(row.askedAt, now)}`]}
              />
            ))}
          </Entries>
        )}
      </Section>
      <Section id="live" title="Live without your look">
        {live.length === 0 ? (
          <p>In the last month there was nothing that you have not looked at.</p>
        ) : (
          <Entries list="role-sample">
            {live.map((row) => (
              <Entry
                key={row.roleId}
                id={row.roleId}
                name={row.title}
                href={roles.one(row.roleId, row.title)}
                text={row.summary}
                kind={[row.groupName, `posted or changed ${dayWords(row.askedAt, now)}`]}
              >
                <Form
                  name="looked-at-role"
                  action={roles.lookedAt(centre.id, row.roleId)}
                  prefix={row.roleId}
                >
                  <Button kind="second">
                    I have looked at it<span class="sr">{`: ${row.title}`}</span>
                  </Button>
                </Form>
              </Entry>
            ))}
          </Entries>
        )}
      </Section>
      <p>
        <a href={roles.sharing()}>How much is shared with everybody</a>
      </p>
    </div>
  );
}

export function checkTitle(title: string): string {
  return `Look at the role: ${title}`;
}

export function CheckRolePage({
  one,
  group,
  facts,
  open,
  values,
  problems,
}: {
  one: { id: string; title: string };
  group: { id: string; name: string };
  facts: readonly { name: string; fact: string }[];
  open: boolean;
  values?: Values | undefined;
  problems?: Problems | undefined;
}) {
  return (
    <div class="text stack">
      <div>
        <h1>{checkTitle(one.title)}</h1>
        <p class="lead">
          <a href={organisations.one(group.id, group.name)}>{group.name}</a> looks for volunteers.
        </p>
      </div>
      <Facts facts={facts} />
      {open ? (
        <Form name="answer-role" action={roles.check(one.id)} values={values} problems={problems}>
          <Choices
            name="answer"
            legend="Is it right?"
            options={[
              { value: 'accepted', label: 'Yes, let it go live' },
              { value: 'returned', label: 'Send it back to put something right' },
            ]}
          />
          <Field name="reason" label="What should they put right?" optional />
          <ButtonRow>
            <Button>Answer</Button>
          </ButtonRow>
        </Form>
      ) : (
        <Notice title="It does not wait">
          <p>It has an answer, or the group took it back.</p>
        </Notice>
      )}
      <p>
        <a href={organisations.trust(group.id)}>{`Do you trust ${group.name}?`}</a> Then what it posts goes
        live at once.
      </p>
    </div>
  );
}
