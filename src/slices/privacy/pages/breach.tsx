import { dayWords } from '../../../platform/dates.ts';
import { Choices, Field, Select, Tick } from '../../../ui/fields.tsx';
import { Button, ButtonRow, Form, Hidden, type Problems, type Values } from '../../../ui/form.tsx';
import { Facts, Lines } from '../../../ui/lists.tsx';
import { Columns, Notice, Section } from '../../../ui/sheets.tsx';
import { Chip } from '../../../ui/words.tsx';
import type { Affected } from '../queries/breaches.ts';
import { hoursLeft } from '../rules/breaches.ts';
import { itemWords, listed } from '../rules.ts';
import { privacy } from '../urls.ts';
import { type Breach, risks } from '../words/breaches.ts';

export const reportTitle = 'Details went where they should not';
export const wrongPersonTitle = 'These are the details of somebody else';
export const breachTitle = ({ code }: Pick<Breach, 'code'>) => `Breach ${code}`;

interface Remembered {
  values?: Values | undefined;
  problems?: Problems | undefined;
}

type Move = 'judge' | 'tell' | 'affected';

export function ReportPage({ action, name, ...kept }: Remembered & { action: string; name: string }) {
  return (
    <div class="stack text">
      <div>
        <h1>{reportTitle}</h1>
        <p class="lead">
          {`Nobody is cross with you. Whoever looks after data at ${name} has 72 hours from now, so say it at once.`}
        </p>
      </div>
      <Form name="report-breach" action={action} values={kept.values} problems={kept.problems}>
        <Field
          label="What happened"
          name="words"
          type="textarea"
          rows={6}
          hint="What was seen or sent, by whom and to whom, and whether you could get it back. No names of those it is about."
        />
        <ButtonRow>
          <Button>Say it</Button>
        </ButtonRow>
      </Form>
    </div>
  );
}

export function WrongPersonPage({
  basisId,
  receivers,
  ...kept
}: Remembered & { basisId: string; receivers: readonly string[] }) {
  return (
    <div class="stack text">
      <div>
        <h1>{wrongPersonTitle}</h1>
        <p class="lead">What went to {listed(receivers)} is about another person. This happens at once:</p>
      </div>
      <Lines
        lines={[
          'Nothing of it can be read here any more, and nothing more is passed on.',
          'Whoever got it is told to let go of it, and has to say that it is gone.',
          'Whoever looks after data where it came from judges it, and tells the person whose details they are.',
        ]}
      />
      <Form
        name="wrong-person"
        action={privacy.wrongPerson(basisId)}
        values={kept.values}
        problems={kept.problems}
      >
        <Field
          label="How it happened, as far as you know"
          name="words"
          type="textarea"
          rows={4}
          hint="Without names."
        />
        <ButtonRow>
          <Button kind="wax">Stop it and say so</Button>
        </ButtonRow>
      </Form>
    </div>
  );
}

interface BreachProps extends Remembered {
  /** The form that comes back; the others are as they were. */
  refused?: Move | undefined;
  one: Breach;
  affected: readonly Affected[];
  people: readonly { id: string; name: string }[];
  names: ReadonlyMap<string, string>;
  foundBy: string;
  now: Date;
}

export function BreachPage(props: BreachProps) {
  const { one, names, foundBy, affected, now, problems } = props;
  const aside = (
    <div class="sheet">
      <h2>So far</h2>
      <Facts
        facts={[
          { name: 'At', fact: names.get(one.organisationId) },
          { name: 'Found', fact: `${dayWords(one.foundAt, now)}, by ${foundBy}` },
          { name: 'How bad', fact: one.risk ? risks[one.risk].label : 'Not yet judged' },
          { name: 'Because', fact: one.judgedWhy },
          { name: 'The Office told', fact: one.officeToldAt ? dayWords(one.officeToldAt, now) : '' },
          { name: 'The people told', fact: one.peopleToldAt ? dayWords(one.peopleToldAt, now) : '' },
          { name: 'Learned', fact: one.learned },
        ]}
      />
    </div>
  );
  return (
    <Columns aside={aside} asideLabel="What was done so far">
      <h1>{breachTitle(one)}</h1>
      <p class="row">
        <Chip state={one.state} tone={one.endedAt ? 'end' : 'late'} words={clockWords(one, now)} />
      </p>
      {problems?.[''] && <Notice tone="warn">{problems['']}</Notice>}
      <p>{`“${one.words}”`}</p>
      <Whose affected={affected} names={names} />
      {one.state !== 'ended' && <Gather {...props} />}
      {one.state === 'found' && <Judge {...props} />}
      {one.state === 'judged' && <Tell {...props} />}
    </Columns>
  );
}

