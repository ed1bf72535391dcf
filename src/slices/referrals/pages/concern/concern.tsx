import { clockWords, dayWords, weekdayWords } from '../../../../platform/dates.ts';
import { Choices, Field } from '../../../../ui/fields.tsx';
import { Button, ButtonRow, Form, Hidden, type Problems, type Values } from '../../../../ui/form.tsx';
import { Empty, Entries, Entry, Facts } from '../../../../ui/lists.tsx';
import { Columns, Notice, Section, Trail } from '../../../../ui/sheets.tsx';
import { Chip, PhoneLink } from '../../../../ui/words.tsx';
import { concernNotes, concernStates } from '../../lists/concern.ts';
import { states } from '../../lists/reasons.ts';
import { concerns, referrals } from '../../urls.ts';
import type { Concern, ConcernStep, Opening } from '../../words/concern.ts';
import type { Referral } from '../../words/referral.ts';

export const concernTitle = (code: string) => `Concern ${code}`;
export const concernsTitle = 'Concerns';

export function ConcernsPage({ rows, now }: { rows: readonly Concern[]; now: Date }) {
  return (
    <>
      <h1>{concernsTitle}</h1>
      {rows.length === 0 && (
        <Empty
          fact="No concern is with you."
          next="When somebody is worried, you get a letter without names."
        />
      )}
      {rows.length > 0 && (
        <Entries list="concerns">
          {rows.map((row) => (
            <Entry
              id={row.id}
              name={row.code}
              href={concerns.one(row.id)}
              kind={[`since ${dayWords(row.madeAt, now)}`]}
              chip={{
                state: row.state,
                tone: row.state === 'open' ? 'late' : 'end',
                words: concernStates[row.state],
              }}
            />
          ))}
        </Entries>
      )}
    </>
  );
}

export interface ConcernProps {
  one: Concern;
  facts: string;
  contact: string;
  steps: readonly ConcernStep[];
  referral: Referral | undefined;
  opening: Opening | undefined;
  /** The hour is running, for this reader. */
  mayReadNow: boolean;
  areaName: string;
  names: ReadonlyMap<string, string>;
  now: Date;
  values?: Values | undefined;
  problems?: Problems | undefined;
  refused?: string | undefined;
}

export function ConcernPage(props: ConcernProps) {
  const { one, facts, contact, areaName, problems, now } = props;
  return (
    <Columns aside={<About {...props} />} asideLabel="What it is about">
      <div class="stack">
        <h1>{concernTitle(one.code)}</h1>
        <p class="row">
          <Chip
            state={one.state}
            tone={one.state === 'open' ? 'late' : 'end'}
            words={concernStates[one.state]}
          />
        </p>
        {problems?.[''] && <Notice tone="warn">{problems['']}</Notice>}
        <Section id="facts" title="What they saw or heard" sheet>
          {facts ? <p>{`“${facts}”`}</p> : <p>They ticked a box and wrote nothing. Ask them.</p>}
          <Facts
            facts={[
              { name: 'Raised', fact: dayWords(one.madeAt, now) },
              { name: 'Reach them', fact: contact },
              { name: 'Area', fact: areaName },
            ]}
          />
        </Section>
        {one.state === 'open' && <Noting {...props} />}
        <Section id="trail" title="What was done, and who looked">
          <Trail items={props.steps.map((step) => item(step, props.names))} />
        </Section>
        {one.state === 'open' && <Closing {...props} />}
      </div>
    </Columns>
  );
}

function remembered({ refused, values, problems }: ConcernProps, what: string) {
  if (refused !== what) return {};
  const { '': _, ...ofFields } = problems ?? {};
  return { values, problems: ofFields };
}

function Noting(props: ConcernProps) {
  const { one } = props;
  return (
    <Section id="note" title="Write down what you did">
      <Form
        name="note-concern"
        action={concerns.note(one.id)}
        version={one.version}
        prefix="note"
        {...remembered(props, 'note')}
      >
        <Choices
          name="what"
          legend="What did you do?"
          options={Object.entries(concernNotes).map(([value, label]) => ({ value, label }))}
        />
        <Field name="said" label="In your words" type="textarea" rows={3} maxLength={2000} />
        <ButtonRow>
          <Button>Keep it</Button>
        </ButtonRow>
      </Form>
    </Section>
  );
}

