import { weekdayWords } from '../../../../platform/dates.ts';
import { Choices, Field, Select, Tick } from '../../../../ui/fields.tsx';
import { Button, ButtonRow, Form, Hidden, type Problems, type Values } from '../../../../ui/form.tsx';
import { Human } from '../../../../ui/human.tsx';
import { Notice, Section } from '../../../../ui/sheets.tsx';
import { PhoneLink } from '../../../../ui/words.tsx';
import { replyWays } from '../../lists/help.ts';
import { help } from '../../urls.ts';
import type { Sorted, SortHelp } from '../../words/help/request.ts';
import { NotForEmergencies } from './emergencies.tsx';

export const askTitle = 'Ask for help';
export const takeTitle = 'Help somebody who rings';

interface AskProps {
  sort: SortHelp;
  /** To whom it goes; undefined until need and place are known. */
  sorted: Sorted | undefined;
  needs: readonly { value: string; label: string }[];
  needWords: string;
  wording: string;
  until: Date;
  token: string;
  stamp: string;
  /** For whoever writes for a caller: in whose name. */
  takers?: readonly { id: string; name: string }[] | undefined;
  /** Whether this reader may write for callers. */
  mayTake?: boolean;
  hubPhone: string;
  values?: Values | undefined;
  problems?: Problems | undefined;
}

export function AskPage(props: AskProps) {
  const { takers, sorted } = props;
  return (
    <div class="text stack">
      <h1>{takers ? takeTitle : askTitle}</h1>
      <NotForEmergencies read={takers !== undefined} />
      {sorted ? <AskForm {...props} sorted={sorted} /> : <SortForm {...props} />}
    </div>
  );
}

function SortForm({ sort, needs, takers, mayTake, hubPhone, problems }: AskProps) {
  return (
    <>
      <p class="lead">
        {takers
          ? 'Two questions first. They decide who answers, and that is named to the caller before anything is kept.'
          : 'For you, or for somebody who agrees. No account is needed. Two questions first, then you see who answers.'}
      </p>
      <Form
        name="sort-help"
        method="get"
        action={takers ? help.taken() : help.ask()}
        values={sort}
        problems={problems}
      >
        <Select
          name="need"
          label="What is it about?"
          options={needs}
          empty="Something else, or I do not know"
          optional
        />
        <Field
          name="near"
          label="Where is help needed?"
          hint="A postcode, like AV3 4QT. It only decides who answers."
          autocomplete="postal-code"
          short
        />
        <ButtonRow>
          <Button>Go on</Button>
        </ButtonRow>
      </Form>
      {hubPhone && (
        <p>
          Would you rather talk? Ring <PhoneLink number={hubPhone} />. Somebody writes it down for you.
        </p>
      )}
      {mayTake && (
        <p>
          <a href={help.taken()}>I am helping someone: write for a caller</a>
        </p>
      )}
    </>
  );
}

function AskForm(props: AskProps & { sorted: Sorted }) {
  const { sort, sorted, takers, token, stamp, values, problems } = props;
  const whose = takers ? 'the caller' : 'me';
  return (
    <>
      <GoesTo {...props} />
      <Form
        name={takers ? 'take-help' : 'ask-for-help'}
        action={takers ? help.taken() : help.ask()}
        values={{ for_whom: 'self', reply_by: 'phone', taken_how: 'phone', ...values }}
        problems={problems}
      >
        <Hidden name="near" value={sort.near} />
        <Hidden name="need" value={sort.need} />
        <Hidden name="receiver_id" value={sorted.id} />
        <Hidden name="token" value={token} />
        {takers && <Taker takers={takers} />}
        <Choices
          name="for_whom"
          legend="For whom is it?"
          options={[
            { value: 'self', label: takers ? 'The caller' : 'For me' },
            { value: 'other', label: 'Somebody else, who agrees' },
          ]}
        />
        <Field
          name="story"
          label="What is needed?"
          hint="A sentence or two is enough. Leave out what you would not tell a stranger."
          type="textarea"
          rows={4}
          maxLength={2000}
        />
        <WhoAsks whose={whose} />
        <Agreeing {...props} />
        {takers ? null : <Human stamp={stamp} />}
        <ButtonRow>
          <Button>{`Send it to ${sorted.name}`}</Button>
        </ButtonRow>
      </Form>
    </>
  );
}

function GoesTo({ sort, sorted, takers, needWords, until }: AskProps & { sorted: Sorted }) {
  const back = takers ? help.taken : help.ask;
  return (
    <Notice title={`${sorted.name} answers`}>
      <p>
        {whyThere(sorted, needWords)} {`A person answers by ${weekdayWords(until)}.`}
        {sorted.phone && (
          <>
            {' '}
            You can ring, too: <PhoneLink number={sorted.phone} />
          </>
        )}
      </p>
      <p>
        <a href={back(sort)}>Change what it is about, or where</a>
      </p>
    </Notice>
  );
}

function whyThere({ why, areaName }: Sorted, needWords: string): string {
  if (why === 'group') return `They do this for people in ${areaName}: ${needWords.toLowerCase()}.`;
  if (why === 'centre') return `They know what there is in ${areaName} and find out with you.`;
  return `We know of nobody in ${areaName} who does this, so the network’s office looks further.`;
}

function Taker({ takers }: { takers: readonly { id: string; name: string }[] }) {
  const [only] = takers;
  return (
    <>
      {takers.length === 1 && only ? (
        <Hidden name="organisation_id" value={only.id} />
      ) : (
        <Select
          name="organisation_id"
          label="In whose name do you write?"
          options={takers.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <Choices
        name="taken_how"
        legend="How do they reach you?"
        options={[
          { value: 'phone', label: 'On the telephone' },
          { value: 'desk', label: 'At the desk' },
        ]}
      />
    </>
  );
}

function WhoAsks({ whose }: { whose: string }) {
  return (
    <Section id="who" title="How to answer">
      <Field name="name" label="Name" hint="The name to ask for." maxLength={120} autocomplete="name" />
      <Choices
        name="reply_by"
        legend={`How should they answer ${whose}?`}
        options={Object.entries(replyWays).map(([value, label]) => ({ value, label }))}
      />
      <Field name="phone" label="Telephone" type="tel" maxLength={40} autocomplete="tel" short optional />
      <Field
        name="address"
        label="Address for a letter"
        type="textarea"
        rows={2}
        maxLength={300}
        autocomplete="street-address"
        optional
      />
      <Field name="email" label="E-mail" type="email" maxLength={254} autocomplete="email" optional />
      <Field
        name="safe"
        label="How to reach them safely"
        hint="Like “mornings only”, or “no voicemail, no letters”."
        maxLength={300}
        optional
      />
      <Field
        name="asker"
        label="If it is for somebody else: who writes?"
        hint="Your name, and how to ring you."
        maxLength={200}
        optional
      />
    </Section>
  );
}

function Agreeing({ wording, takers }: AskProps) {
  return (
    <Section id="agreement" title="What is agreed">
      <Notice title={takers ? 'Read this to them' : 'In these words'}>
        <p>{`“${wording}”`}</p>
      </Notice>
      <Tick name="agreed" label={takers ? 'They agree' : 'I agree, or whoever I write for does'} />
      <Tick
        name="worried"
        label="I am worried about someone’s safety"
        hint="You then see whom to ring now. Those who are named for safety are told at once."
      />
    </Section>
  );
}
