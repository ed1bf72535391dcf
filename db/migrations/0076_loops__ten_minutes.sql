-- How somebody wants their ten minutes of the week: which list they took this week, and when they are asked by mail.
create table loops.ten_minutes (
  person_id uuid primary key references people.person,
  -- The Monday of the week whose list was taken, and what stood on it: a list that was taken grows no longer.
  week date,
  items text[] not null default '{}',
  -- The Monday of the week that they are through with.
  done_week date,
  paused boolean not null default false,
  -- From 1, Monday, to 5, Friday; null where nobody asks by mail.
  weekday integer,
  -- When the next letter goes, in network time, and the Monday of the week in which the last one went.
  letter_at timestamptz,
  asked_week date,
  constraint one_is_asked_on_a_working_day check (weekday between 1 and 5),
  constraint a_list_has_at_most_seven check (cardinality(items) <= 7),
  constraint nobody_is_asked_who_did_not_choose_a_day check (letter_at is null or (weekday is not null and not paused))
);
create index ten_minutes_due on loops.ten_minutes (letter_at) where letter_at is not null;
call platform.classify('loops.ten_minutes', 'personal', 'person_id items');
call platform.classify('loops.ten_minutes', 'organisation', 'week done_week paused weekday letter_at asked_week');

-- The link under each of these letters by which one stops them without signing in.
create table loops.ten_minutes_stop (
  token_hash bytea primary key,
  person_id uuid not null references people.person,
  made_at timestamptz not null
);
call platform.classify('loops.ten_minutes_stop', 'personal', 'token_hash person_id');
call platform.classify('loops.ten_minutes_stop', 'organisation', 'made_at');
create index ten_minutes_stop_by_time on loops.ten_minutes_stop (made_at);

alter table loops.ten_minutes enable row level security;
alter table loops.ten_minutes force row level security;
create policy ten_minutes_by_oneself on loops.ten_minutes to joinery_web
  using (person_id = (select people.actor())
    or person_id in (select person_id from loops.ten_minutes_stop where token_hash = people.key('link')))
  with check (person_id = (select people.actor())
    or person_id in (select person_id from loops.ten_minutes_stop where token_hash = people.key('link')));
create policy ten_minutes_by_jobs on loops.ten_minutes to joinery_jobs using (true) with check (true);

alter table loops.ten_minutes_stop enable row level security;
alter table loops.ten_minutes_stop force row level security;
create policy ten_minutes_stop_by_its_holder on loops.ten_minutes_stop for select to joinery_web
  using (token_hash = people.key('link') or person_id = (select people.actor()));
create policy ten_minutes_stop_by_jobs on loops.ten_minutes_stop to joinery_jobs using (true) with check (true);

grant select, insert, update, delete on loops.ten_minutes to joinery_web, joinery_jobs;
grant select on loops.ten_minutes_stop to joinery_web;
grant select, insert, delete on loops.ten_minutes_stop to joinery_jobs;
