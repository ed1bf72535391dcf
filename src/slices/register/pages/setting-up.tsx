import { Choices, Field } from '../../../ui/fields.tsx';
import { Button, ButtonRow, Form, type Problems, type Values } from '../../../ui/form.tsx';
import { Empty, Entries, Task } from '../../../ui/lists.tsx';
import { Section } from '../../../ui/sheets.tsx';
import { type Difference, Differences } from '../../../ui/versions.tsx';
import { centreStands } from '../rules/setting-up.ts';
import { settingUp } from '../urls.ts';
import type { CoveredArea, SetUpCentre } from '../words/setting-up.ts';

interface Remembered {
  values?: Values;
  problems?: Problems;
}

interface CentresProps extends Remembered {
  title: string;
  stands: string;
  centres: readonly SetUpCentre[];
  areas: readonly CoveredArea[];
}

const chips = {
  done: { state: 'done', tone: 'end' },
  partly: { state: 'partly', tone: 'wait' },
  open: { state: 'open', tone: 'late' },
} as const;

export function CentresPage({ title, stands, centres, areas, values, problems }: CentresProps) {
  return (
    <div class="text stack">
      <div>
        <h1>{title}</h1>
        <p class="lead">{stands}</p>
      </div>
      {centres.length > 0 && (
        <Section id="there" title="Centres so far" quiet>
          <Entries list="centres">
            {centres.map((centre) => (
              <CentreTask centre={centre} />
            ))}
          </Entries>
        </Section>
      )}
      <Section id="add" title="Add a centre">
        {areas.length === 0 ? (
          <Empty
            fact="There are no boroughs yet."
            next="A centre answers for boroughs, so those come first."
            action={{ href: '/settings/areas', label: 'Bring in areas' }}
          />
        ) : (
          <Form name="add-centre" action={settingUp.centres()} values={values} problems={problems}>
            <CentreFields areas={areas.filter((area) => !area.own)} />
            <Field name="postcode" label="Its postcode" hint="For the map." optional short />
            <Field
              name="first_admin"
              type="email"
              label="E-mail of the person who runs it"
              hint="A person’s own, not info@ or office@. The invitation goes there and is good for seven days."
            />
            <Field
              name="second_admin"
              type="email"
              label="E-mail of a second one"
              hint="So that nobody is alone when the other is away."
              optional
            />
            <ButtonRow>
              <Button>Add the centre and invite them</Button>
            </ButtonRow>
          </Form>
        )}
      </Section>
    </div>
  );
}

function CentreTask({ centre }: { centre: SetUpCentre }) {
  const { id, name, own, covers } = centre;
  const { state, words } = centreStands(centre);
  const lent = covers.length === 0 ? '' : ` Answers for ${names(covers)}, too.`;
  return (
    <Task
      id={id}
      kind=""
      name={name}
      href={settingUp.centre(id)}
      text={own.length === 0 ? `No borough of its own.${lent}` : `${names(own)}.${lent}`}
      chip={{ ...chips[state], words }}
    />
  );
}

function names(areas: readonly { name: string }[]): string {
  return areas.map((area) => area.name).join(', ');
}

function CentreFields({ areas }: { areas: readonly CoveredArea[] }) {
  return (
    <>
      <Field name="name" label="Name of the centre" />
      <Field name="phone" type="tel" label="Telephone number for everybody" optional short />
      <Field name="email" type="email" label="E-mail for everybody" optional />
      <Choices
        name="areas"
        type="checkbox"
        legend="Which boroughs is it the centre of?"
        hint="Boroughs that have a centre of their own are not in the list."
        options={areas.map((area) => ({
          value: area.id,
          label: area.name,
          ...(area.centreName && !area.own ? { note: `${area.centreName} answers for it until now` } : {}),
        }))}
      />
    </>
  );
}

interface CentreProps extends Remembered {
  title: string;
  centre: SetUpCentre;
  areas: readonly CoveredArea[];
  people: readonly { id: string; name: string; role: string; since: string }[];
  invited: readonly { id: string; email: string; until: string }[];
  version: number | string;
  values: Values;
  differences?: readonly Difference[] | undefined;
  invite: Remembered;
}

export function CentrePage({ title, centre, areas, version, values, problems, ...props }: CentreProps) {
  const { state, words } = centreStands(centre);
  return (
    <div class="text stack">
      <div>
        <h1>{title}</h1>
        <p class="lead">{`${words}.`}</p>
      </div>
      <Section id="people" title="Its people">
        {props.people.length + props.invited.length === 0 ? (
          <Empty fact="Nobody is here yet." next="Invite the two who run it." />
        ) : (
          <ul class="lines" data-list="people">
            {props.people.map((one) => (
              <li data-id={one.id}>
                <b>{one.name}</b>
                {`, ${one.role}, since ${one.since}`}
              </li>
            ))}
            {props.invited.map((one) => (
              <li data-id={one.id}>{`${one.email}, invited, good until ${one.until}`}</li>
            ))}
          </ul>
        )}
        <Form name="invite-to-centre" action={settingUp.invite(centre.id)} prefix="invite" {...props.invite}>
          <Field
            name="email"
            type="email"
            label="E-mail of the person to invite"
            hint={
              state === 'done'
                ? 'A person’s own, not info@ or office@.'
                : 'A person’s own, not info@ or office@. Who was invited before gets a new link.'
            }
          />
          <Choices
            name="role"
            legend="What does this person do there?"
            options={[
              { value: 'admin', label: 'Runs it', note: 'May change everything and invite others' },
              { value: 'worker', label: 'Works there', note: 'Answers groups and keeps records right' },
            ]}
          />
          <ButtonRow>
            <Button kind="second">Send the invitation</Button>
          </ButtonRow>
        </Form>
      </Section>
      <Section id="record" title="Name, contact and boroughs">
        <Differences differences={props.differences} />
        <Form
          name="change-centre"
          action={settingUp.centre(centre.id)}
          version={version}
          values={values}
          problems={problems}
        >
          <CentreFields areas={areas.filter((area) => !area.own || area.centreId === centre.id)} />
          <ButtonRow>
            <Button>Save it</Button>
          </ButtonRow>
        </Form>
      </Section>
    </div>
  );
}
