-- One person, several services (R36): the referrals of one person in a row for whoever sent them. Each service sees its
-- own referral and nothing of the row. Before two of them may talk, the person is asked.
alter table privacy.basis drop constraint a_basis_is_for_a_known_purpose;
alter table privacy.basis add constraint a_basis_is_for_a_known_purpose
  check (purpose in ('referral', 'introduction', 'advice', 'help', 'talk'));

create table referrals.plan (
  id uuid primary key,
  code text not null unique,
  organisation_id uuid not null references register.organisation,
  made_by_person_id uuid not null references people.person,
  made_at timestamptz not null
);
create index plan_of_organisation on referrals.plan (organisation_id, made_at desc);
create index plan_made_by on referrals.plan (made_by_person_id);
call platform.classify('referrals.plan', 'personal', 'id');
call platform.classify('referrals.plan', 'organisation', 'code organisation_id made_by_person_id made_at');

alter table referrals.referral add column plan_id uuid references referrals.plan on delete set null;
create index referral_in_plan on referrals.referral (plan_id) where plan_id is not null;
call platform.classify('referrals.referral', 'personal', 'plan_id');

-- A service asks to talk with whoever else helps the person. It does not learn whether there is anybody until they agree.
create table referrals.talk (
  id uuid primary key,
  referral_id uuid not null references referrals.referral on delete cascade,
  -- Whoever asks, and with whom, once the person agreed.
  organisation_id uuid not null references register.organisation,
  other_organisation_id uuid references register.organisation,
  other_referral_id uuid references referrals.referral on delete set null,
  asked_by_person_id uuid references people.person,
  reason bytea,
  basis_id uuid references privacy.basis on delete set null,
  state text not null,
  made_at timestamptz not null,
  answered_at timestamptz,
  constraint a_talk_is_in_a_known_state check (state in ('asked', 'agreed', 'declined', 'over')),
  constraint nobody_talks_unasked check (state <> 'agreed' or (basis_id is not null and other_organisation_id is not null)),
  constraint nobody_talks_with_themselves check (other_organisation_id <> organisation_id)
);
create unique index one_talk_is_asked_for_at_a_time on referrals.talk (referral_id) where state = 'asked';
create index talk_about on referrals.talk (referral_id, made_at);
create index talk_about_other on referrals.talk (other_referral_id) where other_referral_id is not null;
create index talk_on_basis on referrals.talk (basis_id) where basis_id is not null;
create index talk_of on referrals.talk (organisation_id);
create index talk_of_other on referrals.talk (other_organisation_id) where other_organisation_id is not null;
create index talk_asked_by on referrals.talk (asked_by_person_id) where asked_by_person_id is not null;
call platform.classify('referrals.talk', 'special', 'reason');
call platform.classify('referrals.talk', 'personal', 'referral_id other_referral_id basis_id');
call platform.classify('referrals.talk', 'organisation', 'id organisation_id other_organisation_id asked_by_person_id
  state made_at answered_at');

-- For boards of promises: who asks whom, and nothing of whom it is about.
create function referrals.least_of_talks(ids uuid[])
returns table (id uuid, organisation_id uuid, sender_id uuid)
language sql stable security definer set search_path = pg_catalog, referrals as $$
  select talk.id, talk.organisation_id, referral.organisation_id
  from referrals.talk join referrals.referral on referral.id = talk.referral_id where talk.id = any(ids);
$$;

alter table referrals.plan enable row level security;
alter table referrals.plan force row level security;
create policy plan_for_whoever_made_it on referrals.plan to joinery_web
  using (organisation_id = any((select register.organisations_of_actor())::uuid[]))
  with check (organisation_id = any((select register.organisations_of_actor())::uuid[]));
create policy plan_by_jobs on referrals.plan to joinery_jobs using (true) with check (true);

alter table referrals.talk enable row level security;
alter table referrals.talk force row level security;
create policy talk_for_its_sides on referrals.talk for select to joinery_web
  using (referrals.actor_is_party(referral_id)
    or (state = 'agreed' and other_organisation_id = any((select register.organisations_of_actor())::uuid[])));
create policy talk_by_whoever_asks on referrals.talk for insert to joinery_web
  with check (referrals.actor_is_party(referral_id) and state = 'asked');
create policy talk_is_answered_and_ends on referrals.talk for update to joinery_web
  using (referrals.actor_is_party(referral_id) or privacy.actor_gave(basis_id)
    or other_organisation_id = any((select register.organisations_of_actor())::uuid[]));
create policy talk_by_jobs on referrals.talk to joinery_jobs using (true) with check (true);

grant select, insert on referrals.plan to joinery_web, joinery_jobs;
grant select, insert, update on referrals.talk to joinery_web, joinery_jobs;
grant delete on referrals.plan, referrals.talk to joinery_jobs;
