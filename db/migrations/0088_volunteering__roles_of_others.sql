-- Where a role came from that others hold, too: the same advert is found again, and changed only when it changed there.
create table volunteering.role_source (
  role_id uuid primary key references volunteering.role on delete cascade,
  source text not null,
  source_id text not null,
  digest bytea not null,
  -- Where it stands there.
  address text not null default '',
  read_at timestamptz not null,
  constraint an_advert_is_one_role unique (source, source_id)
);
call platform.classify('volunteering.role_source', 'public', 'role_id source source_id address');
call platform.classify('volunteering.role_source', 'organisation', 'digest read_at');
grant select, insert, update on volunteering.role_source to joinery_web, joinery_jobs;
