-- Signing in with the account that somebody has at their own organisation (OpenID Connect).
create table people.provider (
  organisation_id uuid primary key references register.organisation on delete cascade,
  label text not null,
  issuer text not null,
  client_id text not null,
  sealed_secret bytea not null,
  trusts_keys boolean not null default false,
  changed_at timestamptz not null,
  constraint a_provider_has_a_name check (label <> ''),
  constraint a_provider_is_asked_in_private check (issuer like 'https://%')
);
call platform.classify('people.provider', 'organisation', 'organisation_id label issuer client_id sealed_secret
  trusts_keys changed_at');

-- Known by issuer and subject alone: an e-mail address in a token is whatever its writer says.
create table people.provider_account (
  issuer text not null,
  subject text not null,
  person_id uuid not null references people.person on delete cascade,
  organisation_id uuid not null references people.provider on delete cascade,
  linked_at timestamptz not null,
  used_at timestamptz,
  primary key (issuer, subject),
  constraint one_account_of_a_person_at_a_provider unique (organisation_id, person_id)
);
call platform.classify('people.provider_account', 'personal', 'issuer subject person_id organisation_id linked_at
  used_at');

-- A way to a provider and back: once, soon, for one purpose, in the session or browser that set out.
create table people.provider_try (
  id uuid primary key,
  purpose text not null,
  organisation_id uuid not null references people.provider on delete cascade,
  state_hash bytea not null unique,
  bound_hash bytea not null,
  nonce text not null,
  sealed_verifier bytea not null,
  next text not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint a_try_has_a_known_purpose check (purpose in ('sign_in', 'link'))
);
create index provider_try_by_age on people.provider_try (expires_at);
call platform.classify('people.provider_try', 'personal', 'id purpose organisation_id state_hash bound_hash nonce
  sealed_verifier next made_at expires_at used_at');

alter table people.session drop constraint a_session_is_proved_by_a_known_key;
alter table people.session add constraint a_session_is_proved_by_a_known_key
  check (proved_by in ('passkey', 'authenticator', 'recovery', 'practice', 'provider'));

-- Only for whoever has just shown a token of that provider.
create function people.person_with_account(of_issuer text, of_subject text, of_organisation uuid, at timestamptz)
returns uuid language sql security definer set search_path = pg_catalog, people as $$
  update people.provider_account as account set used_at = at
  from people.person where account.issuer = of_issuer and account.subject = of_subject
    and account.organisation_id = of_organisation and person.id = account.person_id and person.state = 'active'
  returning account.person_id;
$$;

-- A provider that becomes another one leaves the accounts of the old one behind.
create function people.drop_strange_accounts(of_organisation uuid) returns integer
language sql security definer set search_path = pg_catalog, people as $$
  with gone as (delete from people.provider_account as account using people.provider
    where account.organisation_id = of_organisation and provider.organisation_id = of_organisation
      and provider.issuer <> account.issuer returning 1)
  select count(*)::integer from gone;
$$;

alter table people.provider_account enable row level security;
alter table people.provider_account force row level security;
alter table people.provider_try enable row level security;
alter table people.provider_try force row level security;
create policy account_of_oneself on people.provider_account to joinery_web
  using (person_id = (select people.actor())) with check (person_id = (select people.actor()));
create policy jobs_clear_accounts on people.provider_account to joinery_jobs using (true) with check (true);
create policy a_try_is_shown_to_whoever_set_out on people.provider_try to joinery_web
  using (bound_hash in (people.key('session'), people.key('browser'))) with check (true);
create policy jobs_clear_tries on people.provider_try to joinery_jobs using (true) with check (true);

grant select, insert, update, delete on people.provider to joinery_web, joinery_jobs;
grant select, insert, delete on people.provider_account to joinery_web;
grant select, insert, update on people.provider_try to joinery_web;
grant select, insert, update, delete on people.provider_account, people.provider_try to joinery_jobs;
