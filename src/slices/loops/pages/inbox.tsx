import { weekdayWords } from '../../../platform/dates.ts';
import { Button, ButtonRow, Form } from '../../../ui/form.tsx';
import { Empty, Entries, Task } from '../../../ui/lists.tsx';
import { Section } from '../../../ui/sheets.tsx';
import { nobodyLost } from '../../hub/urls.ts';
import { tenMinutes } from '../urls.ts';
import type { InboxRow, PressForm } from '../words.ts';

export function InboxPage({ rows }: { rows: readonly InboxRow[] }) {
  const late = rows.filter((row) => row.late);
  const waiting = rows.filter((row) => !row.late);
  return (
    <div class="stack">
      <h1>Waiting for you</h1>
      {rows.length === 0 && (
        <Empty
          fact="Nobody is waiting for an answer from you."
          next="A good moment to look whether what is yours is still right."
          action={{ href: '/me', label: 'See what is yours' }}
        />
      )}
      {late.length > 0 && (
        <Section id="late" title="Late">
          <InboxList name="late" rows={late} />
        </Section>
      )}
      {waiting.length > 0 && (
        <Section id="waiting" title="In time">
          <InboxList name="inbox" rows={waiting} />
        </Section>
      )}
      <p>
        Little time? <a href={tenMinutes.page()}>My ten minutes</a> is a short list of this week that ends.
      </p>
    </div>
  );
}

function InboxList({ name, rows }: { name: string; rows: readonly InboxRow[] }) {
  return (
    <Entries list={name}>
      {rows.map((row) => (
        <Task
          key={row.loop.id}
          id={row.loop.thingId}
          kind={row.kindLabel}
          name={row.title}
          href={row.url}
          text={row.text}
          clock={{
            quarter: row.quarter,
            words: row.late
              ? `Was promised for ${weekdayWords(row.loop.firstDueAt)}`
              : `Until ${weekdayWords(row.loop.firstDueAt)}`,
          }}
          chip={row.mark && { state: row.mark.name, tone: row.mark.tone, words: row.mark.words }}
          below={<Below row={row} />}
          action={{ href: row.url, label: row.action }}
        />
      ))}
    </Entries>
  );
}

/** What can be said right here, and what has happened to a late one. */
function Below({ row }: { row: InboxRow }) {
  return (
    <>
      {row.presses && <PressButtons id={row.loop.id} name={row.title} {...row.presses} />}
      {row.late && (
        <p class="small">
          <a href={nobodyLost.one(row.loop.id)}>
            What has happened<span class="sr">: {row.title}</span>
          </a>
        </p>
      )}
    </>
  );
}

/** What can be said with one press, without opening the page. */
function PressButtons({ id, name, form, action, field, buttons }: PressForm & { id: string; name: string }) {
  return (
    <Form name={form} action={action} prefix={id}>
      <ButtonRow>
        {buttons.map(({ value, label }) => (
          <Button key={value} kind="second" name={field} value={value}>
            {label}
            <span class="sr">{`: ${name}`}</span>
          </Button>
        ))}
      </ButtonRow>
    </Form>
  );
}
