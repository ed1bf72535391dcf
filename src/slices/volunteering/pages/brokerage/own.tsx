import { dayWords } from '../../../../platform/dates.ts';
import { Choices, Tick } from '../../../../ui/fields.tsx';
import { Button, ButtonRow, Form, type Problems, type Values } from '../../../../ui/form.tsx';
import { Empty, Entries, Entry, Facts } from '../../../../ui/lists.tsx';
import { Columns, Notice, Section, Trail } from '../../../../ui/sheets.tsx';
import { Chip } from '../../../../ui/words.tsx';
import { privacy } from '../../../privacy/urls.ts';
import { ownStates, personReasons } from '../../lists/brokerage.ts';
import { isOver } from '../../rules/brokerage/lifecycle.ts';
import { roles, volunteering } from '../../urls.ts';
import type { Enquiry, EnquiryStep, Permission, Placement } from '../../words/brokerage/enquiry.ts';
import { stepItem, type Turn, toneOf, turnWords } from './say.ts';

export const ownTitle = 'Your volunteering';

export interface OwnRow {
  readonly one: Enquiry;
  readonly title: string;
  readonly group: string;
  readonly turn: Turn | undefined;
}

export function OwnPage({ rows, now }: { rows: readonly OwnRow[]; now: Date }) {
  return (
    <div class="stack">
      <div>
        <h1>{ownTitle}</h1>
        <p class="lead">What you asked, whose turn it is, and until when.</p>
      </div>
      {rows.length === 0 ? (
        <Empty
          fact="You have not asked about anything yet."
          next="Look for something near you, and press “Ask about this role”."
          action={{ href: roles.all(), label: 'Volunteering roles' }}
        />
      ) : (
        <Section id="own-enquiries" title="What you asked" quiet>
          <Entries list="own-enquiries">
            {rows.map(({ one, title, group, turn }) => (
              <Entry
                key={one.id}
                id={one.id}
                name={title}
                href={volunteering.one(one.id)}
                text={turn && turnWords(turn)}
                kind={[group, `asked ${dayWords(one.madeAt, now)}`]}
                chip={{ state: one.state, tone: toneOf(one.state), words: ownStates[one.state] }}
              />
            ))}
          </Entries>
        </Section>
      )}
      <p>
        <a href={privacy.shared()}>Who has my details?</a>
      </p>
    </div>
  );
}

export interface OwnOneProps {
  readonly one: Enquiry;
  readonly role: { id: string; title: string } | undefined;
  readonly group: string;
  readonly centre: string;
  readonly turn: Turn | undefined;
  readonly steps: readonly EnquiryStep[];
  readonly names: ReadonlyMap<string, string>;
  readonly placement: Placement | undefined;
  readonly permission: Permission | undefined;
  /** What would be sent, where the centre asks for that. */
  readonly wording: string | undefined;
  readonly others: readonly { id: string; title: string; by: string }[];
  readonly now: Date;
  readonly refused?: string | undefined;
  readonly values?: Values | undefined;
  readonly problems?: Problems | undefined;
}

export function titleOf(role: { title: string } | undefined, centre: string): string {
  return role?.title ?? `Advice from ${centre}`;
}

export function OwnOnePage(props: OwnOneProps) {
  const { one, role, group, centre, turn, steps, names, placement, now, refused, problems } = props;
  return (
    <Columns aside={<Beside {...props} />} asideLabel="What you can do">
      <div class="stack">
        <div>
          <h1>{titleOf(role, centre)}</h1>
          <p class="lead">{role ? `With ${group}` : `With ${centre}`}</p>
          <p class="row">
            <Chip state={one.state} tone={toneOf(one.state)} words={ownStates[one.state]} />
          </p>
          {turn && <p>{turnWords(turn)}</p>}
        </div>
        {refused === undefined && problems?.[''] && <Notice tone="warn">{problems['']}</Notice>}
        <Waiting {...props} />
        {placement && placement.endedOn === null && (
          <Section id="start" title="Your start" sheet>
            <Facts
              facts={[
                { name: 'First day', fact: dayWords(new Date(`${placement.startsOn}T12:00:00Z`), now) },
                { name: 'Who meets you', fact: placement.meet },
                { name: 'With you', fact: placement.supervisor },
              ]}
            />
          </Section>
        )}
        <Others {...props} />
        <Section id="trail" title="What has happened">
          <Trail items={steps.map((step) => stepItem(step, names, now))} />
        </Section>
      </div>
    </Columns>
  );
}

/** What waits for the person themselves, or for a parent or guardian. */
function Waiting({ one, wording, permission, refused, problems }: OwnOneProps) {
  if (one.state === 'consent_asked' && wording !== undefined) {
    const mine = refused === 'agree';
    return (
      <Form
        name="agree-to-introduction"
        action={volunteering.agree(one.id)}
        problems={mine ? problems : undefined}
        class="sheet"
      >
        <h2>Your volunteer centre asks you</h2>
        <Tick name="agreed" label="I agree" hint={wording} />
        <Button>Send it to them</Button>
      </Form>
    );
  }
  if (one.state === 'new' && permission && permission.answer === null) {
    return (
      <Notice title="A parent or guardian is asked">
        They have a letter with a link of their own. Nothing is sent to the group before they say yes.
      </Notice>
    );
  }
  return null;
}

function Others({ one, others }: OwnOneProps) {
  if (others.length === 0) return null;
  const title = one.sorryAt && !isOver(one.state) ? 'We are sorry. You need not wait' : 'Others like it';
  return (
    <Section id="others" title={title}>
      <Entries list="others">
        {others.map(({ id, title: name, by }) => (
          <Entry key={id} id={id} name={name} href={roles.one(id, name)} text={`With ${by}`} role />
        ))}
      </Entries>
    </Section>
  );
}

function Beside({ one, centre, values, problems, refused }: OwnOneProps) {
  const mine = refused === 'stop';
  const hasStarted = one.state === 'started';
  return (
    <div class="stack">
      <div class="sheet">
        <h2>Who knows of it</h2>
        <Facts
          facts={[
            {
              name: centre,
              fact: one.centreSees ? 'Knows who you are' : 'Knows how far it is, not who you are',
            },
          ]}
        />
        <p>
          <a href={privacy.shared()}>Who has my details?</a>
        </p>
      </div>
      {!isOver(one.state) && (
        <Form
          name="stop-own-enquiry"
          action={volunteering.stop(one.id)}
          prefix="stop"
          values={mine ? values : undefined}
          problems={mine ? problems : undefined}
          class="sheet"
        >
          <h2>{hasStarted ? 'Not right for you?' : 'No longer?'}</h2>
          <details>
            <summary>Say why (if you like)</summary>
            <Why hasStarted={hasStarted} />
            <Tick name="keep_private" label="Keep the reason to myself" />
          </details>
          <ButtonRow>
            <Button kind="wax">{hasStarted ? 'This is not right for me' : 'Stop this'}</Button>
          </ButtonRow>
          {!hasStarted && (
            <p class="small quiet">Whoever was given your details is told today, and lets go of them.</p>
          )}
        </Form>
      )}
    </div>
  );
}

function Why({ hasStarted }: { hasStarted: boolean }) {
  const options = Object.entries(personReasons)
    .filter(([value]) => !hasStarted || value !== 'no_word')
    .map(([value, label]) => ({ value, label }));
  return <Choices name="reason" legend="Why?" options={options} optional />;
}
