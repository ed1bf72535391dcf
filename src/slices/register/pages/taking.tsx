import { dayWords } from '../../../platform/dates.ts';
import { Choices } from '../../../ui/fields.tsx';
import { Button, ButtonRow, Form, type Problems, type Values } from '../../../ui/form.tsx';
import { Facts } from '../../../ui/lists.tsx';
import { Notice, Section } from '../../../ui/sheets.tsx';
import { access } from '../lists/access.ts';
import { wordsFor } from '../lists/keys.ts';
import { legalForms, organisationKinds } from '../lists/kinds.ts';
import { peopleServed } from '../lists/people-served.ts';
import { themes } from '../lists/themes.ts';
import { centres, organisations, register } from '../urls.ts';
import type { Organisation, ShownPlace } from '../words/records.ts';
import { ownKinds, shownWords } from '../words/registration.ts';
import { confirmWays, type Taken, takenWays } from '../words/taken.ts';
import { optionsOf } from './options.ts';

interface Typed {
  values?: Values;
  problems?: Problems;
}

export function TakePage({ centre, values, problems }: { centre: { id: string; name: string } } & Typed) {
  return (
    <div class="text stack">
      <div>
        <h1>Register a group for somebody</h1>
        <p class="lead">
          For a group that rings you, or that filled in the form on paper. You write, they decide what stands
          there.
        </p>
      </div>
      <Form
        name="take-registration"
        action={centres.take(centre.id)}
        values={values ?? { how: 'phone' }}
        problems={problems}
      >
        <Choices
          name="how"
          legend="How does it reach you?"
          options={[
            { value: 'phone', label: 'They are on the telephone' },
            { value: 'paper', label: 'On paper, or here at the desk' },
          ]}
        />
        <ButtonRow>
          <Button>Begin the form</Button>
        </ButtonRow>
      </Form>
      <p>
        Nobody at hand? <a href={register.paper()}>Print the form</a> and let them take it home.
      </p>
    </div>
  );
}

export interface TakenProps extends Typed {
  one: Organisation;
  taken: Taken;
  centre: { name: string; phone: string };
  worker: string;
  place: ShownPlace | undefined;
  areaNames: readonly string[];
  now: Date;
}

/** The letter to the group, and what is still to be done about it. */
export function TakenPage(props: TakenProps) {
  const { one, taken, now } = props;
  return (
    <div class="text stack">
      <div>
        <h1>{takenTitle(one.name)}</h1>
        <p class="lead">{takenSentence(props)}</p>
      </div>
      <div class="noprint stack">
        {taken.confirmedAt ? (
          <p>{`Confirmed on ${dayWords(taken.confirmedAt, now)}: ${confirmWords(taken.confirmedHow)}.`}</p>
        ) : (
          <Confirm {...props} />
        )}
        <p>
          <a href={register.state(one.id)}>How the registration stands</a>
        </p>
      </div>
      <Letter {...props} />
    </div>
  );
}

export function takenTitle(name: string): string {
  return `Taken for ${name}`;
}

function takenSentence({ taken, centre, worker, now }: TakenProps): string {
  const by = worker === '' ? '' : ` by ${worker}`;
  return `Taken ${takenWays[taken.how]}${by} at ${centre.name} on ${dayWords(taken.takenAt, now)}.`;
}

function confirmWords(how: string): string {
  const words: Readonly<Record<string, string>> = confirmWays;
  return (words[how] ?? how).toLowerCase();
}

function Confirm({ one, taken, values, problems }: TakenProps) {
  return (
    <>
      <Notice title={taken.mailed ? `A mail went to ${one.email}` : 'There is no mailbox: print the letter'}>
        <p>
          {taken.mailed
            ? 'Whoever reads it can take over the page with one button, and puts right what is wrong.'
            : 'Print this page, send or give them the letter below, and note here when they have said yes.'}
        </p>
      </Notice>
      <Form name="confirm-taken" action={organisations.taken(one.id)} values={values} problems={problems}>
        <Choices
          name="confirmed_how"
          legend="They have said that it is right"
          options={optionsOf(confirmWays)}
        />
        <ButtonRow>
          <Button>Note it</Button>
        </ButtonRow>
      </Form>
    </>
  );
}

