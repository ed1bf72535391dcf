-- A worry about somebody's safety. It is seen by the leads that an organisation names, and by nobody's rank (model D4).
create table referrals.lead (
  id uuid primary key,
  organisation_id uuid not null references register.organisation,
  person_id uuid not null references people.person,
  -- Where the lead is reached; shown to whoever is worried.
  phone text not null,
  named_by_person_id uuid not null references people.person,
  named_at timestamptz not null,
  ended_at timestamptz
);
create unique index one_is_lead_once on referrals.lead (organisation_id, person_id) where ended_at is null;
create index lead_person on referrals.lead (person_id);
create index lead_named_by on referrals.lead (named_by_person_id);
call platform.classify('referrals.lead', 'organisation', 'id organisation_id person_id phone named_by_person_id named_at
  ended_at');

-- Whom to ring in an area, by day and by night.
create table referrals.safety_number (
  area_id uuid primary key references areas.area,
  team text not null,
  day_phone text not null,
  night_phone text not null,
  children_phone text not null,
  organisation_id uuid not null references register.organisation,
  set_by_person_id uuid references people.person,
  set_at timestamptz not null
);
create index safety_number_by on referrals.safety_number (organisation_id);
create index safety_number_set_by on referrals.safety_number (set_by_person_id) where set_by_person_id is not null;
call platform.classify('referrals.safety_number', 'public', 'area_id team day_phone night_phone children_phone
  organisation_id set_at');
call platform.classify('referrals.safety_number', 'organisation', 'set_by_person_id');

create table referrals.concern (
  id uuid primary key,
  code text not null unique,
  -- Whose leads look after it.
  organisation_id uuid not null references register.organisation,
  help_request_id uuid references referrals.help_request on delete set null,
  referral_id uuid references referrals.referral on delete set null,
  area_code text not null,
  raised_by_person_id uuid references people.person,
  -- What somebody saw or heard, and how to reach whoever says so.
  facts bytea,
  contact bytea,
  state text not null default 'open',
  version integer not null default 0,
  made_at timestamptz not null,
  closed_at timestamptz,
  constraint a_concern_is_open_or_closed check (state in ('open', 'closed')),
  constraint what_is_closed_has_a_time check ((state = 'closed') = (closed_at is not null))
);
create index concern_of_organisation on referrals.concern (organisation_id, made_at desc);
create index concern_about_request on referrals.concern (help_request_id) where help_request_id is not null;
create index concern_about_referral on referrals.concern (referral_id) where referral_id is not null;
create index concern_raised_by on referrals.concern (raised_by_person_id) where raised_by_person_id is not null;
call platform.classify('referrals.concern', 'special', 'facts contact');
call platform.classify('referrals.concern', 'personal', 'help_request_id referral_id raised_by_person_id');
call platform.classify('referrals.concern', 'organisation', 'id code organisation_id area_code state version made_at
  closed_at');

-- What was done about it and who looked, one line each; none is ever changed.
create table referrals.concern_step (
  id uuid primary key,
  concern_id uuid not null references referrals.concern on delete cascade,
  what text not null,
  at timestamptz not null,
  machine_at timestamptz not null,
  person_id uuid references people.person,
  said bytea
);
create index concern_step_of on referrals.concern_step (concern_id, at);
create index concern_step_by on referrals.concern_step (person_id) where person_id is not null;
call platform.classify('referrals.concern_step', 'special', 'said');
call platform.classify('referrals.concern_step', 'personal', 'concern_id');
call platform.classify('referrals.concern_step', 'organisation', 'id what at machine_at person_id');

-- A lead asks to read what a referral or request says that is closed to the lead; a second person of the same
-- organisation says yes, and after an hour it is over.
create table referrals.opening (
  id uuid primary key,
  concern_id uuid not null references referrals.concern on delete cascade,
  organisation_id uuid not null references register.organisation,
  asked_by_person_id uuid not null references people.person,
  reason bytea not null,
  asked_at timestamptz not null,
  confirmed_by_person_id uuid references people.person,
  confirmed_at timestamptz,
  until_at timestamptz,
  constraint two_people_open_it check (confirmed_by_person_id <> asked_by_person_id),
  constraint what_is_confirmed_ends check (
    (confirmed_at is null) = (until_at is null) and (confirmed_at is null) = (confirmed_by_person_id is null))
);
create index opening_for_concern on referrals.opening (concern_id, asked_at desc);
create index opening_at on referrals.opening (organisation_id);
create index opening_asked_by on referrals.opening (asked_by_person_id, until_at);
create index opening_confirmed_by on referrals.opening (confirmed_by_person_id) where confirmed_by_person_id is not null;
call platform.classify('referrals.opening', 'special', 'reason');
call platform.classify('referrals.opening', 'personal', 'concern_id');
call platform.classify('referrals.opening', 'organisation', 'id organisation_id asked_by_person_id asked_at
  confirmed_by_person_id confirmed_at until_at');

alter table referrals.referral add column held_from text;
alter table referrals.referral drop constraint a_referral_is_in_a_known_state;
alter table referrals.referral add constraint a_referral_is_in_a_known_state check (state in ('draft', 'sent', 'opened',
  'more_asked', 'waiting', 'accepted', 'started', 'declined', 'could_not_reach', 'ended', 'closed', 'withdrawn', 'on_hold'));
alter table referrals.referral add constraint what_is_on_hold_knows_where_it_was
  check ((state = 'on_hold') = (held_from is not null));
call platform.classify('referrals.referral', 'organisation', 'held_from');

-- Where the actor is named as a lead, and still belongs.
create function referrals.leads_of_actor() returns uuid[]
language sql stable security definer set search_path = pg_catalog, referrals as $$
  select coalesce(array_agg(organisation_id), '{}') from referrals.lead
  where person_id = people.actor() and ended_at is null and people.actor_is_strong()
    and organisation_id = any((select register.organisations_of_actor())::uuid[]);
$$;
create function referrals.actor_leads(of_concern uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, referrals as $$
  select exists (select from referrals.concern
    where id = of_concern and organisation_id = any((select referrals.leads_of_actor())::uuid[]));
$$;

-- What the actor may read for a concern at this moment, because a second person said yes within the hour.
create function referrals.referrals_opened() returns uuid[]
language sql stable security definer set search_path = pg_catalog, referrals as $$
  select coalesce(array_agg(referral_id), '{}') from referrals.opening join referrals.concern on concern.id = concern_id
  where asked_by_person_id = people.actor() and until_at > now() and referral_id is not null
    and opening.organisation_id = any((select referrals.leads_of_actor())::uuid[]);
$$;
create function referrals.requests_opened() returns uuid[]
language sql stable security definer set search_path = pg_catalog, referrals as $$
  select coalesce(array_agg(help_request_id), '{}') from referrals.opening
    join referrals.concern on concern.id = concern_id
  where asked_by_person_id = people.actor() and until_at > now() and help_request_id is not null
    and opening.organisation_id = any((select referrals.leads_of_actor())::uuid[]);
$$;

-- For boards of promises and for whoever is told of an opening: never a word of what it is about.
create function referrals.least_of_concerns(ids uuid[])
returns table (id uuid, code text, organisation_id uuid, state text)
language sql stable security definer set search_path = pg_catalog, referrals as $$
  select id, code, organisation_id, state from referrals.concern where id = any(ids);
$$;

alter table referrals.concern enable row level security;
alter table referrals.concern force row level security;
create policy concern_for_its_leads on referrals.concern for select to joinery_web
  using (organisation_id = any((select referrals.leads_of_actor())::uuid[])
    or raised_by_person_id = (select people.actor()));
create policy concern_by_whoever_is_worried on referrals.concern for insert to joinery_web
  with check (raised_by_person_id is not distinct from (select people.actor()) and state = 'open');
create policy concern_moves_by_its_leads on referrals.concern for update to joinery_web
  using (organisation_id = any((select referrals.leads_of_actor())::uuid[]));
create policy concern_by_jobs on referrals.concern to joinery_jobs using (true) with check (true);

alter table referrals.concern_step enable row level security;
alter table referrals.concern_step force row level security;
create policy concern_step_for_its_leads on referrals.concern_step for select to joinery_web
  using (referrals.actor_leads(concern_id) or person_id = (select people.actor()));
create policy concern_step_by_oneself on referrals.concern_step for insert to joinery_web
  with check (person_id is not distinct from (select people.actor()));
create policy concern_step_by_jobs on referrals.concern_step to joinery_jobs using (true) with check (true);

alter table referrals.opening enable row level security;
alter table referrals.opening force row level security;
create policy opening_for_colleagues on referrals.opening for select to joinery_web
  using (organisation_id = any((select register.organisations_of_actor())::uuid[]));
create policy opening_by_a_lead on referrals.opening for insert to joinery_web
  with check (organisation_id = any((select referrals.leads_of_actor())::uuid[])
    and asked_by_person_id = (select people.actor()) and confirmed_at is null);
create policy opening_by_a_second_person on referrals.opening for update to joinery_web
  using (organisation_id = any((select register.organisations_of_actor())::uuid[])
    and asked_by_person_id <> (select people.actor()))
  with check (confirmed_by_person_id = (select people.actor()));
create policy opening_by_jobs on referrals.opening to joinery_jobs using (true) with check (true);

create policy referral_opened_for_a_concern on referrals.referral for select to joinery_web
  using (id = any((select referrals.referrals_opened())::uuid[]));
create policy help_request_opened_for_a_concern on referrals.help_request for select to joinery_web
  using (id = any((select referrals.requests_opened())::uuid[]));

grant select, insert, update on referrals.lead, referrals.safety_number, referrals.concern, referrals.opening
  to joinery_web, joinery_jobs;
grant select, insert on referrals.concern_step to joinery_web, joinery_jobs;
grant delete on referrals.concern, referrals.concern_step, referrals.opening to joinery_jobs;

-- The organisations whose leads are told that two people opened something; asked by the second of the two, who may not
-- see the concern itself.
create function referrals.parties_of_concern(of_concern uuid) returns uuid[]
language sql stable security definer set search_path = pg_catalog, referrals as $$
  select coalesce(array_agg(distinct party), '{}') from (
    select unnest(array[referral.organisation_id, referral.receiver_id]) as party
    from referrals.concern join referrals.referral on referral.id = concern.referral_id where concern.id = of_concern
    union
    select unnest(array[request.organisation_id, request.taken_by_organisation_id])
    from referrals.concern join referrals.help_request as request on request.id = concern.help_request_id
    where concern.id = of_concern) as sides
  where party is not null;
$$;
