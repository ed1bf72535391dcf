-- Roles belong to organisations; a person only holds one for a time.
create table register.position (
  id uuid primary key,
  organisation_id uuid not null references register.organisation,
  person_id uuid not null references people.person,
  role text not null,
  given_by uuid,
  from_at timestamptz not null,
  until_at timestamptz,
  constraint a_position_has_a_known_role check (role in ('admin', 'worker', 'trustee', 'coordinator', 'link-worker',
    'data-lead', 'facilitator'))
);
create unique index one_position_of_a_kind on register.position (organisation_id, person_id, role)
  where until_at is null;
create index position_of_person on register.position (person_id) where until_at is null;
call platform.classify('register.position', 'organisation', 'id organisation_id person_id role given_by from_at
  until_at');

create table register.invitation (
  id uuid primary key,
  organisation_id uuid not null references register.organisation,
  email text not null,
  role text not null,
  token_hash bytea not null unique,
  invited_by uuid,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz
);
create index invitation_of_organisation on register.invitation (organisation_id);
call platform.classify('register.invitation', 'personal', 'email token_hash');
call platform.classify('register.invitation', 'organisation', 'id organisation_id role invited_by made_at expires_at
  accepted_at revoked_at');

-- A registration that is being written. It belongs to its writer until it is sent.
create table register.draft (
  id uuid primary key,
  person_id uuid not null references people.person,
  answers jsonb not null default '{}',
  version integer not null default 0,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  sent_at timestamptz,
  organisation_id uuid references register.organisation
);
create index draft_of_person on register.draft (person_id);
call platform.classify('register.draft', 'personal', 'person_id answers');
call platform.classify('register.draft', 'organisation', 'id version created_at changed_at sent_at organisation_id');

create table register.centre_question (
  id uuid primary key,
  centre_id uuid not null references register.organisation,
  question text not null,
  hint text not null default '',
  kind text not null,
  choices text[] not null default '{}',
  required boolean not null default false,
  place integer not null default 0,
  retired_at timestamptz,
  constraint a_question_is_of_a_known_kind check (kind in ('text', 'yes_no', 'choice'))
);
create index question_of_centre on register.centre_question (centre_id, place);
call platform.classify('register.centre_question', 'public', 'id centre_id question hint kind choices required place
  retired_at');

create table register.centre_answer (
  id uuid primary key,
  organisation_id uuid not null references register.organisation,
  centre_id uuid not null references register.organisation,
  home boolean not null,
  state text not null default 'waiting',
  reason text not null default '',
  asked text not null default '',
  told jsonb not null default '[]',
  version integer not null default 0,
  asked_at timestamptz not null,
  answered_at timestamptz,
  answered_by uuid,
  constraint a_centre_answers_once unique (organisation_id, centre_id),
  constraint a_centre_answer_is_in_a_known_state check (state in ('waiting', 'accepted', 'more_asked', 'not_for_us',
    'returned', 'refused')),
  constraint a_no_has_a_reason check (state not in ('not_for_us', 'returned', 'refused') or reason <> ''),
  constraint a_question_is_asked_in_words check (state <> 'more_asked' or asked <> '')
);
create index centre_answer_by_centre on register.centre_answer (centre_id, state);
call platform.classify('register.centre_answer', 'organisation', 'id organisation_id centre_id home state reason
  asked told version asked_at answered_at answered_by');

-- A mailed link that asks "is this still right?". It expires in network time and says nothing about a person.
create table register.check_link (
  id uuid primary key,
  token_hash bytea not null unique,
  organisation_id uuid not null references register.organisation on delete cascade,
  made_at timestamptz not null,
  expires_at timestamptz not null
);
call platform.classify('register.check_link', 'organisation', 'id token_hash organisation_id made_at expires_at');

-- "This record is ours": proved by a call or at the known domain, then the person holds it.
create table register.claim (
  id uuid primary key,
  organisation_id uuid not null references register.organisation,
  person_id uuid not null references people.person,
  state text not null default 'waiting',
  proof text not null default '',
  reason text not null default '',
  made_at timestamptz not null,
  answered_at timestamptz,
  constraint a_claim_is_in_a_known_state check (state in ('waiting', 'accepted', 'declined')),
  constraint an_accepted_claim_was_proved check (state <> 'accepted' or proof <> '')
);
create unique index one_claim_waits_per_person on register.claim (organisation_id, person_id) where state = 'waiting';
call platform.classify('register.claim', 'organisation', 'id organisation_id person_id state proof reason made_at
  answered_at');

-- A refused group may ask the hub to look again.
create table register.appeal (
  id uuid primary key,
  organisation_id uuid not null references register.organisation,
  what text not null,
  state text not null default 'waiting',
  reason text not null default '',
  made_at timestamptz not null,
  answered_at timestamptz,
  constraint an_appeal_is_in_a_known_state check (state in ('waiting', 'upheld', 'declined'))
);
call platform.classify('register.appeal', 'organisation', 'id organisation_id what state reason made_at answered_at');

create table register.suggestion (
  id uuid primary key,
  organisation_id uuid not null references register.organisation,
  service_id uuid references register.service,
  what text not null,
  reply_to text not null default '',
  state text not null default 'waiting',
  reason text not null default '',
  made_at timestamptz not null,
  answered_at timestamptz,
  constraint a_suggestion_is_in_a_known_state check (state in ('waiting', 'done', 'declined')),
  constraint declining_a_suggestion_has_a_reason check (state <> 'declined' or reason <> '')
);
create index suggestion_waiting on register.suggestion (organisation_id) where state = 'waiting';
call platform.classify('register.suggestion', 'personal', 'what reply_to');
call platform.classify('register.suggestion', 'organisation', 'id organisation_id service_id state reason made_at
  answered_at');

-- Where a record came from, and which of its fields still stand as that source gave them.
create table register.source (
  source text not null,
  source_id text not null,
  thing_kind text not null,
  thing_id uuid not null,
  fields text[] not null default '{}',
  digest bytea not null,
  at timestamptz not null,
  gone_at timestamptz,
  primary key (source, source_id, thing_kind),
  constraint a_source_speaks_of_known_things check (thing_kind in ('organisation', 'service', 'location'))
);
create index source_of_thing on register.source (thing_id);
call platform.classify('register.source', 'public', 'source source_id thing_kind thing_id fields digest at gone_at');

create function register.organisations_of_actor() returns uuid[]
language sql stable security definer set search_path = pg_catalog, register as $$
  select coalesce(array_agg(distinct organisation_id), '{}')
  from register.position where person_id = people.actor() and until_at is null;
$$;

create function register.actor_is_coordinator() returns boolean
language sql stable security definer set search_path = pg_catalog, register as $$
  select exists (select from register.position join register.organisation on organisation.id = organisation_id
    where person_id = people.actor() and until_at is null and role = 'coordinator' and kind = 'hub');
$$;

-- Whose name and mailbox the actor may see: colleagues, and those who speak for a group at the actor's centre.
create function register.people_near_actor() returns uuid[]
language sql stable security definer set search_path = pg_catalog, register as $$
  select coalesce(array_agg(person_id), '{}') from (
    select person_id from register.position
    where until_at is null and (
      organisation_id = any(register.organisations_of_actor())
      or organisation_id in (select organisation_id from register.centre_answer
        where centre_id = any(register.organisations_of_actor()))
      or register.actor_is_coordinator()
      or organisation_id in (select id from register.organisation
        where home_centre_id = any(register.organisations_of_actor())))
    union
    -- The named person who deals with a registration of the actor's own group (R2).
    select owner_person_id from loops.loop
      join register.centre_answer on centre_answer.id = loop.thing_id and loop.kind = 'registration'
    where loop.ended_at is null and centre_answer.organisation_id = any(register.organisations_of_actor())
    union
    select claim.person_id from register.claim join register.organisation on organisation.id = claim.organisation_id
    where claim.state = 'waiting' and home_centre_id = any(register.organisations_of_actor())
  ) as near;
$$;

alter table register.invitation enable row level security;
alter table register.invitation force row level security;
alter table register.draft enable row level security;
alter table register.draft force row level security;
alter table register.suggestion enable row level security;
alter table register.suggestion force row level security;

create policy one_sees_people_near on people.person for select to joinery_web
  using (id = any((select register.people_near_actor())::uuid[]));
create policy invitation_of_own_organisation on register.invitation to joinery_web
  using (organisation_id = any((select register.organisations_of_actor())::uuid[])
    or token_hash = people.key('link'))
  with check (organisation_id = any((select register.organisations_of_actor())::uuid[])
    or token_hash = people.key('link'));
create policy invitation_by_jobs on register.invitation to joinery_jobs using (true) with check (true);
create policy draft_of_its_writer on register.draft to joinery_web
  using (person_id = (select people.actor())) with check (person_id = (select people.actor()));
create policy draft_by_jobs on register.draft to joinery_jobs using (true) with check (true);
create policy anyone_may_suggest on register.suggestion for insert to joinery_web with check (state = 'waiting');
create policy suggestion_to_its_keepers on register.suggestion for select to joinery_web
  using (organisation_id = any((select register.organisations_of_actor())::uuid[])
    or organisation_id in (select id from register.organisation
      where home_centre_id = any((select register.organisations_of_actor())::uuid[])));
create policy suggestion_is_answered on register.suggestion for update to joinery_web
  using (organisation_id = any((select register.organisations_of_actor())::uuid[])
    or organisation_id in (select id from register.organisation
      where home_centre_id = any((select register.organisations_of_actor())::uuid[])));
create policy suggestion_by_jobs on register.suggestion to joinery_jobs using (true) with check (true);

grant select on register.source, register.position, register.centre_question to joinery_publisher;
grant select, insert, update on register.position, register.invitation, register.draft, register.centre_question,
  register.centre_answer, register.suggestion, register.claim, register.appeal to joinery_web, joinery_jobs;
grant select, insert, update, delete on register.source, register.check_link to joinery_web, joinery_jobs;
grant delete on register.draft to joinery_web;

-- The positions of whoever holds a token; people's twin of it is session_of.
create function register.positions_of(of_person uuid)
returns table (organisation_id uuid, role text, organisation_kind text)
language sql stable set search_path = pg_catalog, register as $$
  select position.organisation_id, position.role, organisation.kind
  from register.position join register.organisation on organisation.id = position.organisation_id
  where position.person_id = of_person and position.until_at is null;
$$;
