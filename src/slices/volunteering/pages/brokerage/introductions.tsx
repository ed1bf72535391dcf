import { dayWords } from '../../../../platform/dates.ts';
import { Choices, Field, Tick } from '../../../../ui/fields.tsx';
import { Button, ButtonRow, Form, type Problems, type Values } from '../../../../ui/form.tsx';
import { Empty, Entries, Entry, Facts } from '../../../../ui/lists.tsx';
import { Columns, Notice, Section, Trail } from '../../../../ui/sheets.tsx';
import { Chip, PhoneLink } from '../../../../ui/words.tsx';
import { endReasons, enquiryStates, groupReasons } from '../../lists/brokerage.ts';
import { introductions, roles } from '../../urls.ts';
import type {
  Enquiry,
  EnquiryState,
  EnquiryStep,
  Introduction,
  Placement,
} from '../../words/brokerage/enquiry.ts';
import { stepItem, type Turn, toneOf, turnWords } from './say.ts';
import { Worry } from './worry.tsx';

export const introductionsTitle = 'Introduced to you';
export const introductionTitle = (role: string) => `Somebody for “${role}”`;

interface ListProps {
  readonly rows: readonly { id: string; roleTitle: string; state: EnquiryState; sentAt: Date }[];
  readonly now: Date;
}

export function IntroductionsPage({ rows, now }: ListProps) {
  return (
    <div class="stack">
      <div>
        <h1>{introductionsTitle}</h1>
        <p class="lead">People who would like to volunteer with you, and agreed that you may know.</p>
      </div>
      {rows.length === 0 ? (
        <Empty
          fact="Nobody waits for you."
          next="A role that is clear about its times is asked about more often."
          action={{ href: roles.all(), label: 'Look at the roles' }}
        />
      ) : (
        <Section id="introductions" title="People" quiet>
          <Entries list="introductions">
            {rows.map((row) => (
              <Entry
                key={row.id}
                id={row.id}
                name={row.roleTitle}
                href={introductions.one(row.id)}
                kind={[`sent ${dayWords(row.sentAt, now)}`]}
                chip={{ state: row.state, tone: toneOf(row.state), words: enquiryStates[row.state] }}
              />
            ))}
          </Entries>
        </Section>
      )}
    </div>
  );
}

export interface IntroductionProps {
  readonly one: Enquiry;
  readonly sent: Introduction;
  readonly steps: readonly EnquiryStep[];
  readonly names: ReadonlyMap<string, string>;
  readonly placement: Placement | undefined;
  readonly young: boolean;
  readonly isShown: boolean;
  readonly role: { id: string; title: string; dbs: string };
  readonly turn: Turn | undefined;
  readonly now: Date;
  readonly refused?: string | undefined;
  readonly values?: Values | undefined;
  readonly problems?: Problems | undefined;
}

export function IntroductionPage(props: IntroductionProps) {
  const { one, role, steps, names, turn, now, refused, problems } = props;
  return (
    <Columns aside={<Who {...props} />} asideLabel="Who it is">
      <div class="stack">
        <div>
          <h1>{introductionTitle(role.title)}</h1>
          <p class="row">
            <Chip state={one.state} tone={toneOf(one.state)} words={enquiryStates[one.state]} />
          </p>
          {turn && <p>{turnWords(turn)}</p>}
        </div>
        {refused === undefined && problems?.[''] && <Notice tone="warn">{problems['']}</Notice>}
        <Doing {...props} />
        <Section id="trail" title="What has happened">
          <Trail items={steps.map((step) => stepItem(step, names, now))} />
        </Section>
        <Worry />
      </div>
    </Columns>
  );
}