function Closing(props: ConcernProps) {
  const { one } = props;
  return (
    <details open={props.refused === 'close'}>
      <summary>It is over, or somebody else has it</summary>
      <Form
        name="close-concern"
        action={concerns.close(one.id)}
        version={one.version}
        prefix="close"
        {...remembered(props, 'close')}
      >
        <Field name="said" label="How did it end?" type="textarea" rows={3} maxLength={2000} />
        <Button>Close it</Button>
      </Form>
    </details>
  );
}

function About(props: ConcernProps) {
  const { one, referral } = props;
  if (!one.referralId && !one.helpRequestId)
    return <p class="quiet">It is about no referral and no request.</p>;
  return (
    <div class="stack">
      {referral && (
        <Section id="referral" title="The referral" sheet>
          <p>
            <a href={referrals.one(referral.id)}>{referral.code}</a> {states[referral.state]}
          </p>
          {one.state === 'open' && <Holding {...props} referral={referral} />}
        </Section>
      )}
      <Section id="read" title="Read what is closed to you" sheet>
        <Reading {...props} />
      </Section>
    </div>
  );
}

function Holding({ one, referral }: ConcernProps & { referral: Referral }) {
  const what = referral.state === 'on_hold' ? 'release' : 'hold';
  return (
    <Form name="hold-referral" action={`${concerns.one(one.id)}/hold`} version={one.version} prefix="hold">
      <Hidden name="what" value={what} />
      <Button kind={what === 'hold' ? 'wax' : 'second'}>
        {what === 'hold' ? 'Put it on hold' : 'Let it go on'}
      </Button>
    </Form>
  );
}

function Reading(props: ConcernProps) {
  const { one, opening, mayReadNow } = props;
  if (mayReadNow && opening?.untilAt) {
    return (
      <p>
        <a href={concerns.read(one.id)}>Read it</a>
        {`, until ${clockWords(opening.untilAt)}.`}
      </p>
    );
  }
  if (opening && opening.untilAt === null) {
    return <p>A second person of your organisation has been asked. Once they say yes, you have one hour.</p>;
  }
  return (
    <Form name="ask-to-read" action={concerns.ask(one.id)} prefix="ask" {...remembered(props, 'ask-to-read')}>
      <p class="quiet">
        A second person of your organisation has to say yes. Then you have one hour, and the leads of both
        sides are told.
      </p>
      <Field name="reason" label="Why do you have to read it?" type="textarea" rows={3} maxLength={600} />
      <Button kind="second">Ask a second person</Button>
    </Form>
  );
}

const did: Readonly<Record<string, string>> = {
  ...concernNotes,
  raised: 'Raised',
  looked: 'Looked at',
  hold: 'Referral put on hold',
  release: 'Referral goes on again',
  asked_to_read: 'Asked to read what is closed',
  may_read: 'Said yes, for one hour',
  read: 'Read what is closed',
  closed: 'Closed',
};

function item(step: ConcernStep, names: ReadonlyMap<string, string>) {
  const by = step.personId ? names.get(step.personId) : undefined;
  const words = step.said === '' ? '' : `“${step.said}”`;
  const when = `${weekdayWords(step.at)}, ${clockWords(step.at)}`;
  return { what: did[step.what] ?? step.what, by: by && `by ${by}`, words, when };
}

/** For whoever has its promise and is no lead: whom to ring, and nothing else. */
export function ConcernOutline(props: {
  code: string;
  leads: readonly { organisation: string; phone: string }[];
}) {
  return (
    <div class="text stack">
      <h1>{concernTitle(props.code)}</h1>
      <Notice title="Only named leads can open this">
        <p>
          {props.leads.length === 0
            ? 'Nobody is named here yet. An admin names a safeguarding lead on the page of the organisation.'
            : 'Ring a lead and say the code.'}
        </p>
      </Notice>
      <Facts
        facts={props.leads.map((lead) => ({
          name: lead.organisation,
          fact: <PhoneLink number={lead.phone} />,
        }))}
      />
    </div>
  );
}
