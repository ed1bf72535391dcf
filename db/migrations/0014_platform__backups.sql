-- A restored network lives in another cluster, which counts its transactions from a lower number. What is added to that
-- number makes the record go on behind its last seal. One row, written by a restore; 0 where the network began.
create table platform.transaction_shift (
  one boolean primary key default true,
  ahead bigint not null default 0,
  constraint there_is_one_shift check (one),
  constraint transactions_are_never_moved_back check (ahead >= 0)
);
call platform.classify('platform.transaction_shift', 'organisation', 'one ahead');
insert into platform.transaction_shift default values;

create function platform.shifted(transaction xid8) returns xid8
language sql stable security definer set search_path = pg_catalog, platform as $$
  select (transaction::text::numeric + (select ahead from platform.transaction_shift))::text::xid8;
$$;
alter table platform.event alter column transaction set default platform.shifted(pg_current_xact_id());
grant select on platform.transaction_shift to joinery_web, joinery_jobs;

-- Each backup of this database, and whether it was proved: about this machine, so it is in no backup itself.
create table platform.backup (
  id uuid primary key,
  why text not null,
  state text not null,
  folder text not null default '',
  rows bigint,
  bytes bigint,
  trouble text not null default '',
  started_at timestamptz not null,
  ended_at timestamptz,
  command_code integer,
  command_trouble text not null default '',
  proved_at timestamptz,
  proof_trouble text not null default '',
  constraint a_backup_has_a_known_reason check (why in ('nightly', 'before a change', 'by hand')),
  constraint a_backup_is_in_a_known_state check (state in ('running', 'whole', 'failed'))
);
create index backup_newest on platform.backup (started_at desc);
call platform.classify('platform.backup', 'organisation', 'id why state folder rows bytes trouble started_at ended_at
  command_code command_trouble proved_at proof_trouble');
grant select on platform.backup to joinery_web, joinery_jobs;
grant insert, update, delete on platform.backup to joinery_jobs;

-- What anybody may know: when the last one was made and proved. Where it lies is nobody's business.
create view platform.backup_state as
  select id, why, state, started_at, ended_at, proved_at, command_code, proof_trouble <> '' as proof_failed,
    command_trouble <> '' as command_failed
  from platform.backup;
alter view platform.backup_state owner to joinery_publisher;
grant select on platform.backup to joinery_publisher;
grant select on platform.backup_state to joinery_web, joinery_jobs;
