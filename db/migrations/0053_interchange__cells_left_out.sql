-- Which rows were taken without one of their cells, and which cell; never what stood in it.
create table interchange.remark (
  import_id uuid not null references interchange.import on delete cascade,
  file integer not null,
  line integer not null,
  remark text not null,
  primary key (import_id, file, line)
);
call platform.classify('interchange.remark', 'organisation', 'import_id file line remark');
grant select on interchange.remark to joinery_web, joinery_jobs;
grant insert, delete on interchange.remark to joinery_jobs;
