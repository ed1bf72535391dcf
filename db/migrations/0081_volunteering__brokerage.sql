-- From asking about a role to starting in it (model D3, 4; R20, R23, R26, R29). How far it is stands apart from who it
-- is: the centre and the group see the first, and the second only where the person agreed to it.
create table volunteering.enquiry (
  id uuid primary key,
  person_id uuid references people.person,
  role_id uuid references volunteering.role,
  centre_id uuid not null references register.organisation,
  channel text not null,
  state text not null,
  -- The furthest step it came to, for the figures; it stays when it stops.
  reached integer not null default 0,
  version integer not null default 0,
  advice_basis_id uuid references privacy.basis on delete set null,
  -- The person agreed that the centre knows who they are, and has not taken it back.
  centre_sees boolean not null default false,
  young boolean not null default false,
  taken_by_person_id uuid references people.person,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  -- When somebody of the centre or the group did something about it for the first time.
  replied_at timestamptz,
  -- When the person was told that nobody had answered.
  sorry_at timestamptz,
  closed_at timestamptz,
  stop_reason text,
  stopped_by text,
  constraint an_enquiry_is_in_a_known_state check (state in ('new', 'in_advice', 'matched', 'consent_asked',
    'introduced', 'opened', 'talking', 'checks', 'offered', 'started', 'ended', 'stopped', 'expired', 'withdrawn')),
  constraint an_enquiry_comes_in_a_known_way check (channel in ('web', 'phone', 'drop_in')),
  constraint what_is_matched_has_a_role check (role_id is not null or state in ('new', 'in_advice', 'stopped', 'withdrawn')),
  constraint what_is_stopped_says_why check (state not in ('stopped', 'ended') or stop_reason is not null),
  constraint what_is_over_has_a_day check
    ((closed_at is not null) = (state in ('ended', 'stopped', 'expired', 'withdrawn'))),
  constraint a_centre_sees_by_agreement check (not centre_sees or advice_basis_id is not null),
  constraint somebody_is_stopped_by_somebody check (stopped_by in ('person', 'group', 'centre', 'parent', 'system'))
);
create index enquiry_of_person on volunteering.enquiry (person_id, made_at desc) where person_id is not null;
create index enquiry_of_centre on volunteering.enquiry (centre_id, made_at desc);
create index enquiry_about_role on volunteering.enquiry (role_id, state) where role_id is not null;
create index enquiry_on_advice on volunteering.enquiry (advice_basis_id) where advice_basis_id is not null;
create index enquiry_taken_by on volunteering.enquiry (taken_by_person_id) where taken_by_person_id is not null;
create index enquiry_closed on volunteering.enquiry (closed_at) where closed_at is not null;
call platform.classify('volunteering.enquiry', 'personal', 'person_id advice_basis_id');
call platform.classify('volunteering.enquiry', 'organisation', 'id role_id centre_id channel state reached version centre_sees young
  taken_by_person_id made_at changed_at replied_at sorry_at closed_at stop_reason stopped_by');

-- Who it is, in their own words; for the person, and for the centre as long as they agree.
create table volunteering.asker (
  enquiry_id uuid primary key references volunteering.enquiry on delete cascade,
  name text not null,
  email text not null default '',
  phone text not null default '',
  times text not null default '',
  wishes text not null default '',
  -- Of somebody under 18 only: for everybody else it is enough that they say they are older.
  born_on date
);
create index asker_by_email on volunteering.asker (email) where email <> '';
call platform.classify('volunteering.asker', 'personal', 'enquiry_id name email phone times wishes born_on');

-- Which role an agreement to be introduced is about: one that names another does not do.
create table volunteering.role_consent (
  basis_id uuid primary key references privacy.basis on delete cascade,
  enquiry_id uuid not null references volunteering.enquiry on delete cascade,
  role_id uuid not null references volunteering.role,
  constraint a_consent_is_to_one_role unique (basis_id, enquiry_id, role_id)
);
create index role_consent_of_enquiry on volunteering.role_consent (enquiry_id);
call platform.classify('volunteering.role_consent', 'personal', 'basis_id enquiry_id role_id');

-- A parent or guardian is asked about one role for one young person, by a link of their own.
create table volunteering.permission (
  id uuid primary key,
  enquiry_id uuid not null references volunteering.enquiry on delete cascade,
  role_id uuid not null references volunteering.role,
  for_name text not null,
  to_email text not null,
  link_hash bytea not null unique,
  -- What the young person agreed to beforehand; it happens with the yes.
  wants_group boolean not null,
  asked_at timestamptz not null,
  answer text,
  answered_at timestamptz,
  constraint a_permission_is_yes_or_no check (answer in ('yes', 'no')),
  constraint an_answered_permission_has_a_date check ((answer is null) = (answered_at is null)),
  constraint one_permission_for_a_role unique (enquiry_id, role_id),
  constraint a_permission_is_for_one_role unique (id, enquiry_id, role_id, answer)
);
call platform.classify('volunteering.permission', 'personal', 'enquiry_id for_name to_email link_hash');
call platform.classify('volunteering.permission', 'organisation', 'id role_id wants_group asked_at answer answered_at');

-- What one group was given, on what ground, and what it did with it.
create table volunteering.introduction (
  id uuid primary key,
  enquiry_id uuid not null references volunteering.enquiry on delete cascade,
  role_id uuid not null references volunteering.role,
  receiver_id uuid not null references register.organisation,
  basis_id uuid not null,
  name text not null,
  email text not null default '',
  phone text not null default '',
  times text not null default '',
  young boolean not null,
  permission_id uuid,
  permission_answer text,
  sent_at timestamptz not null,
  opened_at timestamptz,
  replied_at timestamptz,
  expires_at timestamptz not null,
  ended_at timestamptz,
  end_reason text,
  constraint its_basis_names_its_receiver foreign key (basis_id, receiver_id)
    references privacy.receiver (basis_id, organisation_id) on delete cascade,
  constraint its_basis_names_its_role foreign key (basis_id, enquiry_id, role_id)
    references volunteering.role_consent (basis_id, enquiry_id, role_id) on delete cascade,
  constraint its_permission_is_for_this foreign key (permission_id, enquiry_id, role_id, permission_answer)
    references volunteering.permission (id, enquiry_id, role_id, answer),
  constraint nobody_young_without_permission
    check (not young or (permission_id is not null and permission_answer = 'yes'))
);
create unique index one_introduction_at_a_time on volunteering.introduction (enquiry_id) where ended_at is null;
create index introduction_to on volunteering.introduction (receiver_id, sent_at desc);
create index introduction_on_basis on volunteering.introduction (basis_id, receiver_id);
create index introduction_consent on volunteering.introduction (basis_id, enquiry_id, role_id);
create index introduction_about_role on volunteering.introduction (role_id);
create index introduction_by_permission on volunteering.introduction (permission_id) where permission_id is not null;
create index introduction_unopened on volunteering.introduction (expires_at) where opened_at is null and ended_at is null;
call platform.classify('volunteering.introduction', 'personal', 'basis_id name email phone times');
call platform.classify('volunteering.introduction', 'organisation', 'id enquiry_id role_id receiver_id young permission_id
  permission_answer sent_at opened_at replied_at expires_at ended_at end_reason');

create table volunteering.placement (
  id uuid primary key,
  enquiry_id uuid not null unique references volunteering.enquiry on delete cascade,
  introduction_id uuid not null references volunteering.introduction on delete cascade,
  role_id uuid not null references volunteering.role,
  organisation_id uuid not null references register.organisation,
  starts_on date not null,
  meet text not null,
  young boolean not null,
  supervisor text not null default '',
  risk_checked boolean not null default false,
  made_at timestamptz not null,
  follow_up_at timestamptz not null,
  followed_up_at timestamptz,
  ended_on date,
  end_reason text,
  constraint a_start_has_somebody_to_meet check (meet <> ''),
  constraint whoever_is_young_has_a_supervisor check (not young or (supervisor <> '' and risk_checked)),
  constraint a_placement_that_ended_says_why check ((ended_on is null) = (end_reason is null))
);
create index placement_of_role on volunteering.placement (role_id) where ended_on is null;
create index placement_of_organisation on volunteering.placement (organisation_id);
create index placement_of_introduction on volunteering.placement (introduction_id);
create index placement_to_follow_up on volunteering.placement (follow_up_at) where followed_up_at is null and ended_on is null;
call platform.classify('volunteering.placement', 'personal', 'enquiry_id');
call platform.classify('volunteering.placement', 'organisation', 'id introduction_id role_id organisation_id starts_on meet
  young supervisor risk_checked made_at follow_up_at followed_up_at ended_on end_reason');

-- What has happened, one line each. A group reads the lines of what it was sent.
create table volunteering.enquiry_step (
  id uuid primary key,
  enquiry_id uuid not null references volunteering.enquiry on delete cascade,
  introduction_id uuid references volunteering.introduction on delete cascade,
  what text not null,
  at timestamptz not null,
  organisation_id uuid references register.organisation,
  person_id uuid references people.person,
  said text not null default '',
  reason text not null default ''
);
create index step_of_enquiry on volunteering.enquiry_step (enquiry_id, at);
create index step_of_introduction on volunteering.enquiry_step (introduction_id) where introduction_id is not null;
create index enquiry_step_by_person on volunteering.enquiry_step (person_id) where person_id is not null;
create index enquiry_step_by_organisation on volunteering.enquiry_step (organisation_id) where organisation_id is not null;
call platform.classify('volunteering.enquiry_step', 'personal', 'said');
call platform.classify('volunteering.enquiry_step', 'organisation', 'id enquiry_id introduction_id what at organisation_id
  person_id reason');

-- What a visitor wrote before signing in, encrypted; whoever has the link of that page gets it back, for a day.
create table volunteering.asking (
  id uuid primary key,
  link_hash bytea not null unique,
  answers bytea not null,
  made_at timestamptz not null
);
create index asking_by_age on volunteering.asking (made_at);
call platform.classify('volunteering.asking', 'personal', 'id link_hash answers made_at');
