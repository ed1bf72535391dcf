import type { ComponentChildren } from 'preact';
import { clockWords, dayWords, weekdayWords } from '../../../platform/dates.ts';
import { Button, Form } from '../../../ui/form.tsx';
import { Facts } from '../../../ui/lists.tsx';
import { Notice, Section } from '../../../ui/sheets.tsx';
import { CardTable } from '../../../ui/table.tsx';
import { WebLink } from '../../../ui/words.tsx';
import { services } from '../../register/urls.ts';
import { figure } from '../rules/standing.ts';
import { feeds, imports } from '../urls.ts';
import { type Feed, type FeedRun, type Finding, runStates } from '../words/feed.ts';
import { FeedChip } from './feeds.tsx';

export interface FeedProps {
  title: string;
  feed: Feed;
  /** The newest first. */
  runs: readonly FeedRun[];
  /** What was noticed in the newest run that ended well. */
  findings: readonly Finding[];
  /** Services it had and no longer has. */
  gone: readonly { id: string; name: string; goneAt: Date | null }[];
  /** Why something could not be done just now. */
  refused?: string | undefined;
  now: Date;
}

export function FeedPage(props: FeedProps) {
  const { title, feed, runs, refused } = props;
  const isBusy = runs.some((run) => run.state === 'waiting' || run.state === 'running');
  const last = runs.find((run) => run.state === 'done');
  return (
    <div class="stack">
      <div>
        <h1>{title}</h1>
        <p>
          <FeedChip feed={feed} />
        </p>
      </div>
      {refused && (
        <div role="alert">
          <Notice tone="warn">{refused}</Notice>
        </div>
      )}
      <Standing {...props} isBusy={isBusy} />
      {last && <Counts {...props} last={last} />}
      <Doing feed={feed} isBusy={isBusy} isKnown={last !== undefined} />
      <Gone {...props} />
      <About {...props} />
      <Runs {...props} />
    </div>
  );
}

/** What is going on, if anything is. */
function Standing({ feed, now, isBusy }: FeedProps & { isBusy: boolean }) {
  if (isBusy) {
    return (
      <Notice title="It is being read">
        <p>
          {`It speaks Open Referral UK ${feed.standard} and tells of ${figure(feed.services)} services. `}
          Reading all of them can take some minutes. <a href={feeds.one(feed.id)}>Look again</a>
        </p>
      </Notice>
    );
  }
  if (feed.failures === 0) return null;
  const times = feed.failures === 1 ? 'once' : `${feed.failures} times in a row`;
  return (
    <Notice tone="warn" title="It could not be read">
      <p>{feed.trouble}</p>
      <p>
        {`That happened ${times}. What came before stays as it is.`}
        {feed.nextAt && ` It is asked again on ${weekdayWords(feed.nextAt)}, ${clockWords(feed.nextAt)}.`}
        {feed.goodAt && ` It was read well on ${dayWords(feed.goodAt, now)}.`}
      </p>
    </Notice>
  );
}

function Counts({ findings, last, now }: FeedProps & { last: FeedRun }) {
  const isLook = last.kind === 'look';
  return (
    <Section
      id="counts"
      title={isLook ? 'What would come of it' : 'What came of it'}
      note={dayWords(last.askedAt, now)}
    >
      <p class="quiet">
        {isLook
          ? 'The feed was looked through. Nothing is taken in yet.'
          : 'Records that somebody looks after here are never changed by a feed.'}
      </p>
      <Facts
        facts={[
          { name: 'New', fact: figure(last.new) },
          { name: 'Meet a record we have', fact: figure(last.matched) },
          { name: 'Changed', fact: figure(last.changed) },
          { name: 'As they were', fact: figure(last.unchanged) },
          { name: 'Rejected', fact: figure(last.rejected) },
          { name: 'Gone from the feed', fact: last.gone > 0 ? figure(last.gone) : '' },
        ]}
      />
      {findings.length > 0 && (
        <CardTable
          caption="What is not right in it"
          list="findings"
          plain
          columns={[{ label: 'What' }, { label: 'Times', number: true }]}
          rows={findings.map(({ words, times }) => ({ id: words, head: words, cells: [figure(times)] }))}
        />
      )}
    </Section>
  );
}

