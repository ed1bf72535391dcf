import { dayWords } from '../../../platform/dates.ts';
import { Field } from '../../../ui/fields.tsx';
import { Button, ButtonRow, Form, type Problems, type Values } from '../../../ui/form.tsx';
import { Empty } from '../../../ui/lists.tsx';
import { Section } from '../../../ui/sheets.tsx';
import { CardTable } from '../../../ui/table.tsx';
import { Chip } from '../../../ui/words.tsx';
import { figure } from '../rules/standing.ts';
import { feeds } from '../urls.ts';
import { type Feed, feedStates } from '../words/feed.ts';

export const feedsTitle = 'Feeds of services';

interface FeedsProps {
  rows: readonly Feed[];
  now: Date;
  values?: Values;
  problems?: Problems;
}

export function FeedsPage({ rows, now, values, problems }: FeedsProps) {
  return (
    <div class="stack">
      <div>
        <h1>{feedsTitle}</h1>
        <p class="lead">
          A council or a neighbour keeps a list of services and serves it as Open Referral UK? Give its
          address once. It is read again every night.
        </p>
      </div>
      {rows.length === 0 ? (
        <Empty fact="No feed is here yet." next="Add the first one below. It is tried at once." />
      ) : (
        <FeedTable rows={rows} now={now} />
      )}
      <Section id="add" title="Add a feed">
        <Form name="add-feed" action={feeds.all()} values={values} problems={problems} class="text">
          <Field
            name="address"
            label="Its address"
            hint="Like https://feeds.example.org.uk/oruk. What the council calls “the Open Referral API”."
            type="url"
            autocomplete="off"
            maxLength={500}
          />
          <Field
            name="source"
            label="What is the list called?"
            hint="This name stands beside everything that comes from it, like “Eastlock Council’s directory”."
            maxLength={80}
          />
          <Field
            name="licence"
            label="Under which licence may it be used?"
            hint="Ask its owner. Often it is “Open Government Licence v3.0”."
            maxLength={200}
          />
          <ButtonRow>
            <Button>Try it</Button>
          </ButtonRow>
        </Form>
        <p class="quiet">
          It is tried at once, and you see what would come of it before anything is taken in.
        </p>
      </Section>
    </div>
  );
}

function FeedTable({ rows, now }: Pick<FeedsProps, 'rows' | 'now'>) {
  return (
    <CardTable
      caption="In order of the alphabet"
      list="feeds"
      columns={[
        { label: 'List' },
        { label: 'State' },
        { label: 'Services', number: true },
        { label: 'Read well' },
      ]}
      rows={rows.map((feed) => ({
        id: feed.id,
        head: <a href={feeds.one(feed.id)}>{feed.source}</a>,
        cells: [
          <FeedChip feed={feed} />,
          figure(feed.services),
          feed.goodAt ? dayWords(feed.goodAt, now) : 'Not yet',
        ],
      }))}
    />
  );
}

export function FeedChip({ feed }: { feed: Feed }) {
  if (feed.failures > 0) return <Chip state="failing" tone="late" words="Fails" />;
  const tones = { new: 'wait', on: undefined, paused: 'end' } as const;
  const tone = feed.state === 'new' || feed.state === 'paused' ? tones[feed.state] : undefined;
  return <Chip state={feed.state} tone={tone} words={feedStates[feed.state] ?? feed.state} />;
}
