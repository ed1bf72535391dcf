import { dayOf, dayWords } from '../../../platform/dates.ts';
import { Field, Select } from '../../../ui/fields.tsx';
import { Button, ButtonLink, ButtonRow, Form, type Problems, type Values } from '../../../ui/form.tsx';
import { Empty } from '../../../ui/lists.tsx';
import { Notice, Section } from '../../../ui/sheets.tsx';
import { Chip } from '../../../ui/words.tsx';
import { fieldOf, mayTake } from '../rules/leaving.ts';
import { leavings, organisations } from '../urls.ts';
import { type Handover, handoverWords, type Leaving, type Passed } from '../words/leaving.ts';

export interface LeavingProps {
  organisation: { id: string; name: string };
  person: { name: string; own: boolean };
  /** Nothing is planned yet when it is absent. */
  leaving: Leaving | undefined;
  things: readonly Passed[];
  colleagues: readonly { id: string; name: string; roles: readonly string[] }[];
  /** Nobody else runs the page, and nobody has said that they will. */
  alone: boolean;
  action: string;
  mayPlan: boolean;
  /** What the reader was asked to take. */
  offered: readonly Handover[];
  names: ReadonlyMap<string, string>;
  now: Date;
  values?: Values;
  problems?: Problems;
}

export function LeavingPage(props: LeavingProps) {
  const { organisation, person, leaving, now } = props;
  const who = person.own ? 'You leave' : `${person.name} leaves`;
  return (
    <div class="text stack">
      <h1>{leavingTitle(props)}</h1>
      {leaving && <p class="lead">{lastDay(leaving, who, now)}</p>}
      {props.alone && <Alone {...props} />}
      {props.offered.length > 0 && <Offered {...props} />}
      {props.mayPlan ? <Plan {...props} /> : <Things {...props} />}
      {leaving && props.mayPlan && (
        <Section id="call-off" title="It will not happen after all">
          <Form name="call-off-leaving" action={leavings.callOff(leaving.id)} prefix="call-off">
            <Button kind="second">{person.own ? 'I stay' : `${person.name} stays`}</Button>
          </Form>
        </Section>
      )}
      <p>
        <a href={organisations.people(organisation.id)}>{`Everybody at ${organisation.name}`}</a>
      </p>
    </div>
  );
}

export function leavingTitle({
  organisation,
  person,
}: Pick<LeavingProps, 'organisation' | 'person'>): string {
  return person.own ? `Leaving ${organisation.name}` : `${person.name} leaves ${organisation.name}`;
}

function lastDay(leaving: Leaving, who: string, now: Date): string {
  if (leaving.stuckAt)
    return 'The last day has come, and nobody runs the page yet. Its home centre was told.';
  const last = new Date(leaving.leavesAt.getTime() - 1);
  return `${who} at the end of ${dayWords(last, now)}. What is not taken over by then goes to whoever answers there.`;
}

function Alone({ organisation, person }: LeavingProps) {
  return (
    <Notice tone="warn" title={person.own ? 'You alone run this page' : 'Nobody else runs this page'}>
      <p>
        Somebody has to run it after this. Invite a second person, or ask a colleague below to take it over.
        Until one of them says yes, access does not end.
      </p>
      <ButtonRow>
        <ButtonLink href={`${organisations.people(organisation.id)}#invite`}>Invite somebody</ButtonLink>
      </ButtonRow>
    </Notice>
  );
}

