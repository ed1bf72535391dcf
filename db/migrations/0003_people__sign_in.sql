create table people.person (
  id uuid primary key,
  email text not null,
  name text not null default '',
  language text not null default 'en-GB',
  state text not null default 'active',
  version integer not null default 0,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  last_seen_on date,
  constraint one_person_has_one_mailbox unique (email),
  constraint a_mailbox_is_written_small check (email = lower(email)),
  constraint a_person_is_in_a_known_state check (state in ('active', 'locked', 'closed'))
);
call platform.classify('people.person', 'personal', 'email name language last_seen_on');
call platform.classify('people.person', 'organisation', 'id state version created_at changed_at');

create table people.session (
  token_hash bytea primary key,
  person_id uuid not null references people.person,
  strength text not null default 'ordinary',
  device text not null,
  opened_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  id uuid not null unique,
  constraint a_session_is_ordinary_or_strong check (strength in ('ordinary', 'strong'))
);
create index session_by_person on people.session (person_id) where ended_at is null;
call platform.classify('people.session', 'personal', 'token_hash person_id strength device opened_at seen_at
  expires_at ended_at id');

-- Purpose-typed: every look-up names the purpose, so a token of one kind never serves as another.
create table people.token (
  id uuid primary key,
  purpose text not null,
  hash bytea not null unique,
  code_hash bytea,
  email text not null,
  browser_hash bytea,
  next text not null default '/me',
  tries integer not null default 0,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint a_token_has_a_known_purpose check (purpose in ('sign_in', 'invitation'))
);
create index token_by_email on people.token (email, made_at);
create index token_by_browser on people.token (browser_hash) where used_at is null;
call platform.classify('people.token', 'personal', 'email hash code_hash browser_hash next');
call platform.classify('people.token', 'organisation', 'id purpose tries made_at expires_at used_at');

-- Keys of the transaction: null when absent, so that they match nothing.
create function people.key(name text) returns bytea
language sql stable set search_path = pg_catalog as $$
  select decode(nullif(current_setting('app.' || name, true), ''), 'hex');
$$;

create function people.actor() returns uuid
language sql stable security definer set search_path = pg_catalog, people as $$
  select session.person_id
  from people.session join people.person on person.id = session.person_id
  where session.token_hash = people.key('session')
    and session.ended_at is null and session.expires_at > now() and session.seen_at > now() - interval '12 hours'
    and person.state = 'active';
$$;

-- The web login may read no session; it asks by the token it was shown.
create function people.session_of(hash bytea)
returns table (id uuid, person_id uuid, name text, email text, strength text, seen_at timestamptz)
language sql stable security definer set search_path = pg_catalog, people as $$
  select session.id, person.id, person.name, person.email, session.strength, session.seen_at
  from people.session join people.person on person.id = session.person_id
  where session.token_hash = hash and session.ended_at is null and session.expires_at > now()
    and session.seen_at > now() - interval '12 hours' and person.state = 'active';
$$;

create function people.sessions_of_actor()
returns table (id uuid, device text, opened_at timestamptz, seen_at timestamptz, this_one boolean)
language sql stable security definer set search_path = pg_catalog, people as $$
  select id, device, opened_at, seen_at, token_hash = people.key('session')
  from people.session
  where person_id = people.actor() and ended_at is null and expires_at > now()
  order by seen_at desc;
$$;

create function people.open_session(session_id uuid, hash bytea, of_person uuid, with_strength text,
  on_device text, at timestamptz, until timestamptz)
returns void language sql security definer set search_path = pg_catalog, people as $$
  insert into people.session (id, token_hash, person_id, strength, device, opened_at, seen_at, expires_at)
  values (session_id, hash, of_person, with_strength, on_device, at, at, until);
$$;

create function people.see_session(hash bytea, at timestamptz) returns void
language sql security definer set search_path = pg_catalog, people as $$
  update people.session set seen_at = at where token_hash = hash;
$$;

-- Only one's own.
create function people.end_session(session_id uuid, at timestamptz) returns integer
language sql security definer set search_path = pg_catalog, people as $$
  with ended as (
    update people.session set ended_at = at
    where id = session_id and person_id = people.actor() and ended_at is null returning 1)
  select count(*)::integer from ended;
$$;

create function people.person_with_email(address text) returns uuid
language sql stable security definer set search_path = pg_catalog, people as $$
  select id from people.person where email = address and state = 'active';
$$;

create function people.tokens_for(address text, since timestamptz) returns integer
language sql stable security definer set search_path = pg_catalog, people as $$
  select count(*)::integer from people.token where email = address and made_at > since;
$$;

alter table people.person enable row level security;
alter table people.person force row level security;
alter table people.session enable row level security;
alter table people.session force row level security;
alter table people.token enable row level security;
alter table people.token force row level security;

create policy one_sees_oneself on people.person for select to joinery_web using (id = (select people.actor()));
create policy one_changes_oneself on people.person for update to joinery_web
  using (id = (select people.actor())) with check (id = (select people.actor()));
create policy anyone_may_join on people.person for insert to joinery_web with check (state = 'active');
create policy jobs_see_people on people.person to joinery_jobs using (true) with check (true);
create policy jobs_clear_sessions on people.session to joinery_jobs using (true) with check (true);
create policy a_token_is_shown_to_its_holder on people.token to joinery_web
  using (hash = people.key('link') or browser_hash = people.key('browser')) with check (true);
create policy jobs_clear_tokens on people.token to joinery_jobs using (true) with check (true);

grant select, insert on people.person to joinery_web;
grant update (name, language, version, changed_at, last_seen_on) on people.person to joinery_web;
grant select, insert, update on people.token to joinery_web;
grant select, insert, update, delete on people.person, people.session, people.token to joinery_jobs;