/** What is wrong with the whole stands over the page, because the form may be gone meanwhile. */
function kept({ refused, values, problems }: BreachProps, move: Move): Remembered {
  const { '': _whole, ...fields } = problems ?? {};
  return move === refused ? { values, problems: fields } : {};
}

function clockWords(one: Breach, now: Date): string {
  if (one.endedAt) return `Closed on ${dayWords(one.endedAt, now)}`;
  if (one.officeToldAt) return 'The Office knows';
  if (one.risk === 'unlikely') return 'Nobody has to be told';
  const hours = hoursLeft(one.foundAt, now);
  return hours < 0 ? 'The 72 hours are over' : `${hours} of 72 hours left to tell the Office`;
}

function Whose({ affected, names }: Pick<BreachProps, 'affected' | 'names'>) {
  return (
    <Section id="whose" title={`Whose details: ${affected.length}`}>
      {affected.length === 0 ? (
        <p class="quiet">Nobody is gathered yet.</p>
      ) : (
        <ul class="lines" data-list="affected">
          {affected.map(({ basisId, purpose, items, givenOn, organisationId }) => (
            <li data-id={basisId}>
              {`A ${purpose} that ${names.get(organisationId) ?? 'somebody'} made on ${givenOn}: ${listed(itemWords(items))}`}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Gather(props: BreachProps) {
  const { one, people } = props;
  return (
    <Section id="gather" title="Gather what one account could see">
      <p class="quiet">
        From the looks that were written down: everything that somebody here opened in these days.
      </p>
      <Form
        name="gather-affected"
        action={privacy.moveBreach(one.id, 'affected')}
        {...kept(props, 'affected')}
      >
        <Select
          label="Whose account"
          name="person"
          options={people.map(({ id, name }) => ({ value: id, label: name || 'Somebody without a name' }))}
        />
        <Field label="From" name="from" type="date" short />
        <Field label="Until" name="until" type="date" short />
        <Button kind="second">Gather</Button>
      </Form>
    </Section>
  );
}

function Judge(props: BreachProps) {
  const { one } = props;
  return (
    <Section id="judge" title="How bad could it be?">
      <Form name="judge-breach" action={privacy.moveBreach(one.id, 'judge')} {...kept(props, 'judge')}>
        <Hidden name="version" value={one.version} />
        <Choices
          legend="For those whose details they are"
          name="risk"
          options={Object.entries(risks).map(([value, words]) => ({ value, ...words }))}
        />
        <Field label="Why you think so" name="why" type="textarea" rows={4} />
        <Button>Judge it</Button>
      </Form>
    </Section>
  );
}

function Tell(props: BreachProps) {
  const { one } = props;
  return (
    <Section id="tell" title="Who was told">
      {one.risk !== 'unlikely' && (
        <p>
          Tell the Office at ico.org.uk or 0303 123 1113. A charity thinks of the Charity Commission, too:
          somebody hurt, or a great many people, is a serious incident.
        </p>
      )}
      <Form name="tell-of-breach" action={privacy.moveBreach(one.id, 'tell')} {...kept(props, 'tell')}>
        <Hidden name="version" value={one.version} />
        {!one.officeToldAt && <Tick name="office" label="The Information Commissioner’s Office was told" />}
        {!one.peopleToldAt && <Tick name="people" label="Each of the people was told" />}
        <Field
          label="What we do differently now"
          name="learned"
          type="textarea"
          rows={3}
          value={one.learned}
          optional
        />
        <Tick name="ends" label="Everybody who has to know knows; this can close" />
        <Button>Keep it</Button>
      </Form>
    </Section>
  );
}
