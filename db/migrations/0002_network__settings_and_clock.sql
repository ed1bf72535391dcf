create table network.network (
  one boolean primary key default true,
  name text not null,
  strapline text not null,
  practice boolean not null,
  promise jsonb not null default '[]',
  clocks jsonb not null,
  hub_name text not null,
  hub_phone text not null,
  hub_email text not null,
  data_licence text not null default 'OGL-UK-3.0',
  language text not null default 'en-GB',
  banner text not null default '',
  version integer not null default 0,
  constraint there_is_one_network check (one)
);
comment on column network.network.practice is 'public: a mark made when the database is filled; no login may change it';
call platform.classify('network.network', 'public', 'one name strapline promise clocks hub_name hub_phone
  hub_email data_licence language banner version');

-- How far network time has been moved on in a practice network.
create table network.clock (
  one boolean primary key default true,
  hours_ahead double precision not null default 0,
  constraint there_is_one_clock check (one),
  constraint time_is_never_moved_back check (hours_ahead >= 0)
);
call platform.classify('network.clock', 'public', 'one hours_ahead');

create table network.bank_holiday (
  nation text not null,
  day date not null,
  name text not null,
  primary key (nation, day)
);
call platform.classify('network.bank_holiday', 'public', 'nation day name');

create function network.is_practice() returns boolean
language sql stable security definer set search_path = pg_catalog, network as $$
  select coalesce((select practice from network.network), false);
$$;

grant select on all tables in schema network to joinery_web, joinery_jobs, joinery_publisher;
grant insert on network.network, network.clock, network.bank_holiday to joinery_jobs;
grant update (name, strapline, promise, clocks, hub_name, hub_phone, hub_email, data_licence, language, banner, version)
  on network.network to joinery_web, joinery_jobs;
grant update on network.clock to joinery_web, joinery_jobs;
grant insert, delete on network.bank_holiday to joinery_web;

-- In a practice network the mail that would have been sent is there for all to read.
create policy practice_mail_is_shown on platform.outbox for select to joinery_web using (network.is_practice());
grant select on platform.outbox to joinery_web;
