import { Field, Select } from '../../../../ui/fields.tsx';
import { Button, ButtonRow, Form, Hidden, type Problems, type Values } from '../../../../ui/form.tsx';
import { Entries, Entry } from '../../../../ui/lists.tsx';
import { Notice, Section } from '../../../../ui/sheets.tsx';
import { CardTable } from '../../../../ui/table.tsx';
import { causes } from '../../lists/causes.ts';
import { skills } from '../../lists/skills.ts';
import { dayOfWords } from '../../rules/say.ts';
import { drives } from '../../urls/drives.ts';
import { volunteer } from '../../urls/matching.ts';
import { roles } from '../../urls.ts';
import type { Drive } from '../../words/drives.ts';
import { whenWords } from '../../words/matching.ts';

interface RoleRow {
  readonly id: string;
  readonly title: string;
  readonly organisationName: string;
  readonly places: number;
  readonly taken: number;
}

export interface DriveProps {
  readonly one: Drive;
  readonly centreName: string;
  readonly roles: readonly RoleRow[];
  /** For the centre alone. */
  readonly run:
    | {
        readonly newId: string;
        readonly people: readonly {
          readonly number: number;
          readonly role: string;
          readonly because: string;
          readonly state: string;
        }[];
      }
    | undefined;
  /** For somebody who could take part. */
  readonly own:
    | { readonly number: number; readonly role: { id: string; title: string } | undefined }
    | undefined;
  readonly mayJoin: boolean;
  readonly now: Date;
  readonly values?: Values | undefined;
  readonly problems?: Problems | undefined;
}

export function DrivePage(props: DriveProps) {
  const { one, centreName, run } = props;
  return (
    <div class="text stack">
      <div>
        <h1>{one.title}</h1>
        <p class="lead">{`${dayOfWords(one.onDay, props.now)}, with ${centreName}.`}</p>
        {one.words && <p>{one.words}</p>}
        {props.problems?.[''] && !run && <Notice tone="warn">{props.problems['']}</Notice>}
      </div>
      <TakePart {...props} />
      <Section id="roles" title="Roles">
        <Entries list="drive-roles">
          {props.roles.map((role) => (
            <Entry
              key={role.id}
              id={role.id}
              name={role.title}
              href={roles.one(role.id, role.title)}
              kind={[
                role.organisationName,
                run ? `${role.taken} of ${role.places} places` : `${role.places} places`,
              ]}
              role
            />
          ))}
        </Entries>
      </Section>
      {run && <Run {...props} run={run} />}
    </div>
  );
}

/** Whoever takes part sees a number and what is suggested to it. */
function TakePart({ one, own, mayJoin }: DriveProps) {
  if (own) {
    return (
      <Notice title={`You are number ${own.number}`} id="own">
        <p>
          {own.role ? (
            <>
              The centre suggests to you:{' '}
              <a href={roles.one(own.role.id, own.role.title)}>{own.role.title}</a>. Whether you ask is yours
              to say.
            </>
          ) : (
            'Nothing is suggested to you yet.'
          )}
        </p>
        <Form name="leave-drive" action={drives.leave(one.id)}>
          <ButtonRow>
            <Button kind="second">Take no part</Button>
          </ButtonRow>
        </Form>
      </Notice>
    );
  }
  if (!mayJoin || one.suggestedAt !== null) return null;
  return (
    <Section id="join" title="Take part">
      <p>
        You take part with what you said you would like. The centre sees a number and how well roles fit it,
        not your name, and not what has to be there for you.
      </p>
      <Form name="join-drive" action={drives.join(one.id)}>
        <ButtonRow>
          <Button>Take part</Button>
        </ButtonRow>
      </Form>
      <p class="small">
        <a href={volunteer.wishes()}>What I would like to do</a>
      </p>
    </Section>
  );
}

function Run({ one, run, values, problems }: DriveProps & { run: NonNullable<DriveProps['run']> }) {
  const isOver = one.suggestedAt !== null;
  return (
    <>
      <Section id="people" title="People">
        {run.people.length === 0 ? (
          <p>Nobody takes part yet.</p>
        ) : (
          <CardTable
            caption="By number, in the order in which they came"
            columns={[{ label: 'Number' }, { label: 'Role' }, { label: 'Because' }, { label: '' }]}
            list="drive-people"
            rows={run.people.map((person) => ({
              id: String(person.number),
              head: String(person.number),
              cells: [person.role, person.because, person.state],
            }))}
          />
        )}
      </Section>
      {!isOver && (
        <>
          <Form name="propose" action={drives.propose(one.id)}>
            <ButtonRow>
              <Button>Bring people and places together</Button>
            </ButtonRow>
          </Form>
          {one.proposedAt !== null && (
            <Section id="suggest" title="Suggest it">
              <p>Everybody who takes part by an account then finds their role on their own page.</p>
              <Form name="suggest" action={drives.suggest(one.id)}>
                <ButtonRow>
                  <Button kind="second">Suggest these roles</Button>
                </ButtonRow>
              </Form>
            </Section>
          )}
          <Counter driveId={one.id} newId={run.newId} values={values} problems={problems} />
        </>
      )}
    </>
  );
}

type CounterProps = {
  driveId: string;
  newId: string;
  values: Values | undefined;
  problems: Problems | undefined;
};

function Counter({ driveId, newId, values, problems }: CounterProps) {
  const listed = (list: Readonly<Record<string, string>>) =>
    Object.entries(list).map(([value, label]) => ({ value, label }));
  return (
    <Section id="counter" title="Somebody at the counter">
      <p>Give them a slip with their number. No name is kept.</p>
      <Form name="add-at-counter" action={drives.people(driveId)} values={values} problems={problems}>
        <Hidden name="id" value={newId} />
        <Field name="age" label="Age, if under 18" optional short inputmode="numeric" />
        <Field name="place" label="Where from?" hint="The first half of a postcode will do." optional short />
        <Select
          name="when"
          label="When?"
          options={[{ value: 'any', label: 'Any time' }, ...listed(whenWords)]}
        />
        <Select name="cause" label="What for?" empty="Anything" options={listed(causes)} />
        <Select name="skill" label="What can they do?" empty="Nothing special" options={listed(skills)} />
        <ButtonRow>
          <Button kind="second">Give them a number</Button>
        </ButtonRow>
      </Form>
    </Section>
  );
}
