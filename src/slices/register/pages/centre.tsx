import { Choices, Field } from '../../../ui/fields.tsx';
import { Button, ButtonRow, Form, type Problems, type Values } from '../../../ui/form.tsx';
import { Facts } from '../../../ui/lists.tsx';
import { Columns, Notice, Section, Trail } from '../../../ui/sheets.tsx';
import { CardTable } from '../../../ui/table.tsx';
import { Chip, PhoneLink, WebLink } from '../../../ui/words.tsx';
import { duplicates } from '../../duplicates/urls.ts';
import { wordsFor } from '../lists/keys.ts';
import { peopleServed } from '../lists/people-served.ts';
import { themes } from '../lists/themes.ts';
import type { OfficialWords } from '../rules/official.ts';
import { mayGive } from '../rules/registration.ts';
import { centres, organisations, register } from '../urls.ts';
import { type AnswerState, answerWords, type CentreAnswer } from '../words/answers.ts';
import type { Organisation, ShownPlace } from '../words/records.ts';
import { InTheRegister } from './registering/official.tsx';
import { listed } from './when.ts';

export interface AnswerProps {
  centreId: string;
  group: Organisation;
  answer: CentreAnswer;
  others: readonly CentreAnswer[];
  place: ShownPlace | undefined;
  areaNames: readonly string[];
  organiser: { name: string; email: string } | undefined;
  like: readonly { one: Organisation; why: readonly string[]; place: ShownPlace | undefined }[];
  /** What the charity register says of its number. */
  official: OfficialWords | undefined;
  mayAnswer: boolean;
  whyNot: string | undefined;
  /** The promise of this centre’s answer, from its opening to its end. */
  trail: Parameters<typeof Trail>[0] | undefined;
  values?: Values;
  problems?: Problems;
}

export function AnswerPage(props: AnswerProps) {
  const { group, answer } = props;
  return (
    <Columns aside={<Aside {...props} />} asideLabel="About the group">
      <div class="stack">
        <div>
          <h1>{group.name}</h1>
          <p class="lead">{group.summary}</p>
          <p class="row">
            <Chip
              state={answer.state}
              tone={answer.state === 'accepted' ? undefined : 'wait'}
              words={answerWords[answer.state]}
            />
            <span class="quiet">
              {answer.home
                ? 'You are its home centre: your yes makes its page public.'
                : 'Its page does not depend on your answer.'}
            </span>
          </p>
          {group.description && <p class="text">{group.description}</p>}
        </div>
        {props.official && <InTheRegister official={props.official} />}
        {answer.told.length > 0 && (
          <Section id="told" title="What they told you">
            <Facts facts={answer.told.map((told) => ({ name: told.question, fact: told.answer }))} />
          </Section>
        )}
        {answer.home && group.state === 'submitted' && <LookAlike {...props} />}
        {props.whyNot ? (
          <Notice title="Whose turn it is">
            <p>{props.whyNot}</p>
          </Notice>
        ) : (
          <GiveAnswer {...props} />
        )}
        {props.trail && (
          <Section id="trail" title="What has happened">
            <Trail {...props.trail} />
          </Section>
        )}
      </div>
    </Columns>
  );
}

/** Records that look like it, side by side, before the home centre says yes. */
function LookAlike({ centreId, group, place, like }: AnswerProps) {
  return (
    <Section id="alike" title="Is it one of these?">
      <CardTable
        caption="Compare before you say yes"
        list="like"
        columns={[
          { label: 'Record' },
          { label: 'Why' },
          { label: 'What' },
          { label: 'Where' },
          { label: 'Telephone' },
          { label: 'The same?' },
        ]}
        rows={[
          {
            id: group.id,
            head: `${group.name} (new)`,
            cells: ['It is the one that waits', group.summary, ...whereAndPhone(group, place), ''],
          },
          ...like.map(({ one, why, place: there }) => ({
            id: one.id,
            head: <a href={organisations.one(one.id, one.name)}>{one.name}</a>,
            cells: [
              why.join(', '),
              one.summary,
              ...whereAndPhone(one, there),
              <a href={duplicates.compare(group.id, one.id)}>
                Compare<span class="sr">{` with ${one.name}`}</span>
              </a>,
            ],
          })),
        ]}
      />
      <Form name="not-the-same" action={centres.notTheSame(centreId, group.id)} prefix="same">
        <Field
          name="why"
          label="They are not the same, because"
          hint="Say how you know: a call, another address."
        />
        <ButtonRow>
          <Button kind="second">Keep both</Button>
        </ButtonRow>
      </Form>
      <p class="quiet">
        Is it one of them? Compare the two, and make one of them. It is none of these but another one?{' '}
        <a href={duplicates.find(group.id)}>Look for it by name</a>.
      </p>
    </Section>
  );
}

