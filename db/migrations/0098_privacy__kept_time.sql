-- What goes by itself: how much would go next, and what is held back, by whom and why.
create table privacy.kept_time (
  name text primary key,
  due integer not null,
  more boolean not null,
  counted_at timestamptz not null
);
call platform.classify('privacy.kept_time', 'organisation', 'name due more counted_at');

create table privacy.hold (
  id uuid primary key,
  name text not null,
  reason text not null,
  by_person_id uuid not null references people.person,
  made_at timestamptz not null,
  until_day date not null,
  ended_at timestamptz,
  ended_by_person_id uuid references people.person,
  constraint a_hold_says_why check (reason <> '')
);
create unique index one_hold_of_a_name on privacy.hold (name) where ended_at is null;
create index hold_by_person on privacy.hold (by_person_id);
create index hold_ended_by on privacy.hold (ended_by_person_id) where ended_by_person_id is not null;
call platform.classify('privacy.hold', 'organisation', 'id name reason by_person_id made_at until_day ended_at
  ended_by_person_id');

grant select on privacy.kept_time to joinery_web;
grant select, insert, update on privacy.kept_time to joinery_jobs;
grant select, insert, update on privacy.hold to joinery_web, joinery_jobs;
