-- Somebody leaves an organisation on a day. Until then each thing they answer for is offered to somebody who says yes.
create table register.leaving (
  id uuid primary key,
  organisation_id uuid not null references register.organisation,
  person_id uuid not null references people.person,
  leaves_at timestamptz not null,
  note text not null default '',
  begun_by uuid not null,
  begun_at timestamptz not null,
  -- The day came and nobody runs the page after this person, so access stays until somebody does.
  stuck_at timestamptz,
  called_off_at timestamptz,
  ended_at timestamptz
);
create unique index one_leaving_at_a_time on register.leaving (organisation_id, person_id)
  where ended_at is null and called_off_at is null;
create index leaving_due on register.leaving (leaves_at)
  where ended_at is null and called_off_at is null and stuck_at is null;
call platform.classify('register.leaving', 'organisation', 'id organisation_id person_id leaves_at note begun_by
  begun_at stuck_at called_off_at ended_at');

create table register.handover (
  id uuid primary key,
  leaving_id uuid not null references register.leaving on delete cascade,
  duty text not null,
  thing_id uuid not null,
  title text not null,
  taker_person_id uuid not null references people.person,
  state text not null default 'offered',
  offered_at timestamptz not null,
  answered_at timestamptz,
  constraint a_handover_is_in_a_known_state check (state in ('offered', 'accepted', 'declined', 'taken_back'))
);
create unique index one_taker_for_a_thing on register.handover (leaving_id, duty, thing_id)
  where state in ('offered', 'accepted');
create index handover_to on register.handover (taker_person_id) where state = 'offered';
call platform.classify('register.handover', 'organisation', 'id leaving_id duty thing_id title taker_person_id state
  offered_at answered_at');

-- The home centre gives a page to somebody new, because whoever ran it cannot: two checks by two people, everybody
-- known is told, three days to object, and it can be undone.
create table register.appointment (
  id uuid primary key,
  organisation_id uuid not null references register.organisation,
  email text not null,
  why text not null,
  first_check text not null,
  first_by uuid not null,
  first_at timestamptz not null,
  second_check text,
  second_by uuid,
  second_at timestamptz,
  takes_effect_at timestamptz,
  invitation_id uuid references register.invitation,
  objection_hash bytea unique,
  state text not null default 'checked_once',
  end_reason text not null default '',
  ended_at timestamptz,
  constraint an_appointment_is_in_a_known_state check (state in ('checked_once', 'waiting', 'invited', 'stopped',
    'reversed')),
  constraint two_people_check check (second_by is null or second_by <> first_by),
  constraint two_ways_of_checking check (second_check is null or second_check <> first_check)
);
create index appointment_of_organisation on register.appointment (organisation_id);
create index appointment_due on register.appointment (takes_effect_at) where state = 'waiting';
call platform.classify('register.appointment', 'personal', 'email objection_hash');
call platform.classify('register.appointment', 'organisation', 'id organisation_id why first_check first_by first_at
  second_check second_by second_at takes_effect_at invitation_id state end_reason ended_at');

alter table register.appointment enable row level security;
alter table register.appointment force row level security;
create policy appointment_by_those_concerned on register.appointment to joinery_web
  using (organisation_id = any((select register.organisations_of_actor())::uuid[])
    or organisation_id in (select id from register.organisation
      where home_centre_id = any((select register.organisations_of_actor())::uuid[]))
    or (select register.actor_is_coordinator())
    or objection_hash = people.key('link'))
  with check (organisation_id in (select id from register.organisation
      where home_centre_id = any((select register.organisations_of_actor())::uuid[]))
    or (select register.actor_is_coordinator())
    or objection_hash = people.key('link'));
create policy appointment_by_jobs on register.appointment to joinery_jobs using (true) with check (true);

grant select, insert, update on register.leaving, register.handover, register.appointment
  to joinery_web, joinery_jobs;
