-- Lists that others serve in Open Referral UK: looked at once when they are added, then asked again each night.
create table interchange.feed (
  id uuid primary key,
  address text not null unique,
  source text not null,
  licence text not null,
  state text not null default 'new',
  standard text not null,
  services integer not null,
  digest bytea,
  trouble text not null default '',
  failures integer not null default 0,
  good_at timestamptz,
  next_at timestamptz,
  added_at timestamptz not null,
  constraint a_feed_is_in_a_known_state check (state in ('new', 'on', 'paused')),
  constraint a_feed_speaks_a_known_standard check (standard in ('3.0', '1.0')),
  constraint a_feed_is_asked_again_while_it_is_on check ((state = 'on') = (next_at is not null)),
  constraint a_feed_that_fails_says_why check ((failures = 0) = (trouble = ''))
);
create unique index one_feed_of_a_name on interchange.feed (lower(source));
create index feed_due on interchange.feed (next_at) where next_at is not null;
call platform.classify('interchange.feed', 'organisation', 'id address source licence state standard services digest
  trouble failures good_at next_at added_at');

-- One reading of a feed: a look that changes nothing, or the real thing.
create table interchange.feed_run (
  id uuid primary key,
  feed_id uuid not null references interchange.feed on delete cascade,
  kind text not null,
  by_hand boolean not null,
  state text not null default 'waiting',
  asked_at timestamptz not null,
  moved_at timestamptz not null,
  ended_at timestamptz,
  services integer not null default 0,
  new integer not null default 0,
  matched integer not null default 0,
  changed integer not null default 0,
  unchanged integer not null default 0,
  rejected integer not null default 0,
  gone integer not null default 0,
  trouble text not null default '',
  import_id uuid references interchange.import on delete set null,
  constraint a_run_is_of_a_known_kind check (kind in ('look', 'bring')),
  constraint a_run_is_in_a_known_state check (state in ('waiting', 'running', 'done', 'failed')),
  constraint a_run_that_failed_says_why check ((state = 'failed') = (trouble <> '')),
  constraint a_run_that_is_over_has_ended check ((state in ('done', 'failed')) = (ended_at is not null))
);
create index feed_run_newest on interchange.feed_run (feed_id, asked_at desc);
create unique index one_run_waits on interchange.feed_run (feed_id) where state = 'waiting';
call platform.classify('interchange.feed_run', 'organisation', 'id feed_id kind by_hand state asked_at moved_at ended_at
  services new matched changed unchanged rejected gone trouble import_id');

-- What was noticed in a run, the commonest first; never what the feed says.
create table interchange.feed_finding (
  run_id uuid not null references interchange.feed_run on delete cascade,
  place integer not null,
  words text not null,
  times integer not null,
  primary key (run_id, place)
);
call platform.classify('interchange.feed_finding', 'organisation', 'run_id place words times');

grant select on interchange.feed, interchange.feed_run, interchange.feed_finding to joinery_web, joinery_jobs;
grant insert, update, delete on interchange.feed, interchange.feed_run to joinery_web, joinery_jobs;
grant insert, delete on interchange.feed_finding to joinery_web, joinery_jobs;

-- What has gone from the list it came from stays, and says so.
create index source_gone on register.source (source) where gone_at is not null;
