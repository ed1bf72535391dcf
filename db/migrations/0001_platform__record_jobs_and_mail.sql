-- Roles are the cluster's, not the database's: whoever brings an outside server may have made them already.
do $$
declare
  name text;
begin
  foreach name in array array['joinery_web', 'joinery_jobs', 'joinery_publisher'] loop
    if not exists (select from pg_roles where rolname = name) then
      execute format('create role %I nologin', name);
    end if;
  end loop;
end $$;

create schema network;
create schema people;
create schema areas;
create schema loops;
create schema register;
create schema directory;
create schema notifications;
create schema interchange;

grant usage on schema platform, network, people, areas, loops, register, directory, notifications, interchange
  to joinery_web, joinery_jobs, joinery_publisher;

-- Words of a class in the comment of each column: public, member, organisation, personal or special.
create procedure platform.classify(of_table regclass, class text, columns text)
language plpgsql as $$
declare
  column_name text;
begin
  if class not in ('public', 'member', 'organisation', 'personal', 'special') then
    raise exception '% is no class of data', class;
  end if;
  foreach column_name in array regexp_split_to_array(btrim(columns), '\s+') loop
    execute format('comment on column %s.%I is %L', of_table, column_name, class);
  end loop;
end $$;

create table platform.event (
  id uuid primary key,
  name text not null,
  at timestamptz not null,
  machine_at timestamptz not null,
  actor_kind text not null,
  actor_person_id uuid,
  organisation_id uuid,
  payload jsonb not null,
  reason text,
  transaction xid8 not null default pg_current_xact_id(),
  constraint an_event_has_a_known_actor check (actor_kind in ('anonymous', 'person', 'link', 'job'))
);
create index event_by_transaction on platform.event (transaction, id);
create index event_by_organisation on platform.event (organisation_id, at) where organisation_id is not null;
call platform.classify('platform.event', 'organisation', 'id name at machine_at actor_kind actor_person_id
  organisation_id payload reason transaction');
comment on table platform.event is 'Who did what, when and why. Append-only: no login may change or delete a row.';

create table platform.seal (
  number integer primary key,
  transactions_from xid8 not null,
  transactions_before xid8 not null,
  events integer not null,
  previous_hash bytea not null,
  hash bytea not null,
  sealed_at timestamptz not null
);
call platform.classify('platform.seal', 'organisation', 'number transactions_from transactions_before events
  previous_hash hash sealed_at');

create table platform.outbox (
  id uuid primary key,
  to_email text not null,
  subject text not null,
  body text not null,
  kind text not null,
  organisation_id uuid,
  state text not null default 'waiting',
  attempts integer not null default 0,
  last_error text,
  at timestamptz not null,
  try_at timestamptz not null,
  done_at timestamptz,
  constraint a_message_is_in_a_known_state check (state in ('waiting', 'sent', 'kept', 'failed'))
);
create index outbox_waiting on platform.outbox (try_at) where state = 'waiting';
create index outbox_newest on platform.outbox (at desc, id desc);
call platform.classify('platform.outbox', 'personal', 'to_email subject body');
call platform.classify('platform.outbox', 'organisation', 'id kind organisation_id state attempts last_error at
  try_at done_at');
alter table platform.outbox enable row level security;
alter table platform.outbox force row level security;
create policy anyone_may_post on platform.outbox for insert to joinery_web with check (state = 'waiting');
create policy jobs_send on platform.outbox to joinery_jobs using (true) with check (true);

-- What the hub sees of mail: how it fares, never to whom or about what.
create view platform.mail_state as
  select id, kind, organisation_id, state, attempts, last_error, at, try_at, done_at from platform.outbox;

-- A job is a row of the same transaction as the change it follows from.
create function platform.add_job(task text, payload jsonb, key text default null)
returns void language sql security definer set search_path = pg_catalog, graphile_worker as $$
  select graphile_worker.add_job(task, payload::json, job_key => key, max_attempts => 12);
$$;

grant select, insert on platform.event to joinery_web, joinery_jobs;
grant select on platform.seal to joinery_web;
grant select, insert on platform.seal to joinery_jobs;
grant insert on platform.outbox to joinery_web;
grant select, insert, update, delete on platform.outbox to joinery_jobs;
grant select on platform.outbox to joinery_publisher;
grant select on platform.migration to joinery_web, joinery_jobs;
create policy hub_counts on platform.outbox for select to joinery_publisher using (true);
alter view platform.mail_state owner to joinery_publisher;
grant select on platform.mail_state to joinery_web, joinery_jobs;

-- The queue runs as the jobs login, which its own row-level security would otherwise shut out.
grant usage, create on schema graphile_worker to joinery_jobs;
grant select, insert, update, delete on all tables in schema graphile_worker to joinery_jobs;
grant usage on all sequences in schema graphile_worker to joinery_jobs;
grant execute on all functions in schema graphile_worker to joinery_jobs;
do $$
declare
  name text;
begin
  for name in select relname from pg_class
    where relnamespace = 'graphile_worker'::regnamespace and relkind = 'r' and relrowsecurity loop
    execute format('create policy jobs on graphile_worker.%I to joinery_jobs using (true) with check (true)', name);
  end loop;
end $$;
