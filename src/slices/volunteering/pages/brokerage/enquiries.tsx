import { dayWords } from '../../../../platform/dates.ts';
import { Choices, Field, Tick } from '../../../../ui/fields.tsx';
import { Button, ButtonLink, ButtonRow, Form, type Problems, type Values } from '../../../../ui/form.tsx';
import { Empty, Entries, Entry, Tags } from '../../../../ui/lists.tsx';
import { Section } from '../../../../ui/sheets.tsx';
import { channels, enquiryStates } from '../../lists/brokerage.ts';
import { enquiries } from '../../urls.ts';
import type { EnquiryRow } from '../../words/brokerage/enquiry.ts';
import { toneOf } from './say.ts';

export const enquiriesTitle = 'Volunteering enquiries';

export interface EnquiriesProps {
  readonly rows: readonly (EnquiryRow & { due: { words: string; isLate: boolean } | undefined })[];
  readonly isOver: boolean;
  readonly centres: readonly { id: string; name: string }[];
  /** How many reached each step, exact, for those who hold the records. */
  readonly funnel: readonly { words: string; count: number }[];
  /** How it is for those who ask: the median, and the worst step. */
  readonly felt: readonly string[];
  readonly now: Date;
}

export function EnquiriesPage({ rows, isOver, centres, funnel, felt, now }: EnquiriesProps) {
  return (
    <div class="stack">
      <div>
        <h1>{enquiriesTitle}</h1>
        <p class="lead">Who asked your centre, or about a role of a group that you look after.</p>
      </div>
      <Tags
        label="Which ones"
        tags={[
          { href: enquiries.list('open'), label: 'Open', current: !isOver },
          { href: enquiries.list('over'), label: 'Over', current: isOver },
        ]}
      />
      <p class="row">
        {centres.map(({ id, name }) => (
          <ButtonLink href={enquiries.take(id)}>
            {centres.length === 1 ? 'Write one down' : `Write one down for ${name}`}
          </ButtonLink>
        ))}
      </p>
      {rows.length === 0 ? (
        <Empty
          fact={isOver ? 'Nothing is over yet.' : 'Nobody waits for you.'}
          next="What is asked on the web comes here by itself."
        />
      ) : (
        <Section id="enquiries" title="Enquiries" quiet>
          <Entries list="enquiries">
            {rows.map((row) => (
              <Entry
                key={row.id}
                id={row.id}
                name={row.name === '' ? 'Somebody' : row.name}
                href={enquiries.one(row.id)}
                text={
                  row.roleTitle === '' ? 'Looks for something to do' : `${row.roleTitle}, ${row.groupName}`
                }
                kind={[
                  channels[row.channel],
                  dayWords(row.madeAt, now),
                  ...(row.young ? ['under 18'] : []),
                  ...(row.due ? [row.due.words] : []),
                ]}
                chip={{
                  state: row.state,
                  tone: row.due?.isLate ? 'late' : toneOf(row.state),
                  words: enquiryStates[row.state],
                }}
              />
            ))}
          </Entries>
        </Section>
      )}
      <Section id="funnel" title="How far they came in the last twelve months">
        {felt.map((words) => (
          <p key={words}>{words}</p>
        ))}
        <ul class="lines">
          {funnel.map(({ words, count }) => (
            <li>
              {words}: <b>{count}</b>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}

export const takeTitle = 'Write down an enquiry';

interface TakeProps {
  readonly centre: { id: string; name: string };
  readonly wording: string;
  readonly values: Values | undefined;
  readonly problems: Problems | undefined;
}

export function TakePage({ centre, wording, values, problems }: TakeProps) {
  return (
    <>
      <h1>{takeTitle}</h1>
      <p class="lead">Somebody rang {centre.name} or came in. Write down what they say, and no more.</p>
      <Form name="take-enquiry" action={enquiries.take(centre.id)} values={values} problems={problems}>
        <Choices
          name="channel"
          legend="How did they come?"
          options={[
            { value: 'phone', label: channels.phone },
            { value: 'drop_in', label: channels.drop_in },
          ]}
        />
        <Field name="name" label="Their name" maxLength={120} />
        <Field
          name="email"
          label="E-mail"
          hint="With it they get a letter, and see how far it is once they sign in with that mailbox."
          type="email"
          optional
        />
        <Field name="phone" label="Telephone" type="tel" short optional maxLength={40} />
        <Field name="times" label="When do they have time?" optional maxLength={300} />
        <Field
          name="wishes"
          label="What would they like to do?"
          type="textarea"
          rows={3}
          optional
          maxLength={600}
        />
        <Tick name="young" label="They are under 18" />
        <Field name="born_on" label="If so: when were they born?" type="date" short optional />
        <Tick name="agreed" label="I have read this to them, and they agree" hint={wording} />
        <ButtonRow>
          <Button>Write it down</Button>
        </ButtonRow>
      </Form>
    </>
  );
}
