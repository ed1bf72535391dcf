-- A list may come in through the browser: sent, looked at, brought in by a job, stopped and gone on with.
alter table interchange.import
  add column by_page boolean not null default false,
  add column attribution text not null default '',
  add column rows_in_file integer not null default 0,
  add column problem text not null default '';
alter table interchange.import
  drop constraint an_import_is_in_a_known_state,
  add constraint an_import_is_in_a_known_state check (state in ('running', 'done', 'stopped', 'sent', 'looking',
    'looked', 'undoing', 'undone'));
call platform.classify('interchange.import', 'organisation', 'by_page attribution rows_in_file problem');

-- What was sent: it may speak of persons, so only the coordinator and the jobs see it, and it goes after thirty days.
create table interchange.import_file (
  import_id uuid primary key references interchange.import on delete cascade,
  name text not null,
  headings text[] not null,
  -- Some values of each column, for whoever says what the columns are.
  samples jsonb not null,
  -- Their heading to our column; empty leaves it out.
  columns jsonb not null default '{}',
  sent_at timestamptz not null
);
call platform.classify('interchange.import_file', 'personal', 'samples');
call platform.classify('interchange.import_file', 'organisation', 'import_id name headings columns sent_at');

create table interchange.import_part (
  import_id uuid not null references interchange.import_file on delete cascade,
  number integer not null,
  body bytea not null,
  primary key (import_id, number),
  constraint a_part_is_small check (octet_length(body) <= 1048576)
);
call platform.classify('interchange.import_part', 'personal', 'body');
call platform.classify('interchange.import_part', 'organisation', 'import_id number');

-- What a look at a list found out about each of its rows.
create table interchange.seen_row (
  import_id uuid not null references interchange.import on delete cascade,
  line integer not null,
  outcome text not null,
  title text not null,
  reason text not null default '',
  primary key (import_id, line),
  constraint a_row_has_a_known_outcome check (outcome in ('new', 'matched', 'changed', 'unchanged', 'rejected'))
);
create index seen_row_by_outcome on interchange.seen_row (import_id, outcome, line);
call platform.classify('interchange.seen_row', 'organisation', 'import_id line outcome title reason');

alter table interchange.import_file enable row level security;
alter table interchange.import_file force row level security;
create policy file_of_the_coordinator on interchange.import_file to joinery_web
  using ((select register.actor_is_coordinator())) with check ((select register.actor_is_coordinator()));
create policy jobs_read_files on interchange.import_file to joinery_jobs using (true) with check (true);
alter table interchange.import_part enable row level security;
alter table interchange.import_part force row level security;
create policy part_of_the_coordinator on interchange.import_part to joinery_web
  using ((select register.actor_is_coordinator())) with check ((select register.actor_is_coordinator()));
create policy jobs_read_parts on interchange.import_part to joinery_jobs using (true) with check (true);

grant select, insert, update, delete on interchange.import_file, interchange.import_part
  to joinery_web, joinery_jobs;
grant select on interchange.seen_row to joinery_web;
grant select, insert, delete on interchange.seen_row to joinery_jobs;
grant delete on interchange.import to joinery_web;
grant delete on interchange.import to joinery_jobs;
grant delete on interchange.reject to joinery_web;
