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
call platform.classify('interchange.import', 'organisation', 'id kind source file_names digest state rows_done read
  new matched changed unchanged rejected rejects_file started_at moved_at ended_at');
grant select on interchange.import to joinery_web, joinery_jobs;
grant insert, update on interchange.import to joinery_jobs;