function Plan(props: LeavingProps) {
  const { leaving, things, person, now } = props;
  const open = things.filter((thing) => thing.handover?.state !== 'accepted');
  const values = {
    on: leaving ? dayOf(new Date(leaving.leavesAt.getTime() - 1)) : dayOf(inTwoWeeks(now)),
    note: leaving?.note ?? '',
    ...Object.fromEntries(open.map((thing) => [fieldOf(thing), chosenFor(thing, props)])),
    ...props.values,
  };
  return (
    <Form name="plan-leaving" action={props.action} values={values} problems={props.problems}>
      <Field name="on" type="date" label="Last day" hint="Access ends when this day is over." />
      <Section id="things" title="Who takes over what">
        <Taken {...props} />
        {open.length === 0 ? (
          <p>{things.length === 0 ? 'Nothing has to be handed over.' : 'Everything has somebody.'}</p>
        ) : (
          <div data-list="duties">
            {open.map((thing) => (
              <Thing key={fieldOf(thing)} thing={thing} {...props} />
            ))}
          </div>
        )}
      </Section>
      <Field
        name="note"
        type="textarea"
        rows={6}
        optional
        label="What whoever comes next should know"
        hint="Where the key is, whom to ring, what is promised to whom. Everybody with a place here can read it."
      />
      <ButtonRow>
        <Button>{leaving ? 'Keep the changes and ask them' : 'Plan it and ask them'}</Button>
        {!leaving && person.own && (
          <ButtonLink href={organisations.people(props.organisation.id)}>Not now</ButtonLink>
        )}
      </ButtonRow>
    </Form>
  );
}

/** Nobody reads a list of empty boxes: the first colleague stands there, and is asked only when the form is sent. */
function chosenFor(thing: Passed, { colleagues }: LeavingProps): string {
  if (thing.handover?.state === 'offered') return thing.handover.takerId;
  const declinedBy = thing.handover?.state === 'declined' ? thing.handover.takerId : undefined;
  const able = colleagues.filter((one) => mayTake(thing.duty, one.roles));
  return able.find((one) => one.id !== declinedBy)?.id ?? '';
}

function Thing({ thing, colleagues, names }: LeavingProps & { thing: Passed }) {
  const { handover } = thing;
  return (
    <div data-id={thing.thingId} data-state={handover?.state ?? 'nobody'}>
      {handover && (
        <p>
          <Chip
            state={handover.state}
            tone={handover.state === 'declined' ? 'late' : 'wait'}
            words={handoverWords[handover.state]}
          />
          {` ${names.get(handover.takerId) ?? 'A colleague'}`}
        </p>
      )}
      <Select
        name={fieldOf(thing)}
        label={thing.title}
        hint={thing.text || undefined}
        empty="Nobody yet"
        options={colleagues
          .filter((one) => mayTake(thing.duty, one.roles))
          .map((one) => ({ value: one.id, label: one.name }))}
      />
    </div>
  );
}

function Taken({ things, names }: LeavingProps) {
  const done = things.filter((thing) => thing.handover?.state === 'accepted');
  if (done.length === 0) return null;
  return (
    <ul class="lines plain" data-list="handed-over">
      {done.map((thing) => (
        <li key={thing.thingId} data-id={thing.thingId} data-state="accepted">
          {`${thing.title}: taken over by ${names.get(thing.handover?.takerId ?? '') ?? 'a colleague'}`}
        </li>
      ))}
    </ul>
  );
}

function Things(props: LeavingProps) {
  const open = props.things.filter((thing) => thing.handover?.state !== 'accepted');
  return (
    <Section id="things" title="Who takes over what">
      <Taken {...props} />
      {open.length === 0 ? (
        <Empty fact="Everything has somebody." next="You can read the rest in the brief." />
      ) : (
        <ul class="lines plain" data-list="duties">
          {open.map((thing) => (
            <li key={thing.thingId} data-id={thing.thingId}>
              {thing.title}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Offered({ offered, person }: LeavingProps) {
  return (
    <Section id="offered" title={`${person.name} asks you to take over`}>
      <ul class="lines plain" data-list="offered">
        {offered.map((one) => (
          <li key={one.id} data-id={one.id}>
            <b>{one.title}</b>
            <Form name="answer-handover" action={leavings.answer(one.id)} prefix={one.id} label={one.title}>
              <ButtonRow>
                <Button name="answer" value="accepted">
                  I take it
                </Button>
                <Button kind="second" name="answer" value="declined">
                  Not me
                </Button>
              </ButtonRow>
            </Form>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function inTwoWeeks(now: Date): Date {
  return new Date(now.getTime() + 14 * 86_400_000);
}