function Doing({ feed, isBusy, isKnown }: { feed: Feed; isBusy: boolean; isKnown: boolean }) {
  return (
    <Section id="doing" title="What you can do">
      <div class="row">
        {!isBusy && isKnown && (
          <Do name="bring-in-feed" action={feeds.bring(feed.id)} main>
            {feed.state === 'new' ? 'Bring it in, and read it every night' : 'Bring in now'}
          </Do>
        )}
        {!isBusy && (
          <Do name="look-at-feed" action={feeds.look(feed.id)}>
            Look it through again
          </Do>
        )}
        {feed.state === 'on' && (
          <Do name="pause-feed" action={feeds.pause(feed.id)}>
            Pause
          </Do>
        )}
        {feed.state === 'paused' && (
          <Do name="resume-feed" action={feeds.resume(feed.id)}>
            Read it every night again
          </Do>
        )}
      </div>
      <details>
        <summary>Remove this feed</summary>
        <p>
          It is not read any more. What came from it stays, with its name beside it, and is marked as
          unchecked when nobody confirms it.
        </p>
        <Do name="remove-feed" action={feeds.remove(feed.id)}>
          Remove the feed
        </Do>
      </details>
    </Section>
  );
}

type DoProps = { name: string; action: string; main?: boolean; children: ComponentChildren };

function Do({ name, action, main, children }: DoProps) {
  return (
    <Form name={name} action={action}>
      <Button kind={main ? 'main' : 'second'}>{children}</Button>
    </Form>
  );
}

function Gone({ gone, now }: FeedProps) {
  if (gone.length === 0) return null;
  return (
    <Section id="gone" title="No longer in the feed">
      <p>
        Their pages say so, and nothing was deleted. If one has ended, close it; if not, its group can look
        after it here.
      </p>
      <ul class="lines" data-list="gone">
        {gone.map(({ id, name, goneAt }) => (
          <li key={id} data-id={id}>
            <a href={services.one(id, name)}>{name}</a>{' '}
            <span class="quiet">{goneAt ? `since ${dayWords(goneAt, now)}` : ''}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function About({ feed, now }: FeedProps) {
  return (
    <Section id="about" title="About this feed">
      <Facts
        facts={[
          { name: 'Address', fact: <WebLink address={feed.address} /> },
          { name: 'Licence', fact: feed.licence },
          { name: 'Standard', fact: `Open Referral UK ${feed.standard}` },
          { name: 'Services', fact: figure(feed.services) },
          { name: 'Read well', fact: feed.goodAt ? dayWords(feed.goodAt, now) : 'Not yet' },
          {
            name: 'Next time',
            fact: feed.nextAt ? `${weekdayWords(feed.nextAt)}, ${clockWords(feed.nextAt)}` : '',
          },
        ]}
      />
    </Section>
  );
}

function Runs({ runs, now }: FeedProps) {
  return (
    <Section id="runs" title="Each time it was read">
      <CardTable
        caption="Newest first"
        list="runs"
        columns={[
          { label: 'When' },
          { label: 'What' },
          { label: 'How it went' },
          { label: 'New', number: true },
          { label: 'Changed', number: true },
          { label: 'Rejected', number: true },
        ]}
        rows={runs.map((run) => ({
          id: run.id,
          head: `${dayWords(run.askedAt, now)}, ${clockWords(run.askedAt)}`,
          cells: [
            whatOf(run),
            run.trouble || (runStates[run.state] ?? run.state),
            figure(run.new),
            figure(run.changed),
            figure(run.rejected),
          ],
        }))}
      />
    </Section>
  );
}

function whatOf(run: FeedRun): ComponentChildren {
  if (run.kind === 'look') return 'Looked through';
  const words = run.byHand ? 'Brought in by hand' : 'Brought in at night';
  return run.importId ? <a href={imports.one(run.importId)}>{words}</a> : words;
}