function Letter({ one, taken, centre, place, areaNames, now }: TakenProps) {
  return (
    <Section id="letter" title={`Dear ${taken.contactName},`}>
      <p>{`on ${dayWords(taken.takenAt, now)} we wrote down what you told us about ${one.name}. Is all of it right?`}</p>
      <Facts
        facts={[
          { name: 'Name', fact: one.name },
          { name: 'In a sentence', fact: one.summary },
          { name: 'A little more', fact: one.description },
          { name: 'About', fact: wordsFor(themes, one.themes).join(', ') },
          { name: 'For', fact: wordsFor(peopleServed, one.peopleServed).join(', ') },
          { name: 'Where', fact: [place?.venue, place?.address, place?.postcode].filter(Boolean).join(', ') },
          { name: 'Address shown', fact: place && shownWords[place.shown] },
          { name: 'Works in', fact: areaNames.join(', ') },
          { name: 'Telephone', fact: one.phone },
          { name: 'E-mail', fact: one.email },
          { name: 'Getting in', fact: wordsFor(access, one.access).join(', ') },
        ]}
      />
      <p>{`If something is wrong, ring ${centre.name}${centre.phone ? `: ${centre.phone}` : ''}. If it is right, sign here and send it back.`}</p>
      <p>Name and date: ______________________________</p>
      <p>{centre.name}</p>
    </Section>
  );
}

const line = '______________________________';

/** The one form to print, for whoever would rather use a pen. */
export function PaperFormPage({ hubPhone, areas }: { hubPhone: string; areas: readonly string[] }) {
  return (
    <div class="text stack">
      <div>
        <h1>Tell us about your group, on paper</h1>
        <p class="lead">{`Fill it in, and give or send it to your volunteer centre.${hubPhone ? ` Any question: ${hubPhone}.` : ''}`}</p>
        <p class="noprint">
          Print this page. <a href={register.start()}>It is quicker to do it here.</a>
        </p>
      </div>
      <Blanks
        id="who"
        title="Who you are"
        lines={[
          'Name of your group',
          'Other names',
          'Charity or company number',
          'Your own name',
          'Your telephone',
        ]}
      />
      <Ticks id="kind" title="What are you?" options={ownKinds.map((kind) => organisationKinds[kind])} />
      <Ticks id="form" title="How are you set up?" options={Object.values(legalForms)} />
      <Blanks
        id="where"
        title="Where you meet"
        lines={['Name of the place', 'Street and number', 'Postcode']}
      />
      <Ticks id="shown" title="May people see your address?" options={Object.values(shownWords)} />
      <Ticks id="areas" title="Where do you work?" options={areas} />
      <Blanks
        id="what"
        title="What people get from you, in one sentence"
        lines={['', '', 'Days and times', 'What it costs']}
      />
      <Ticks id="themes" title="What is it about?" options={Object.values(themes)} />
      <Ticks id="for" title="Whom is it for?" options={Object.values(peopleServed)} />
      <Blanks
        id="found"
        title="Being found"
        lines={['Telephone for everybody', 'E-mail for everybody', 'Web page', 'Whom people ask for']}
      />
      <Ticks id="access" title="Getting in" options={Object.values(access)} />
      <p>
        We show what you write here to everybody, but your own name and telephone, which only the centres see.
      </p>
    </div>
  );
}

function Blanks({ id, title, lines }: { id: string; title: string; lines: readonly string[] }) {
  return (
    <Section id={id} title={title}>
      {lines.map((label) => (
        <p>{label === '' ? `${line}${line}` : `${label}: ${line}`}</p>
      ))}
    </Section>
  );
}

function Ticks({ id, title, options }: { id: string; title: string; options: readonly string[] }) {
  return (
    <Section id={id} title={title}>
      <p>{options.map((option) => `☐ ${option}`).join('   ')}</p>
    </Section>
  );
}