function whereAndPhone({ phone }: Organisation, place: ShownPlace | undefined) {
  return [
    <span class="nb">{place?.postcode || 'Not said'}</span>,
    phone === '' ? 'Not said' : <PhoneLink number={phone} />,
  ];
}

const given: Record<AnswerState, string> = {
  waiting: '',
  accepted: 'Yes',
  more_asked: 'Ask for more first',
  not_for_us: 'Not for us',
  returned: 'Send it back to put something right',
  refused: 'Refuse it',
};

function GiveAnswer({ centreId, group, answer, values, problems }: AnswerProps) {
  const choices = (['accepted', 'more_asked', 'not_for_us', 'returned', 'refused'] as const).filter((one) =>
    mayGive(one, answer.home),
  );
  return (
    <Section id="your-answer" title="Your answer">
      <Form
        name="answer-registration"
        action={centres.registration(centreId, group.id)}
        version={answer.version}
        values={values}
        problems={problems}
      >
        <Choices
          name="answer"
          legend={answer.home ? 'Do you vouch for it?' : 'What can you do for it?'}
          options={choices.map((value) => ({ value, label: given[value], note: notes(answer.home)[value] }))}
        />
        <Field
          name="reason"
          type="textarea"
          rows={4}
          label="Why, or what you ask"
          hint="The group reads it. A plain yes needs no words."
        />
        <ButtonRow>
          <Button>Send the answer</Button>
        </ButtonRow>
      </Form>
    </Section>
  );
}

function notes(home: boolean): Partial<Record<AnswerState, string>> {
  return {
    accepted: home ? 'Its page goes live at once' : 'You help it, too; its page does not depend on it',
    more_asked: 'Its clock stops until the group answers',
    returned: 'Also when you would say yes on a condition',
    refused: 'The group may ask the hub to look again; the other centres are told',
  };
}

function Aside({ group, others, place, areaNames, organiser }: AnswerProps) {
  return (
    <div class="sheet">
      <h2>At a glance</h2>
      {group.phone && (
        <p class="tel">
          <PhoneLink number={group.phone} />
        </p>
      )}
      <Facts
        facts={[
          { name: 'Sent by', fact: organiser && `${organiser.name}, ${organiser.email}` },
          {
            name: 'Where',
            fact: place && [place.venue, place.address, place.postcode].filter(Boolean).join(', '),
          },
          {
            name: 'Shown',
            fact:
              place && { public: 'The address', area: 'Only the area', hidden: 'Nothing of it' }[place.shown],
          },
          { name: 'Works in', fact: listed(areaNames) },
          { name: 'About', fact: listed(wordsFor(themes, group.themes)) },
          { name: 'For', fact: listed(wordsFor(peopleServed, group.peopleServed)) },
          { name: 'Web', fact: group.website && <WebLink address={group.website} /> },
        ]}
      />
      <h2>Other centres</h2>
      {others.length === 0 && <p>It works in no other centre’s area.</p>}
      <ul class="lines">
        {others.map((other) => (
          <li>{`${other.centreName}: ${answerWords[other.state].toLowerCase()}`}</li>
        ))}
      </ul>
      <p>
        <a href={register.state(group.id)}>What the group sees</a>
      </p>
    </div>
  );
}
