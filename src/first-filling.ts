import { type Config, UnusableSetting } from './platform/config.ts';
import { hasFirstDay, keepFirstDay } from './platform/db/first-day.ts';
import { makeCtx, type Source, type Words } from './platform/http/context.ts';
import { isLoopback } from './platform/http/guard.ts';
import { drainJobs } from './platform/jobs.ts';
import { job } from './platform/permit.ts';
import { practiceEgress } from './practice-room.ts';
import { makeNetwork, unnamed } from './slices/network/door.ts';
import { linkForFirstCoordinator, makeBody } from './slices/register/door.ts';

interface Empty {
  readonly config: Config;
  readonly jobsSource: Source;
  readonly words: Words;
  readonly urls: { owner: string; jobs: string };
}

/** An empty database becomes a network: the sample one, or a bare one with a hub. Says what it does. */
export async function fillWhenEmpty(empty: Empty, say: (line: string) => void): Promise<void> {
  const { config, jobsSource, words, urls } = empty;
  const there = await jobsSource.house.networkWords(jobsSource.database.open);
  const practice = there ? there.practice : config.network === 'demo';
  if (practice) refuseOpenPractice(config.publicUrl);
  if (there && (!practice || (await hasFirstDay(jobsSource.database.open)))) return;

  if (!practice) return makeBareNetwork(jobsSource, say);
  // It may be there and its first day not: somebody stopped the first start between the two.
  if (!there) {
    // The invented region is large and wanted once in the life of a database.
    const { fillDemo } = await import('./demo/fill.ts');
    await fillDemo(jobsSource, say);
  }
  // The mail of the last days is written now, and kept: the people it is to are invented.
  const { smtpUrl: _, ...withoutMailServer } = jobsSource;
  await drainJobs({ ...withoutMailServer, egress: practiceEgress() }, words, urls.jobs);
  await keepFirstDay(urls.owner);
}

/** While nobody coordinates a network, each start prints the way in for one person: whoever reads its screen. */
export async function inviteFirstCoordinator(
  { config, jobsSource, words }: Pick<Empty, 'config' | 'jobsSource' | 'words'>,
  say: (line: string) => void,
): Promise<void> {
  const { practice, hoursAhead } = await words.now();
  if (practice) return;
  const link = await linkForFirstCoordinator(makeCtx(jobsSource, { actor: job, hoursAhead }));
  if (link === undefined) return;
  say(
    `Nobody coordinates this network yet. Whoever opens this link and signs in does; it works once:\n${link}`,
  );
  if (config.smtpUrl === '') {
    say('Mail is not set up (SMTP_URL), so the code for signing in is shown by: bin/joinery mail --last 1');
  }
}

/** Anybody may be anybody in a practice network, so nobody from elsewhere may reach it. */
function refuseOpenPractice(publicUrl: string): void {
  if (isLoopback(new URL(publicUrl).host)) return;
  throw new UnusableSetting(
    'This is the practice network, where anyone can be anyone, so it is for this machine only and cannot be at ' +
      `${publicUrl}. Leave PUBLIC_URL out, or start with JOINERY_NETWORK=empty and a database of its own.`,
  );
}

async function makeBareNetwork(source: Source, say: (line: string) => void): Promise<void> {
  say('Making an empty network with its hub …');
  const ctx = makeCtx(source, { actor: job, hoursAhead: 0 });
  const { hostname } = new URL(source.publicUrl);
  // At an address of this machine alone there is no mailbox to guess.
  const hub = { name: 'The hub', phone: '', email: hostname.includes('.') ? `hub@${hostname}` : '' };
  await makeNetwork(ctx, {
    name: unnamed,
    strapline: 'Find something good close to home',
    practice: false,
    promise: ['You hear back within three working days.'],
    hubName: hub.name,
    hubPhone: hub.phone,
    hubEmail: hub.email,
    opensLater: true,
  });
  await makeBody(ctx, {
    ...hub,
    kind: 'hub',
    summary: 'The people who keep this network together.',
    description: '',
    website: '',
    contactLabel: 'The office',
    covers: [],
    areas: [],
    people: [],
  });
}
