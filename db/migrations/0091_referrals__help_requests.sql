-- Somebody asks for help, for themselves or for somebody who agrees (model D3, 7). What they say is kept encrypted; to
-- whom it went and how far it is are plain, so that nobody who asked is lost.
create table referrals.help_request (
  id uuid primary key,
  -- Said on the telephone and in mail, where no name may stand.
  code text not null unique,
  -- Who answers: the group that covers it, the centre or the hub.
  organisation_id uuid not null references register.organisation,
  basis_id uuid not null,
  taken_how text not null,
  taken_by_organisation_id uuid references register.organisation,
  taken_by_person_id uuid references people.person,
  for_whom text not null,
  -- Empty where they do not know what it is called.
  theme text not null,
  area_code text not null,
  reply_by text not null,
  story bytea,
  details bytea,
  -- What makes it look as if no person had sent it, for whoever answers.
  doubts text[] not null default '{}',
  state text not null,
  version integer not null default 0,
  keeper_person_id uuid references people.person,
  told_how text not null default '',
  made_at timestamptz not null,
  taken_up_at timestamptz,
  answered_at timestamptz,
  closed_at timestamptz,
  constraint a_request_is_in_a_known_state check (state in ('received', 'sorted', 'referred', 'signposted', 'helped',
    'no_service', 'closed', 'spam', 'withdrawn')),
  constraint a_request_came_in_a_known_way check (taken_how in ('online', 'phone', 'desk')),
  constraint what_was_taken_names_who_took_it check (
    (taken_how = 'online') = (taken_by_organisation_id is null)
    and (taken_by_organisation_id is null) = (taken_by_person_id is null)),
  constraint it_is_for_oneself_or_somebody_else check (for_whom in ('self', 'other')),
  constraint they_are_answered_in_a_known_way check (reply_by in ('phone', 'post', 'email')),
  constraint what_is_taken_up_has_a_keeper check (state in ('received', 'spam', 'withdrawn') or keeper_person_id is not null),
  -- Whoever answers is named on what the person agreed to, or the database refuses the row.
  constraint its_basis_names_whoever_answers foreign key (basis_id, organisation_id)
    references privacy.receiver (basis_id, organisation_id) on delete cascade
);
create unique index one_request_stands_on_a_basis on referrals.help_request (basis_id);
create index help_request_of_organisation on referrals.help_request (organisation_id, made_at desc);
create index help_request_taken_by on referrals.help_request (taken_by_organisation_id, made_at desc)
  where taken_by_organisation_id is not null;
create index help_request_taken_by_person on referrals.help_request (taken_by_person_id) where taken_by_person_id is not null;
create index help_request_keeper on referrals.help_request (keeper_person_id) where keeper_person_id is not null;
create index help_request_to_empty on referrals.help_request (closed_at) where story is not null;
call platform.classify('referrals.help_request', 'special', 'story details');
call platform.classify('referrals.help_request', 'personal', 'basis_id');
call platform.classify('referrals.help_request', 'organisation', 'id code organisation_id taken_how
  taken_by_organisation_id taken_by_person_id for_whom theme area_code reply_by doubts state version keeper_person_id
  told_how made_at taken_up_at answered_at closed_at');

alter table referrals.referral add column help_request_id uuid references referrals.help_request on delete set null;
create index referral_of_request on referrals.referral (help_request_id) where help_request_id is not null;
call platform.classify('referrals.referral', 'organisation', 'help_request_id');

-- For boards of promises: who answers and how far it is. Nothing in it is about the person.
create function referrals.least_of_help(ids uuid[])
returns table (id uuid, code text, organisation_id uuid, state text)
language sql stable security definer set search_path = pg_catalog, referrals as $$
  select id, code, organisation_id, state from referrals.help_request where id = any(ids);
$$;

-- Whoever asked holds a link; nobody else finds a request by it.
create function referrals.help_request_by_link(hash bytea) returns uuid
language sql stable security definer set search_path = pg_catalog, referrals as $$
  select help_request.id from referrals.help_request join privacy.basis on basis.id = basis_id
  where link_hash = hash and hash = people.key('link');
$$;

alter table referrals.help_request enable row level security;
alter table referrals.help_request force row level security;
create policy help_request_for_its_sides on referrals.help_request for select to joinery_web
  using (organisation_id = any((select register.organisations_of_actor())::uuid[])
    or taken_by_organisation_id = any((select register.organisations_of_actor())::uuid[])
    or privacy.actor_gave(basis_id));
create policy help_request_by_whoever_asks on referrals.help_request for insert to joinery_web
  with check (privacy.actor_gave(basis_id) or privacy.actor_passes_on(basis_id));
create policy help_request_moves_by_its_sides on referrals.help_request for update to joinery_web
  using (organisation_id = any((select register.organisations_of_actor())::uuid[])
    or taken_by_organisation_id = any((select register.organisations_of_actor())::uuid[])
    or privacy.actor_gave(basis_id));
create policy help_request_by_jobs on referrals.help_request to joinery_jobs using (true) with check (true);

grant select, insert, update on referrals.help_request to joinery_web, joinery_jobs;
grant delete on referrals.help_request to joinery_jobs;
