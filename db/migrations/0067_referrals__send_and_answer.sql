-- Passing a person’s details, with a basis that names the receiver, to a service that must answer (model D3, 6). What is
-- said of the person is kept encrypted; who, when and how far it is are plain, so that no referral is lost.
create table referrals.terms (
  organisation_id uuid primary key references register.organisation,
  version integer not null,
  accepted_at timestamptz not null,
  accepted_by_person_id uuid not null references people.person
);
create index terms_accepted_by on referrals.terms (accepted_by_person_id);
call platform.classify('referrals.terms', 'organisation', 'organisation_id version accepted_at accepted_by_person_id');

create table referrals.referral (
  id uuid primary key,
  -- Said on the telephone and in mail, where no name may stand.
  code text not null unique,
  organisation_id uuid not null references register.organisation,
  sender_person_id uuid not null references people.person,
  -- The surgery or other body on whose behalf it is made, which sees how far it is.
  behalf_id uuid references register.organisation,
  service_id uuid not null references register.service,
  receiver_id uuid not null references register.organisation,
  basis_id uuid,
  follows_id uuid references referrals.referral on delete set null,
  state text not null,
  version integer not null default 0,
  -- What is needed, without saying whose need it is; then who it is and how to reach them; then their story.
  need bytea,
  details bytea,
  story bytea,
  tries integer not null default 0,
  wait_until date,
  made_at timestamptz not null,
  sent_at timestamptz,
  opened_at timestamptz,
  answered_at timestamptz,
  started_at timestamptz,
  ended_at timestamptz,
  close_due_at timestamptz,
  closed_at timestamptz,
  end_reason text,
  constraint a_referral_is_in_a_known_state check (state in ('draft', 'sent', 'opened', 'more_asked', 'waiting',
    'accepted', 'started', 'declined', 'could_not_reach', 'ended', 'closed', 'withdrawn')),
  constraint what_is_sent_stands_on_a_basis check (state = 'draft' or basis_id is not null),
  constraint what_is_sent_was_sent_once check ((state = 'draft') = (sent_at is null)),
  constraint nobody_is_tried_for_ever check (tries between 0 and 3),
  constraint a_waiting_list_has_a_day check (state <> 'waiting' or wait_until is not null),
  -- The receiver is one that the basis names, or the database refuses the row.
  constraint its_basis_names_its_receiver foreign key (basis_id, receiver_id)
    references privacy.receiver (basis_id, organisation_id) on delete cascade
);
create index referral_sent_by on referrals.referral (organisation_id, made_at desc);
create index referral_received_by on referrals.referral (receiver_id, sent_at desc);
create index referral_on_behalf on referrals.referral (behalf_id, sent_at desc) where behalf_id is not null;
create index referral_by_sender on referrals.referral (sender_person_id);
create index referral_on_basis on referrals.referral (basis_id, receiver_id);
create index referral_follows on referrals.referral (follows_id) where follows_id is not null;
create index referral_to_close on referrals.referral (close_due_at) where close_due_at is not null;
create index referral_to_empty on referrals.referral (closed_at) where need is not null;
call platform.classify('referrals.referral', 'special', 'need details story');
call platform.classify('referrals.referral', 'personal', 'basis_id');
call platform.classify('referrals.referral', 'organisation', 'id code organisation_id sender_person_id behalf_id
  service_id receiver_id follows_id state version tries wait_until made_at sent_at opened_at answered_at started_at
  ended_at close_due_at closed_at end_reason');

-- What has happened, one line each; what was said is encrypted like the rest.
create table referrals.step (
  id uuid primary key,
  referral_id uuid not null references referrals.referral on delete cascade,
  what text not null,
  at timestamptz not null,
  organisation_id uuid references register.organisation,
  person_id uuid references people.person,
  said bytea,
  reason text not null default '',
  on_day date
);
create index step_of_referral on referrals.step (referral_id, at);
create index step_by_person on referrals.step (person_id) where person_id is not null;
create index step_by_organisation on referrals.step (organisation_id) where organisation_id is not null;
call platform.classify('referrals.step', 'special', 'said');
call platform.classify('referrals.step', 'organisation', 'id referral_id what at organisation_id person_id reason on_day');

-- Who may know a referral: its two sides, whoever it was made for, and the person it is about.
create function referrals.actor_is_party(of_referral uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, referrals as $$
  select exists (select from referrals.referral where id = of_referral
    and (organisation_id = any((select register.organisations_of_actor())::uuid[])
      or (state <> 'draft' and (receiver_id = any((select register.organisations_of_actor())::uuid[])
        or behalf_id = any((select register.organisations_of_actor())::uuid[])))
      or (basis_id is not null and privacy.actor_gave(basis_id))));
$$;

-- The least of a referral, for boards of promises: from whom to whom, and how far. Nothing in it is about the person.
create function referrals.least_of(ids uuid[])
returns table (id uuid, code text, organisation_id uuid, receiver_id uuid, state text)
language sql stable security definer set search_path = pg_catalog, referrals as $$
  select id, code, organisation_id, receiver_id, state from referrals.referral where id = any(ids);
$$;

-- A receiver may not see who else was asked, but a second no is another matter than the first.
create function referrals.declined_on(of_basis uuid) returns integer
language sql stable security definer set search_path = pg_catalog, referrals as $$
  select count(*)::integer from referrals.step join referrals.referral on referral.id = referral_id
  where what = 'decline' and basis_id = of_basis;
$$;

alter table referrals.referral enable row level security;
alter table referrals.referral force row level security;
create policy referral_for_its_parties on referrals.referral for select to joinery_web
  using (organisation_id = any((select register.organisations_of_actor())::uuid[])
    or (state <> 'draft' and (receiver_id = any((select register.organisations_of_actor())::uuid[])
      or behalf_id = any((select register.organisations_of_actor())::uuid[])))
    or (basis_id is not null and privacy.actor_gave(basis_id)));
create policy referral_by_its_sender on referrals.referral for insert to joinery_web
  with check (organisation_id = any((select register.organisations_of_actor())::uuid[]));
create policy referral_moves_by_its_parties on referrals.referral for update to joinery_web
  using (organisation_id = any((select register.organisations_of_actor())::uuid[])
    or (state <> 'draft' and receiver_id = any((select register.organisations_of_actor())::uuid[]))
    or (basis_id is not null and privacy.actor_gave(basis_id)));
create policy referral_by_jobs on referrals.referral to joinery_jobs using (true) with check (true);

alter table referrals.step enable row level security;
alter table referrals.step force row level security;
create policy step_for_the_parties on referrals.step for select to joinery_web
  using (referrals.actor_is_party(referral_id));
create policy step_by_the_parties on referrals.step for insert to joinery_web
  with check (referrals.actor_is_party(referral_id));
create policy step_is_emptied_with_its_referral on referrals.step for update to joinery_web
  using (referrals.actor_is_party(referral_id));
create policy step_by_jobs on referrals.step to joinery_jobs using (true) with check (true);

grant select, insert, update on referrals.terms, referrals.referral, referrals.step to joinery_web, joinery_jobs;
grant delete on referrals.referral, referrals.step to joinery_jobs;
