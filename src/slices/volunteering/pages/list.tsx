import { Field, Select, Tick } from '../../../ui/fields.tsx';
import { Button, ButtonRow, Form, type Values } from '../../../ui/form.tsx';
import { Empty, Entries, Entry, Pager } from '../../../ui/lists.tsx';
import { Notice, Section } from '../../../ui/sheets.tsx';
import type { Link } from '../../../ui/words.tsx';
import { causes } from '../lists/causes.ts';
import { when } from '../lists/times.ts';
import { roles } from '../urls.ts';

export interface RolesView {
  readonly title: string;
  readonly lead: string;
  readonly values: Values;
  readonly notices: readonly string[];
  readonly rows: readonly {
    id: string;
    title: string;
    summary: string;
    far: { figure: string; unit: string } | undefined;
    kind: readonly string[];
    urgent: boolean;
  }[];
  readonly line: string;
  readonly next: Link | undefined;
  readonly embed: string;
  /** Groups and services that welcome volunteers, with roles or without. */
  readonly welcoming: string;
}

export function RolesPage({ view }: { view: RolesView }) {
  return (
    <div class="stack">
      <div>
        <h1>{view.title}</h1>
        <p class="lead">{view.lead}</p>
      </div>
      <Form name="find-roles" action={roles.all()} method="get" values={view.values} label="Find a role">
        <div class="pair">
          <Field name="near" label="Postcode or place" optional autocomplete="postal-code" />
          <Field
            name="age"
            label="Your age"
            hint="Or the day you were born. Then only roles open to you are shown."
            optional
            short
            inputmode="numeric"
          />
        </div>
        <details open={hasMore(view.values)}>
          <summary>Cause, times, from home</summary>
          <Select name="cause" label="What for?" empty="Anything" options={optionsOf(causes)} />
          <Select name="when" label="When?" empty="Any time" options={optionsOf(when)} />
          <Tick name="home" label="Only what can be done from home" />
        </details>
        <ButtonRow>
          <Button>Show roles</Button>
        </ButtonRow>
      </Form>
      {view.notices.length > 0 && (
        <Notice tone="warn">
          {view.notices.map((words) => (
            <p key={words}>{words}</p>
          ))}
        </Notice>
      )}
      <Section id="found" title="Roles" quiet>
        {view.rows.length === 0 ? (
          <Empty
            fact="There is no such role now."
            next="Try other times or another cause, or ask your volunteer centre."
            action={{ href: roles.all(), label: 'All roles' }}
          />
        ) : (
          <>
            <Entries list="roles">
              {view.rows.map((row) => (
                <Entry
                  key={row.id}
                  id={row.id}
                  name={row.title}
                  href={roles.one(row.id, row.title)}
                  text={row.summary}
                  far={row.far}
                  kind={row.kind}
                  chip={row.urgent ? { state: 'urgent', tone: 'late', words: 'Needed soon' } : undefined}
                  role
                />
              ))}
            </Entries>
            <Pager line={view.line} next={view.next} label="Pages of roles" />
          </>
        )}
      </Section>
      <p>
        Under 18? <a href={roles.young()}>What is open to you, borough by borough</a>. Nothing for you?{' '}
        <a href={view.welcoming}>Groups that welcome volunteers</a> may have something that is not listed.
      </p>
      <p class="small">
        A group that looks for people? <a href="/register">Register once</a>, then post your roles. A site of
        your own? <a href={view.embed}>Show roles there</a>, or take{' '}
        <a href={roles.feed()}>all of them as data</a>.
      </p>
    </div>
  );
}

function hasMore(values: Values): boolean {
  return ['cause', 'when', 'home'].some((name) => values[name] !== undefined && values[name] !== '');
}

function optionsOf(list: Readonly<Record<string, string>>): { value: string; label: string }[] {
  return Object.entries(list).map(([value, label]) => ({ value, label }));
}
