import { dayWords } from '../../../platform/dates.ts';
import { Field } from '../../../ui/fields.tsx';
import { Button, ButtonRow, Form } from '../../../ui/form.tsx';
import { Facts } from '../../../ui/lists.tsx';
import { Columns, Notice, Section, Trail } from '../../../ui/sheets.tsx';
import { Chip, PhoneLink } from '../../../ui/words.tsx';
import { privacy } from '../urls.ts';
import { hows, type Matter, outcomes, topics } from '../words/matters.ts';
import { Doing } from './matter-moves.tsx';
import type { MatterProps } from './shown-matter.ts';

export function matterTitle({ kind, code }: Pick<Matter, 'kind' | 'code'>): string {
  return kind === 'complaint' ? `Complaint ${code}` : `Request ${code}`;
}

/** For whoever sent it: `token` where they hold a link, `isNew` right after sending. */
export function OwnMatterPage({
  token,
  isNew,
  ...props
}: MatterProps & { token?: string | undefined; isNew?: boolean }) {
  const { one, names, now, values, problems } = props;
  const action = token === undefined ? privacy.moveMatter(one.id, 'reply') : privacy.replyByLink(token);
  return (
    <div class="stack text">
      <div>
        <h1>{matterTitle(one)}</h1>
        <p class="lead">{nextWords(one, names.get(one.organisationId) ?? 'The hub', now)}</p>
        <State one={one} />
      </div>
      {isNew && token !== undefined && (
        <Notice title="We have it">
          <p>
            {`Keep the address of this page: it is the way back to it. If you ring, say the code ${one.code}. `}
            {one.email !== '' && one.signs.length === 0 && 'The address is on its way to your mailbox, too.'}
          </p>
        </Notice>
      )}
      <Answer one={one} />
      <What {...props} />
      {one.state !== 'answered' && (
        <Form name="reply-matter" action={action} values={values} problems={problems}>
          <Field
            label={one.state === 'waiting' ? 'Your reply' : 'Add something'}
            name="words"
            type="textarea"
            rows={4}
          />
          <ButtonRow>
            <Button kind={one.state === 'waiting' ? 'main' : 'second'}>Send</Button>
          </ButtonRow>
        </Form>
      )}
    </div>
  );
}

/** For whoever has to look into it. */
export function MatterPage(props: MatterProps & { takenBy?: string | undefined }) {
  const { one, names, now, takenBy, problems } = props;
  const about = one.aboutOrganisationId && names.get(one.aboutOrganisationId);
  const aside = (
    <div class="sheet">
      <h2>Who it is</h2>
      <Facts
        facts={[
          { name: 'Name', fact: one.name || 'Not said' },
          { name: 'Telephone', fact: one.phone && <PhoneLink number={one.phone} /> },
          { name: 'E-mail', fact: one.email },
          { name: 'About', fact: about },
          { name: 'How', fact: howWords(one.how) },
          { name: 'Written down by', fact: takenBy },
          { name: 'Who asks is sure', fact: one.identity },
          {
            name: 'Looks like',
            fact: one.signs.length > 0 ? 'Sent by a machine; nobody was written to' : '',
          },
        ]}
      />
    </div>
  );
  return (
    <Columns aside={aside} asideLabel="Who it is">
      <h1>{matterTitle(one)}</h1>
      <p class="lead">{nextWords(one, names.get(one.organisationId) ?? '', now)}</p>
      <State one={one} />
      {problems?.[''] && <Notice tone="warn">{problems['']}</Notice>}
      <Answer one={one} />
      <What {...props} />
      <Doing {...props} />
    </Columns>
  );
}

function State({ one }: { one: Matter }) {
  const words = {
    got: 'Not yet looked into',
    'in-work': 'Somebody looks into it',
    waiting: 'A question is open',
    answered: 'Answered',
  };
  const tone = one.state === 'answered' ? 'end' : one.state === 'in-work' ? undefined : 'wait';
  return (
    <p class="row">
      <Chip state={one.state} tone={tone} words={words[one.state]} />
    </p>
  );
}

function nextWords(one: Matter, answers: string, now: Date): string {
  const day = dayWords(one.dueAt, now);
  if (one.state === 'answered') return `Answered on ${dayWords(one.answeredAt ?? now, now)}.`;
  if (one.state === 'waiting')
    return `${answers} asked something. The clock stands still until there is a reply.`;
  return `${answers} answers by ${day}.`;
}

function Answer({ one }: { one: Matter }) {
  if (one.outcome === null) return null;
  return (
    <Section id="answer" title={outcomes[one.kind][one.outcome] ?? 'Answered'} sheet>
      <p class="said">{one.answer}</p>
      <p class="quiet">
        {'Not content? Tell us again. '}
        {one.kind === 'rights-request' || one.topic === 'data'
          ? 'You can also go to the Information Commissioner’s Office: ico.org.uk, telephone 0303 123 1113.'
          : 'The hub looks at it once more if you ask.'}
      </p>
    </Section>
  );
}

function What({ one, notes, now }: MatterProps) {
  const sent = {
    what: topics[one.kind][one.topic] ?? one.topic,
    words: `“${one.words}”`,
    when: dayWords(one.gotAt, now),
  };
  const told = notes.map(({ what, words, at }) => ({
    what: noteWords[what] ?? what,
    words: words && `“${words}”`,
    when: dayWords(at, now),
  }));
  return (
    <Section id="trail" title="What has happened">
      <Trail items={[sent, ...told]} />
    </Section>
  );
}

const noteWords: Readonly<Record<string, string>> = {
  'taken-up': 'Somebody looks into it',
  told: 'Told',
  asked: 'Asked',
  'came-back': 'Added',
  'more-time': 'More time, because',
};

function howWords(how: string): string {
  const words: Readonly<Record<string, string>> = hows;
  return words[how] ?? how;
}
