create table interchange.import (
  id uuid primary key,
  kind text not null,
  source text not null,
  file_names text[] not null,
  digest bytea not null,
  state text not null,
  rows_done integer not null default 0,
  read integer not null default 0,
  new integer not null default 0,
  matched integer not null default 0,
  changed integer not null default 0,
  unchanged integer not null default 0,
  rejected integer not null default 0,
  rejects_file text not null default '',
  started_at timestamptz not null,
  moved_at timestamptz not null,
  ended_at timestamptz,
  constraint an_import_is_in_a_known_state check (state in ('running', 'done', 'stopped'))
);
create index import_newest on interchange.import (started_at desc);
create index import_unfinished on interchange.import (kind, source) where state <> 'done';
call platform.classify('interchange.import', 'organisation', 'id kind source file_names digest state rows_done read
  new matched changed unchanged rejected rejects_file started_at moved_at ended_at');
-- Which rows were not taken and why; never what they say, which stays in the file they came from.
create table interchange.reject (
  import_id uuid not null references interchange.import on delete cascade,
  file integer not null,
  line integer not null,
  reason text not null,
  primary key (import_id, file, line)
);
call platform.classify('interchange.reject', 'organisation', 'import_id file line reason');
grant select on interchange.reject to joinery_web, joinery_jobs;
grant insert, delete on interchange.reject to joinery_jobs;
grant select on interchange.import to joinery_web, joinery_jobs;
grant insert, update on interchange.import to joinery_jobs;