function Who({ one, sent, isShown, young, placement, now }: IntroductionProps) {
  return (
    <div class="sheet">
      <h2>Who it is</h2>
      {isShown ? (
        <Facts
          facts={[
            { name: 'Name', fact: sent.name },
            { name: 'E-mail', fact: sent.email },
            { name: 'Telephone', fact: sent.phone && <PhoneLink number={sent.phone} /> },
            { name: 'Has time', fact: sent.times },
            { name: 'Age', fact: young ? 'Under 18; a parent or guardian has said yes' : '' },
            {
              name: 'First day',
              fact: placement && dayWords(new Date(`${placement.startsOn}T12:00:00Z`), now),
            },
            { name: 'Is met by', fact: placement?.meet },
            { name: 'With them', fact: placement?.supervisor },
          ]}
        />
      ) : (
        <p class="quiet">
          {one.state === 'introduced'
            ? 'You see it once you open it, and they see that you did.'
            : 'It is over, so nothing is left of it here but the dates.'}
        </p>
      )}
    </div>
  );
}

function Doing(props: IntroductionProps) {
  const { one, sent } = props;
  if (one.state === 'introduced') {
    return (
      <Form name="open-introduction" action={introductions.open(sent.id)} class="sheet">
        <p>They agreed that you may have their name and how to reach them, for this role alone.</p>
        <Button>Open it</Button>
      </Form>
    );
  }
  if (['opened', 'talking', 'checks'].includes(one.state)) return <Replying {...props} />;
  if (one.state === 'offered') return <Starting {...props} />;
  return one.state === 'started' ? <Ending {...props} /> : null;
}

function Replying({ one, sent, role, values, problems, refused }: IntroductionProps) {
  const mine = refused === 'reply';
  const all = [
    {
      value: 'talking',
      label: 'We get in touch',
      note: 'You ring or write to them within ten working days.',
    },
    { value: 'checks', label: 'We do our checks first', note: role.dbs },
    { value: 'offered', label: 'We would like them', note: 'Next you agree on the first day.' },
    { value: 'no', label: 'No, thank you', note: 'They hear why, with other roles.' },
  ];
  const steps = ['opened', 'talking', 'checks'];
  const here = steps.indexOf(one.state);
  const options = all.filter(({ value }) => !steps.includes(value) || steps.indexOf(value) > here);
  return (
    <Form
      name="reply-to-introduction"
      action={introductions.reply(sent.id)}
      version={one.version}
      values={mine ? values : undefined}
      problems={mine ? problems : undefined}
      class="sheet"
    >
      <h2>Your answer</h2>
      <Choices name="answer" legend="What do you say?" options={options} />
      <Choices
        name="reason"
        legend="If no: why?"
        options={Object.entries(groupReasons).map(([value, label]) => ({ value, label }))}
        optional
      />
      <Field name="said" label="What they should know" type="textarea" rows={3} maxLength={600} optional />
      <ButtonRow>
        <Button>Send the answer</Button>
      </ButtonRow>
    </Form>
  );
}

function Starting({ one, sent, young, values, problems, refused }: IntroductionProps) {
  const mine = refused === 'start';
  return (
    <Form
      name="start-placement"
      action={introductions.start(sent.id)}
      version={one.version}
      values={mine ? values : undefined}
      problems={mine ? problems : undefined}
      class="sheet"
    >
      <h2>The first day</h2>
      <Field name="starts_on" label="When do they start?" type="date" short />
      <Field name="meet" label="Who meets them?" hint="A first name is enough." maxLength={120} />
      {young && (
        <>
          <Field name="supervisor" label="Who is with them?" hint="They are under 18." maxLength={120} />
          <Tick name="risk_checked" label="We have looked at the risks for somebody of their age" />
        </>
      )}
      <Button>Tell them</Button>
    </Form>
  );
}

function Ending({ one, sent, values, problems, refused }: IntroductionProps) {
  const mine = refused === 'end';
  return (
    <details open={mine}>
      <summary>They no longer come</summary>
      <Form
        name="end-placement"
        prefix="end"
        action={introductions.end(sent.id)}
        version={one.version}
        values={mine ? values : undefined}
        problems={mine ? problems : undefined}
      >
        <Choices
          name="reason"
          legend="Why did it end?"
          options={Object.entries(endReasons).map(([value, label]) => ({ value, label }))}
        />
        <Button kind="second">Write it down</Button>
      </Form>
    </details>
  );
}
