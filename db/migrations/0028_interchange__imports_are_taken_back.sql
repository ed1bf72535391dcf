-- An import through a page can be taken back for seven days.
alter table interchange.import
  add column undo_until timestamptz,
  add column taken_back integer not null default 0,
  add column kept integer not null default 0;
call platform.classify('interchange.import', 'organisation', 'undo_until taken_back kept');

-- What a list would change in records that are there: some of it, for whoever decides.
create table interchange.seen_change (
  import_id uuid not null references interchange.import on delete cascade,
  place integer not null,
  title text not null,
  field text not null,
  was text not null,
  now text not null,
  primary key (import_id, place)
);
call platform.classify('interchange.seen_change', 'organisation', 'import_id place title field was now');
grant select on interchange.seen_change to joinery_web;
grant select, insert, delete on interchange.seen_change to joinery_jobs;
