import { dayWords } from '../../../platform/dates.ts';
import { Choices, Field } from '../../../ui/fields.tsx';
import { Button, ButtonRow, Form, type Problems, type Values } from '../../../ui/form.tsx';
import { Empty, Entries, Entry, Facts } from '../../../ui/lists.tsx';
import { Notice, Section } from '../../../ui/sheets.tsx';
import { centres, organisations, services } from '../urls.ts';

interface Typed {
  values?: Values;
  problems?: Problems;
}

export function trustTitle(name: string): string {
  return `Do you trust ${name}?`;
}

export function TrustPage({
  one,
  now,
  values,
  problems,
}: {
  one: { id: string; name: string; trusted: boolean; trustedAt: Date | null; trustedReason: string };
  now: Date;
} & Typed) {
  return (
    <div class="text stack">
      <div>
        <h1>{trustTitle(one.name)}</h1>
        <p class="lead">
          What a group adds waits for your first look. What one that you trust adds goes live at once, and you
          look at it when you have time.
        </p>
        <p>
          {one.trusted && one.trustedAt
            ? `Trusted since ${dayWords(one.trustedAt, now)}: “${one.trustedReason}”`
            : 'It is not among those you trust now.'}
        </p>
      </div>
      <Form
        name="trust-group"
        action={organisations.trust(one.id)}
        values={{ trusted: one.trusted ? 'no' : 'yes', ...values }}
        problems={problems}
      >
        <Choices
          name="trusted"
          legend="From now on"
          options={[
            { value: 'yes', label: 'What it adds goes live at once', note: 'Also what waits now' },
            { value: 'no', label: 'What it adds is looked at first', note: 'What is live stays live' },
          ]}
        />
        <Field name="reason" label="Why?" hint="The group reads it, and so do the other centres." />
        <ButtonRow>
          <Button>Say so</Button>
        </ButtonRow>
      </Form>
    </div>
  );
}

export interface LooksProps {
  centre: { id: string; name: string };
  rows: readonly {
    serviceId: string;
    name: string;
    summary: string;
    groupName: string;
    state: string;
    askedAt: Date;
  }[];
  problem: string | undefined;
  now: Date;
}

export function looksTitle(name: string): string {
  return `What groups add at ${name}`;
}

/** What waits for a first look, and what went live without one. */
export function LooksPage({ centre, rows, problem, now }: LooksProps) {
  const waiting = rows.filter((row) => row.state === 'waiting').reverse();
  const live = rows.filter((row) => row.state !== 'waiting');
  return (
    <div class="text stack">
      <h1>{looksTitle(centre.name)}</h1>
      {problem && (
        <Notice tone="stop" title="That was done already">
          <p>{problem}</p>
        </Notice>
      )}
      <Section id="waiting" title="Waiting for your first look">
        {waiting.length === 0 ? (
          <Empty fact="Nothing waits." next="It comes here, and to you by mail." />
        ) : (
          <Entries list="first-looks">
            {waiting.map((row) => (
              <Entry
                key={row.serviceId}
                id={row.serviceId}
                name={row.name}
                href={services.look(row.serviceId)}
                text={row.summary}
                kind={[row.groupName, `since ${dayWords(row.askedAt, now)}`]}
              />
            ))}
          </Entries>
        )}
      </Section>
      <Section id="live" title="Live at once, from groups you trust">
        {live.length === 0 ? (
          <p>In the last month there was nothing that you have not looked at.</p>
        ) : (
          <Entries list="sample">
            {live.map((row) => (
              <Entry
                key={row.serviceId}
                id={row.serviceId}
                name={row.name}
                href={services.one(row.serviceId, row.name)}
                text={row.summary}
                kind={[row.groupName, `since ${dayWords(row.askedAt, now)}`]}
              >
                <Form
                  name="looked-at"
                  action={centres.lookedAt(centre.id, row.serviceId)}
                  prefix={row.serviceId}
                >
                  <Button kind="second">
                    I have looked at it<span class="sr">{`: ${row.name}`}</span>
                  </Button>
                </Form>
              </Entry>
            ))}
          </Entries>
        )}
      </Section>
    </div>
  );
}

export function lookTitle(name: string): string {
  return `A first look: ${name}`;
}

export function LookPage({
  one,
  group,
  facts,
  open,
  values,
  problems,
}: {
  one: { id: string; name: string };
  group: { id: string; name: string };
  facts: readonly { name: string; fact: string }[];
  open: boolean;
} & Typed) {
  return (
    <div class="text stack">
      <div>
        <h1>{lookTitle(one.name)}</h1>
        <p class="lead">
          <a href={organisations.one(group.id, group.name)}>{group.name}</a> would like to offer it.
        </p>
      </div>
      <Facts facts={facts} />
      {open ? (
        <Form name="answer-service" action={services.look(one.id)} values={values} problems={problems}>
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
        <a href={organisations.trust(group.id)}>{`Do you trust ${group.name}?`}</a> Then what it adds goes
        live at once.
      </p>
    </div>
  );
}
