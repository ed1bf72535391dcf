-- How many skills a role asks for, counted once instead of with every look.
alter table volunteering.open_role add column skills_asked integer not null default 0;
call platform.classify('volunteering.open_role', 'public', 'skills_asked');

-- A fair, a freshers' week: many people and the places of some roles, brought together on one day (D7). A drive knows
-- numbers and no names; whoever has an account finds on their own page what is suggested to them.
create table volunteering.drive (
  id uuid primary key,
  centre_id uuid not null references register.organisation,
  title text not null,
  words text not null default '',
  on_day date not null,
  -- When roles and people were brought together last, and when the last suggestion went out.
  proposed_at timestamptz,
  suggested_at timestamptz,
  closed_at timestamptz,
  version integer not null default 0,
  made_at timestamptz not null,
  made_by uuid references people.person,
  constraint a_drive_is_called_something check (title <> '')
);
create index drive_of_centre on volunteering.drive (centre_id, on_day);
call platform.classify('volunteering.drive', 'organisation', 'id centre_id title words on_day proposed_at suggested_at
  closed_at version made_at made_by');

create table volunteering.drive_role (
  drive_id uuid not null references volunteering.drive on delete cascade,
  role_id uuid not null references volunteering.role,
  places integer not null,
  constraint a_role_is_in_a_drive_once primary key (drive_id, role_id),
  constraint a_drive_has_places check (places between 1 and 500)
);
create index drive_role_of_role on volunteering.drive_role (role_id);
call platform.classify('volunteering.drive_role', 'organisation', 'drive_id role_id places');

create table volunteering.drive_entry (
  id uuid primary key,
  drive_id uuid not null references volunteering.drive on delete cascade,
  -- On the slip that somebody gets at the counter.
  number integer not null,
  -- Whoever takes part by their own account; none for those at the counter.
  person_id uuid references people.person,
  -- What they would like, as it was when they joined.
  wishes jsonb not null,
  role_id uuid references volunteering.role,
  suggested_at timestamptz,
  made_at timestamptz not null,
  constraint a_number_is_given_once unique (drive_id, number),
  constraint one_takes_part_once unique (drive_id, person_id),
  constraint what_is_suggested_is_a_role check (suggested_at is null or role_id is not null)
);
create index drive_entry_of_person on volunteering.drive_entry (person_id) where person_id is not null;
call platform.classify('volunteering.drive_entry', 'special', 'wishes');
call platform.classify('volunteering.drive_entry', 'personal', 'id drive_id number person_id role_id suggested_at made_at');

-- Policies of the entries ask the drive, and the drive is no secret.
alter table volunteering.drive_entry enable row level security;
alter table volunteering.drive_entry force row level security;
create policy drive_entry_for_those_it_concerns on volunteering.drive_entry to joinery_web
  using (person_id = (select people.actor()) or drive_id in (select id from volunteering.drive
    where centre_id = any((select register.organisations_of_actor())::uuid[])))
  with check (person_id = (select people.actor()) or drive_id in (select id from volunteering.drive
    where centre_id = any((select register.organisations_of_actor())::uuid[])));
create policy drive_entry_by_jobs on volunteering.drive_entry to joinery_jobs using (true) with check (true);

-- The next free number of a drive, also where one may not see the others.
create function volunteering.next_number(of_drive uuid) returns integer
language sql stable security definer set search_path = pg_catalog, volunteering as $$
  select coalesce(max(number), 0) + 1 from volunteering.drive_entry where drive_id = of_drive;
$$;

grant select, insert, update on volunteering.drive to joinery_web, joinery_jobs;
grant select, insert, update, delete on volunteering.drive_role, volunteering.drive_entry to joinery_web, joinery_jobs;
