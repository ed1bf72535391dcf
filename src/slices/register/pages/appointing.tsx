import { dayWords } from '../../../platform/dates.ts';
import { Choices, Field } from '../../../ui/fields.tsx';
import { Button, ButtonRow, Form, type Problems, type Values } from '../../../ui/form.tsx';
import { Empty } from '../../../ui/lists.tsx';
import { Notice, Section } from '../../../ui/sheets.tsx';
import { Chip } from '../../../ui/words.tsx';
import { appointments } from '../urls.ts';
import { type Appointment, appointmentWords, checkWays } from '../words/leaving.ts';

export interface AppointingProps {
  organisation: { id: string; name: string };
  made: readonly Appointment[];
  names: ReadonlyMap<string, string>;
  readerId: string;
  now: Date;
  values?: Values;
  problems?: Problems;
  /** The form that was refused: its problems are drawn there and nowhere else. */
  refused?: string | undefined;
}

const ways = Object.entries(checkWays).map(([value, label]) => ({ value, label }));
const over = ['stopped', 'reversed'];

export function AppointingPage(given: AppointingProps) {
  // What cannot be done now may have no form any more, so it is said over the page.
  const { '': now, ...problems } = given.problems ?? {};
  const props = { ...given, problems };
  const { organisation, made } = props;
  const open = made.some((one) => one.state === 'checked_once' || one.state === 'waiting');
  return (
    <div class="text stack">
      <h1>{`Give ${organisation.name} to somebody new`}</h1>
      <p class="lead">
        For when whoever runs the page is ill, gone or cannot be reached, and nobody else can invite.
      </p>
      {now && (
        <div role="alert">
          <Notice tone="stop" title="This was not done">
            <p>{now}</p>
          </Notice>
        </div>
      )}
      <Notice title="How it goes">
        <p>
          Two people check, each in another way. Then everybody who was ever known there is told by mail and
          has three days to object. After that the new person is invited. It stays in the record, and it can
          be undone.
        </p>
      </Notice>
      <Section id="made" title="Under way and before">
        {made.length === 0 ? (
          <Empty fact="Nobody was ever appointed here." next="What you begin below stands here." />
        ) : (
          <ul class="lines plain" data-list="appointments">
            {made.map((one) => (
              <One key={one.id} one={one} {...props} />
            ))}
          </ul>
        )}
      </Section>
      {!open && <Begin {...props} />}
    </div>
  );
}

function Begin({ organisation, values, problems, refused }: AppointingProps) {
  const mine = refused === undefined ? { values, problems } : {};
  return (
    <Section id="begin" title="The first check">
      <Form name="appoint-person" action={appointments.of(organisation.id)} {...mine}>
        <Field name="email" type="email" label="The new person’s own e-mail address" />
        <Field name="why" type="textarea" rows={3} label="Why can nobody at the group do it?" />
        <Choices name="check" legend="How did you check who they are?" options={ways} />
        <ButtonRow>
          <Button>Write down the first check</Button>
        </ButtonRow>
      </Form>
    </Section>
  );
}

function One({ one, names, readerId, now, ...props }: AppointingProps & { one: Appointment }) {
  const by = names.get(one.firstBy) ?? 'Somebody at the centre';
  const remembered = (form: string) =>
    props.refused === `${form}-${one.id}` ? { values: props.values, problems: props.problems } : {};
  return (
    <li data-id={one.id} data-state={one.state}>
      <p>
        <Chip
          state={one.state}
          tone={over.includes(one.state) ? 'end' : 'wait'}
          words={appointmentWords[one.state]}
        />
        {` ${one.email}`}
      </p>
      <p>{`${by} on ${dayWords(one.firstAt, now)}: ${checkWays[one.firstCheck].toLowerCase()}. “${one.why}”`}</p>
      {one.secondCheck && (
        <p>{`${names.get(one.secondBy ?? '') ?? 'A second person'}: ${checkWays[one.secondCheck].toLowerCase()}.`}</p>
      )}
      {one.state === 'waiting' && one.takesEffectAt && (
        <p>{`Anybody may object until ${dayWords(one.takesEffectAt, now)}.`}</p>
      )}
      {one.endReason !== '' && <p>{`Why: “${one.endReason}”`}</p>}
      {one.state === 'checked_once' && one.firstBy === readerId && (
        <p>You made the first check. The second is for a colleague or the hub.</p>
      )}
      {one.state === 'checked_once' && one.firstBy !== readerId && (
        <Form
          name="confirm-appointment"
          action={appointments.confirm(one.id)}
          prefix={`check-${one.id}`}
          {...remembered('check')}
        >
          <Choices
            name="check"
            legend="How did you check, in another way?"
            options={ways.filter((way) => way.value !== one.firstCheck)}
          />
          <ButtonRow>
            <Button>Write down the second check</Button>
          </ButtonRow>
        </Form>
      )}
      {!over.includes(one.state) && (
        <Form
          name="reverse-appointment"
          action={appointments.reverse(one.id)}
          prefix={`undo-${one.id}`}
          {...remembered('undo')}
        >
          <Field name="reason" label={one.state === 'invited' ? 'Why undo it?' : 'Why stop it?'} />
          <ButtonRow>
            <Button kind="second">{one.state === 'invited' ? 'Undo it' : 'Stop it'}</Button>
          </ButtonRow>
        </Form>
      )}
    </li>
  );
}

interface ObjectProps {
  organisation: { name: string };
  token: string;
  /** Stopped already, by this reader or another one. */
  why: string | undefined;
  values?: Values;
  problems?: Problems;
}

export function ObjectPage({ organisation, token, why, values, problems }: ObjectProps) {
  return (
    <div class="text stack">
      <h1>{`Somebody new is to run ${organisation.name}`}</h1>
      {why ? (
        <p class="lead">{why}</p>
      ) : (
        <>
          <p class="lead">If that is right, do nothing. If it is not, say so here, and it stops at once.</p>
          <Form
            name="object-to-appointment"
            action={appointments.object(token)}
            values={values}
            problems={problems}
          >
            <Field
              name="reason"
              type="textarea"
              rows={3}
              label="What is wrong with it?"
              hint="Its home centre reads this."
            />
            <ButtonRow>
              <Button>Stop it</Button>
            </ButtonRow>
          </Form>
        </>
      )}
    </div>
  );
}
