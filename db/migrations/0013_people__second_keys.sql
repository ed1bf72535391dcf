-- A second key beside the mailbox: passkeys, authenticator codes, and recovery codes for when both are lost.
alter table people.session add column proved_at timestamptz;
alter table people.session add column proved_by text;
alter table people.session add constraint a_session_is_proved_by_a_known_key
  check (proved_by in ('passkey', 'authenticator', 'recovery', 'practice'));
call platform.classify('people.session', 'personal', 'proved_at proved_by');

create table people.passkey (
  id uuid primary key,
  person_id uuid not null references people.person,
  credential_id bytea not null,
  public_key bytea not null,
  counter bigint not null,
  synced boolean not null,
  name text not null,
  made_at timestamptz not null,
  used_at timestamptz,
  constraint a_passkey_is_known_once unique (credential_id),
  constraint a_passkey_has_a_name check (name <> '')
);
create index passkey_by_person on people.passkey (person_id);
call platform.classify('people.passkey', 'personal', 'id person_id credential_id public_key counter synced name
  made_at used_at');

-- What a browser has to sign with its passkey: once, soon, for one purpose, in the session or browser that asked.
create table people.challenge (
  id uuid primary key,
  purpose text not null,
  hash bytea not null unique,
  bound_hash bytea not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint a_challenge_has_a_known_purpose check (purpose in ('add_passkey', 'sign_in', 'second_key'))
);
create index challenge_by_age on people.challenge (expires_at);
call platform.classify('people.challenge', 'personal', 'id purpose hash bound_hash made_at expires_at used_at');

create table people.authenticator (
  id uuid primary key,
  person_id uuid not null references people.person,
  sealed_secret bytea not null,
  made_at timestamptz not null,
  confirmed_at timestamptz,
  last_step integer not null default 0,
  tries integer not null default 0,
  tries_since timestamptz,
  used_at timestamptz,
  constraint one_person_has_one_authenticator unique (person_id)
);
call platform.classify('people.authenticator', 'personal', 'id person_id sealed_secret made_at confirmed_at last_step
  tries tries_since used_at');

create table people.recovery_code (
  id uuid primary key,
  person_id uuid not null references people.person,
  hash bytea not null,
  made_at timestamptz not null,
  used_at timestamptz,
  constraint a_recovery_code_is_made_once unique (person_id, hash)
);
call platform.classify('people.recovery_code', 'personal', 'id person_id hash made_at used_at');

create function people.has_second_key(of_person uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, people as $$
  select exists (select from people.passkey where person_id = of_person)
    or exists (select from people.authenticator where person_id = of_person and confirmed_at is not null);
$$;

-- Strong for half an hour without a request and twelve hours in all; the session itself lives on as an ordinary one.
create function people.is_strong(one people.session) returns boolean
language sql stable set search_path = pg_catalog as $$
  select coalesce(one.strength = 'strong' and one.proved_at > now() - interval '12 hours'
    and one.seen_at > now() - interval '30 minutes', false);
$$;

create function people.actor_is_strong() returns boolean
language sql stable security definer set search_path = pg_catalog, people as $$
  select coalesce((select people.is_strong(session) from people.session
    where token_hash = people.key('session') and ended_at is null), false);
$$;

drop function people.session_of(bytea);
create function people.session_of(hash bytea)
returns table (id uuid, person_id uuid, name text, email text, strength text, seen_at timestamptz,
  proved_at timestamptz, has_second_key boolean)
language sql stable security definer set search_path = pg_catalog, people as $$
  select session.id, person.id, person.name, person.email,
    case when people.is_strong(session) then 'strong' else 'ordinary' end, session.seen_at, session.proved_at,
    people.has_second_key(person.id)
  from people.session join people.person on person.id = session.person_id
  where session.token_hash = hash and session.ended_at is null and session.expires_at > now()
    and session.seen_at > now() - interval '12 hours' and person.state = 'active';
$$;

-- What grew weak while nobody was there does not grow strong again by being seen.
create or replace function people.see_session(hash bytea, at timestamptz) returns void
language sql security definer set search_path = pg_catalog, people as $$
  update people.session set seen_at = at,
    strength = case when people.is_strong(session) then 'strong' else 'ordinary' end
  where token_hash = hash;
$$;

drop function people.open_session(uuid, bytea, uuid, text, text, timestamptz, timestamptz);
create function people.open_session(session_id uuid, hash bytea, of_person uuid, with_strength text,
  on_device text, at timestamptz, until timestamptz, shown text default null)
returns void language sql security definer set search_path = pg_catalog, people as $$
  insert into people.session
    (id, token_hash, person_id, strength, device, opened_at, seen_at, expires_at, proved_at, proved_by)
  values (session_id, hash, of_person, with_strength, on_device, at, at, until,
    case when with_strength = 'strong' then at end, shown);
$$;

-- The token changes with the strength, so that one that was overheard before is worth nothing.
create function people.prove_session(new_hash bytea, shown text, at timestamptz) returns integer
language sql security definer set search_path = pg_catalog, people as $$
  with proved as (
    update people.session set token_hash = new_hash, strength = 'strong', proved_at = at, proved_by = shown, seen_at = at
    where token_hash = people.key('session') and people.actor() is not null returning 1)
  select count(*)::integer from proved;
$$;

create function people.end_sessions_of_actor(but_this boolean, at timestamptz) returns integer
language sql security definer set search_path = pg_catalog, people as $$
  with ended as (
    update people.session set ended_at = at
    where person_id = people.actor() and ended_at is null and not (but_this and token_hash = people.key('session'))
    returning 1)
  select count(*)::integer from ended;
$$;

-- A passkey says itself whose it is: nobody is signed in yet.
create function people.passkey_with(credential bytea)
returns table (id uuid, person_id uuid, public_key bytea, counter bigint)
language sql stable security definer set search_path = pg_catalog, people as $$
  select passkey.id, person.id, passkey.public_key, passkey.counter
  from people.passkey join people.person on person.id = passkey.person_id
  where passkey.credential_id = credential and person.state = 'active';
$$;

create function people.passkey_was_used(passkey_id uuid, new_counter bigint, at timestamptz) returns void
language sql security definer set search_path = pg_catalog, people as $$
  update people.passkey set counter = new_counter, used_at = at where id = passkey_id;
$$;

drop function people.held_sessions();
create function people.held_sessions()
returns table (device text, strength text, opened_at timestamptz, seen_at timestamptz, ended_at timestamptz,
  proved_at timestamptz, proved_by text)
language sql stable security definer set search_path = pg_catalog, people as $$
  select device, strength, opened_at, seen_at, ended_at, proved_at, proved_by from people.session
  where person_id = people.actor() order by opened_at;
$$;

alter table people.passkey enable row level security;
alter table people.passkey force row level security;
alter table people.challenge enable row level security;
alter table people.challenge force row level security;
alter table people.authenticator enable row level security;
alter table people.authenticator force row level security;
alter table people.recovery_code enable row level security;
alter table people.recovery_code force row level security;

create policy passkey_of_its_owner on people.passkey to joinery_web
  using (person_id = (select people.actor())) with check (person_id = (select people.actor()));
create policy jobs_clear_passkeys on people.passkey to joinery_jobs using (true) with check (true);
create policy challenge_of_who_asked on people.challenge to joinery_web
  using (bound_hash in (people.key('session'), people.key('browser'))) with check (true);
create policy jobs_clear_challenges on people.challenge to joinery_jobs using (true) with check (true);
create policy authenticator_of_its_owner on people.authenticator to joinery_web
  using (person_id = (select people.actor())) with check (person_id = (select people.actor()));
create policy jobs_clear_authenticators on people.authenticator to joinery_jobs using (true) with check (true);
create policy recovery_code_of_its_owner on people.recovery_code to joinery_web
  using (person_id = (select people.actor())) with check (person_id = (select people.actor()));
create policy jobs_clear_recovery_codes on people.recovery_code to joinery_jobs using (true) with check (true);

grant select, insert, delete on people.passkey, people.authenticator, people.recovery_code to joinery_web;
grant update (name) on people.passkey to joinery_web;
grant update (confirmed_at, last_step, tries, tries_since, used_at) on people.authenticator to joinery_web;
grant update (used_at) on people.recovery_code to joinery_web;
grant select, insert, update on people.challenge to joinery_web;
grant select, insert, update, delete on people.passkey, people.challenge, people.authenticator, people.recovery_code
  to joinery_jobs;

-- Which places in an organisation open only with a second key. The organisation may ask it of everyone who has one.
alter table register.organisation add column second_key_since timestamptz;
call platform.classify('register.organisation', 'organisation', 'second_key_since');

create function register.asks_second_key(role text, kind text, own_rule timestamptz) returns boolean
language sql immutable set search_path = pg_catalog as $$
  select own_rule is not null or role in ('coordinator', 'data-lead', 'trustee')
    or (kind in ('centre', 'hub') and role in ('admin', 'worker'));
$$;

-- Whoever has a second key has chosen it for every place.
drop function register.positions_of(uuid);
create function register.positions_of(of_person uuid)
returns table (organisation_id uuid, role text, organisation_kind text, asks_second_key boolean)
language sql stable set search_path = pg_catalog, register as $$
  select position.organisation_id, position.role, organisation.kind,
    register.asks_second_key(position.role, organisation.kind, organisation.second_key_since)
      or people.has_second_key(of_person)
  from register.position join register.organisation on organisation.id = position.organisation_id
  where position.person_id = of_person and position.until_at is null;
$$;

create or replace function register.organisations_of_actor() returns uuid[]
language sql stable security definer set search_path = pg_catalog, register as $$
  select coalesce(array_agg(distinct organisation_id), '{}')
  from register.positions_of(people.actor())
  where not asks_second_key or people.actor_is_strong();
$$;

create or replace function register.actor_is_coordinator() returns boolean
language sql stable security definer set search_path = pg_catalog, register as $$
  select exists (select from register.positions_of(people.actor())
    where role = 'coordinator' and organisation_kind = 'hub' and people.actor_is_strong());
$$;

-- Who has which second key since when, for those who answer for the organisation. No secret leaves the tables.
create function register.second_keys_at(organisation uuid)
returns table (person_id uuid, name text, email text, role text, from_at timestamptz, passkeys integer,
  passkey_since timestamptz, authenticator_since timestamptz)
language sql stable security definer set search_path = pg_catalog, register as $$
  select person.id, person.name, person.email, position.role, position.from_at,
    (select count(*)::integer from people.passkey where passkey.person_id = person.id),
    (select min(made_at) from people.passkey where passkey.person_id = person.id),
    (select confirmed_at from people.authenticator where authenticator.person_id = person.id)
  from register.position join people.person on person.id = position.person_id
  where position.organisation_id = organisation and position.until_at is null
    and exists (select from register.positions_of(people.actor()) as own
      where own.organisation_id = organisation and own.role in ('admin', 'coordinator') and people.actor_is_strong())
  order by position.from_at, position.id;
$$;
