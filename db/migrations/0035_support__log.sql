-- The support log: what any centre did for a group, on one timeline. It speaks of people, so who sees which entry is
-- kept by the database as well as by the pages.
create schema support;
grant usage on schema support to joinery_web, joinery_jobs, joinery_publisher;

create table support.entry (
  id uuid primary key,
  organisation_id uuid not null references register.organisation,
  centre_id uuid not null references register.organisation,
  kind text not null,
  on_day date not null,
  words text not null,
  shown_to text not null,
  author_person_id uuid not null references people.person,
  author_name text not null,
  follow_up_on date,
  follow_up_person_id uuid references people.person,
  follow_up_done_at timestamptz,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  version integer not null default 0,
  withdrawn_at timestamptz,
  withdrawn_reason text not null default '',
  constraint an_entry_says_something check (words <> ''),
  constraint an_entry_is_of_a_known_kind check (kind in ('enquiry', 'visit', 'call', 'advice', 'action')),
  constraint an_entry_is_shown_to_somebody check (shown_to in ('own_centre', 'all_centres', 'group_too')),
  constraint a_follow_up_has_a_day_and_a_person
    check ((follow_up_on is null) = (follow_up_person_id is null)),
  constraint only_a_follow_up_can_be_done check (follow_up_done_at is null or follow_up_on is not null),
  constraint withdrawing_an_entry_has_a_reason check (withdrawn_at is null or withdrawn_reason <> '')
);
create index entry_of_organisation on support.entry (organisation_id, on_day desc);
create index entry_of_centre on support.entry (centre_id, on_day desc);
create index entry_by_author on support.entry (author_person_id);
create index entry_to_follow_up on support.entry (follow_up_person_id, follow_up_on)
  where follow_up_on is not null and follow_up_done_at is null and withdrawn_at is null;
create index entry_by_age on support.entry (made_at);
call platform.classify('support.entry', 'personal', 'words author_name withdrawn_reason');
call platform.classify('support.entry', 'organisation', 'id organisation_id centre_id kind on_day shown_to
  author_person_id follow_up_on follow_up_person_id follow_up_done_at made_at changed_at version withdrawn_at');

-- What stood there before a correction, for the centre that wrote it.
create table support.earlier (
  entry_id uuid not null references support.entry on delete cascade,
  version integer not null,
  kind text not null,
  on_day date not null,
  words text not null,
  shown_to text not null,
  until_at timestamptz not null,
  changed_by uuid not null references people.person,
  primary key (entry_id, version)
);
create index earlier_by_person on support.earlier (changed_by);
call platform.classify('support.earlier', 'personal', 'words');
call platform.classify('support.earlier', 'organisation', 'entry_id version kind on_day shown_to until_at changed_by');

-- The hub looks into a log only with a reason, and the centres read who looked and why.
create table support.look (
  id uuid primary key,
  organisation_id uuid not null references register.organisation,
  person_id uuid not null references people.person,
  person_name text not null,
  reason text not null,
  looked_at timestamptz not null,
  closes_at timestamptz not null,
  constraint a_look_has_a_reason check (reason <> '')
);
create index look_at_organisation on support.look (organisation_id, looked_at desc);
create index look_by_person on support.look (person_id);
call platform.classify('support.look', 'personal', 'person_name reason');
call platform.classify('support.look', 'organisation', 'id organisation_id person_id looked_at closes_at');

-- The centres whose work the actor does, and the hub for its coordinator.
create function support.bodies_of_actor() returns uuid[]
language sql stable security definer set search_path = pg_catalog, register as $$
  select coalesce(array_agg(distinct organisation_id), '{}')
  from register.positions_of(people.actor())
  where (not asks_second_key or people.actor_is_strong())
    and ((organisation_kind = 'centre' and role in ('admin', 'worker'))
      or (organisation_kind = 'hub' and role = 'coordinator'));
$$;

create function support.actor_is_at_a_centre() returns boolean
language sql stable security definer set search_path = pg_catalog, register as $$
  select exists (select from register.positions_of(people.actor())
    where (not asks_second_key or people.actor_is_strong())
      and organisation_kind = 'centre' and role in ('admin', 'worker'));
$$;

create function support.looked_into_by_actor() returns uuid[]
language sql stable security definer set search_path = pg_catalog, support as $$
  select coalesce(array_agg(distinct organisation_id), '{}') from support.look
  where person_id = people.actor() and register.actor_is_coordinator();
$$;

alter table support.entry enable row level security;
alter table support.entry force row level security;
alter table support.earlier enable row level security;
alter table support.earlier force row level security;
alter table support.look enable row level security;
alter table support.look force row level security;

create policy entry_for_those_it_is_shown_to on support.entry for select to joinery_web
  using (centre_id = any((select support.bodies_of_actor())::uuid[])
    or author_person_id = (select people.actor())
    or (shown_to <> 'own_centre' and (select support.actor_is_at_a_centre()))
    or (shown_to <> 'own_centre' and organisation_id = any((select support.looked_into_by_actor())::uuid[]))
    or (shown_to = 'group_too' and organisation_id = any((select register.organisations_of_actor())::uuid[])));
create policy entry_by_its_centre on support.entry for insert to joinery_web
  with check (centre_id = any((select support.bodies_of_actor())::uuid[])
    and author_person_id = (select people.actor()));
create policy entry_is_put_right_by_its_centre on support.entry for update to joinery_web
  using (centre_id = any((select support.bodies_of_actor())::uuid[])
    or author_person_id = (select people.actor()));
create policy entry_by_jobs on support.entry to joinery_jobs using (true) with check (true);

create policy earlier_for_its_centre on support.earlier to joinery_web
  using (changed_by = (select people.actor()) or entry_id in (select id from support.entry
    where centre_id = any((select support.bodies_of_actor())::uuid[])))
  with check (entry_id in (select id from support.entry
    where centre_id = any((select support.bodies_of_actor())::uuid[])));
create policy earlier_by_jobs on support.earlier to joinery_jobs using (true) with check (true);

create policy look_for_centres_and_the_one_who_looked on support.look for select to joinery_web
  using (person_id = (select people.actor()) or (select support.actor_is_at_a_centre())
    or (select register.actor_is_coordinator()));
create policy look_by_the_coordinator on support.look for insert to joinery_web
  with check (person_id = (select people.actor()) and (select register.actor_is_coordinator()));
create policy look_is_left_by_whoever_closes_the_account on support.look for update to joinery_web
  using (person_id = (select people.actor()));
create policy look_by_jobs on support.look to joinery_jobs using (true) with check (true);

grant select, insert, update on support.entry, support.earlier, support.look to joinery_web, joinery_jobs;
grant delete on support.entry, support.earlier, support.look to joinery_jobs;
