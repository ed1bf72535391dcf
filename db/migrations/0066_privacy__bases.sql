-- The recorded ground on which details of a person are used or passed on. It names who may have them, for what and which
-- of them; nothing leaves without one that is live (model D5, 1).
create schema privacy;
grant usage on schema privacy to joinery_web, joinery_jobs, joinery_publisher;

create table privacy.basis (
  id uuid primary key,
  purpose text not null,
  ground text not null,
  -- Who passes the details on.
  organisation_id uuid not null references register.organisation,
  -- The person with an account; whoever is helped without one holds a link instead.
  person_id uuid references people.person,
  link_hash bytea unique,
  items text[] not null,
  how text not null,
  given_on date not null,
  taken_by_person_id uuid references people.person,
  -- The very words that were read out or shown, so that later wordings change nothing about it.
  wording_version text not null,
  wording text not null,
  reason text not null default '',
  covers_next boolean not null default false,
  until_at timestamptz,
  made_at timestamptz not null,
  ended_at timestamptz,
  ended_how text,
  ended_by text,
  constraint a_basis_is_for_a_known_purpose check (purpose in ('referral', 'introduction')),
  constraint a_basis_stands_on_a_known_ground check (ground in ('consent', 'public_task', 'safeguarding')),
  constraint a_basis_names_what_is_passed_on check (cardinality(items) > 0),
  constraint consent_is_given_in_a_known_way check (how in ('spoken', 'written', 'online', 'none')),
  constraint only_consent_is_given check ((ground = 'consent') = (how <> 'none')),
  constraint without_consent_there_is_a_reason check (ground = 'consent' or reason <> ''),
  constraint consent_has_its_words check (ground <> 'consent' or wording <> ''),
  constraint a_basis_that_ended_says_how check ((ended_at is null) = (ended_how is null)),
  constraint a_basis_ends_in_a_known_way check (ended_how in ('withdrawn', 'expired', 'replaced'))
);
create index basis_of_person on privacy.basis (person_id) where person_id is not null;
create index basis_of_organisation on privacy.basis (organisation_id, made_at);
create index basis_taken_by on privacy.basis (taken_by_person_id) where taken_by_person_id is not null;
create index basis_until on privacy.basis (until_at) where ended_at is null and until_at is not null;
call platform.classify('privacy.basis', 'personal', 'person_id link_hash reason');
call platform.classify('privacy.basis', 'organisation', 'id purpose ground organisation_id items how given_on
  taken_by_person_id wording_version wording covers_next until_at made_at ended_at ended_how ended_by');

-- Everybody the details went to, by name, and whether they say that they have let go of them.
create table privacy.receiver (
  id uuid primary key,
  basis_id uuid not null references privacy.basis on delete cascade,
  organisation_id uuid not null references register.organisation,
  named_at timestamptz not null,
  told_at timestamptz,
  gone_at timestamptz,
  gone_by_person_id uuid references people.person,
  constraint one_is_named_once unique (basis_id, organisation_id),
  constraint nobody_lets_go_untold check (gone_at is null or told_at is not null)
);
create index receiver_of_organisation on privacy.receiver (organisation_id, named_at);
create index receiver_gone_by on privacy.receiver (gone_by_person_id) where gone_by_person_id is not null;
call platform.classify('privacy.receiver', 'personal', 'basis_id');
call platform.classify('privacy.receiver', 'organisation', 'id organisation_id named_at told_at gone_at gone_by_person_id');

-- Who looked at what of somebody, written in the transaction of the look; no line is ever changed.
create table privacy.look (
  id uuid primary key,
  basis_id uuid not null references privacy.basis on delete cascade,
  thing_id uuid not null,
  what text not null,
  organisation_id uuid not null references register.organisation,
  person_id uuid not null references people.person,
  looked_at timestamptz not null,
  machine_at timestamptz not null,
  constraint a_look_is_at_something_known check (what in ('need', 'details', 'states'))
);
create index look_at_basis on privacy.look (basis_id, looked_at);
create index look_by_organisation on privacy.look (organisation_id, looked_at);
create index look_by_person on privacy.look (person_id, looked_at);
create index look_by_age on privacy.look (looked_at);
call platform.classify('privacy.look', 'personal', 'basis_id thing_id');
call platform.classify('privacy.look', 'organisation', 'id what organisation_id person_id looked_at machine_at');

-- The three tables ask each other, which policies alone would do in a ring.
create function privacy.actor_is_named_on(of_basis uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, privacy as $$
  select exists (select from privacy.receiver
    where basis_id = of_basis and organisation_id = any((select register.organisations_of_actor())::uuid[]));
$$;
create function privacy.actor_gave(of_basis uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, privacy as $$
  select exists (select from privacy.basis
    where id = of_basis and (person_id = people.actor() or link_hash = people.key('link')));
$$;
create function privacy.actor_passes_on(of_basis uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, privacy as $$
  select exists (select from privacy.basis
    where id = of_basis and organisation_id = any((select register.organisations_of_actor())::uuid[]));
$$;

alter table privacy.basis enable row level security;
alter table privacy.basis force row level security;
create policy basis_for_those_it_concerns on privacy.basis for select to joinery_web
  using (person_id = (select people.actor()) or link_hash = (select people.key('link'))
    or organisation_id = any((select register.organisations_of_actor())::uuid[])
    or privacy.actor_is_named_on(id));
create policy basis_by_whoever_passes_on on privacy.basis for insert to joinery_web
  with check (person_id = (select people.actor())
    or organisation_id = any((select register.organisations_of_actor())::uuid[]));
create policy basis_is_ended_by_those_it_concerns on privacy.basis for update to joinery_web
  using (person_id = (select people.actor()) or link_hash = (select people.key('link'))
    or organisation_id = any((select register.organisations_of_actor())::uuid[])
    or privacy.actor_is_named_on(id));
create policy basis_by_jobs on privacy.basis to joinery_jobs using (true) with check (true);

alter table privacy.receiver enable row level security;
alter table privacy.receiver force row level security;
create policy receiver_for_those_it_concerns on privacy.receiver for select to joinery_web
  using (organisation_id = any((select register.organisations_of_actor())::uuid[])
    or privacy.actor_gave(basis_id) or privacy.actor_passes_on(basis_id));
create policy receiver_by_whoever_passes_on on privacy.receiver for insert to joinery_web
  with check (privacy.actor_gave(basis_id) or privacy.actor_passes_on(basis_id));
create policy receiver_is_told_and_lets_go on privacy.receiver for update to joinery_web
  using (organisation_id = any((select register.organisations_of_actor())::uuid[])
    or privacy.actor_gave(basis_id) or privacy.actor_passes_on(basis_id)
    or privacy.actor_is_named_on(basis_id));
create policy receiver_by_jobs on privacy.receiver to joinery_jobs using (true) with check (true);

alter table privacy.look enable row level security;
alter table privacy.look force row level security;
create policy look_for_those_it_concerns on privacy.look for select to joinery_web
  using (person_id = (select people.actor())
    or organisation_id = any((select register.organisations_of_actor())::uuid[])
    or privacy.actor_gave(basis_id));
create policy look_by_oneself on privacy.look for insert to joinery_web
  with check (person_id = (select people.actor())
    and organisation_id = any((select register.organisations_of_actor())::uuid[]));
create policy look_by_jobs on privacy.look to joinery_jobs using (true) with check (true);

grant select, insert, update on privacy.basis, privacy.receiver to joinery_web, joinery_jobs;
grant select, insert on privacy.look to joinery_web, joinery_jobs;
grant delete on privacy.basis, privacy.receiver, privacy.look to joinery_jobs;
