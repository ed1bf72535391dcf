create table loops.loop (
  id uuid primary key,
  kind text not null,
  thing_id uuid not null,
  owner_organisation_id uuid not null,
  owner_person_id uuid not null,
  opened_at timestamptz not null,
  due_at timestamptz not null,
  first_due_at timestamptz not null,
  climb_step integer not null default 0,
  ended_at timestamptz,
  end_reason text,
  constraint a_loop_that_ended_says_why check ((ended_at is null) = (end_reason is null)),
  constraint a_loop_climbs_four_steps check (climb_step between 0 and 3)
);
create unique index one_open_loop_of_a_kind_per_thing on loops.loop (kind, thing_id) where ended_at is null;
create index loop_due on loops.loop (due_at) where ended_at is null;
create index loop_of_organisation on loops.loop (owner_organisation_id, due_at) where ended_at is null;
call platform.classify('loops.loop', 'organisation', 'id kind thing_id owner_organisation_id owner_person_id
  opened_at due_at first_due_at climb_step ended_at end_reason');

-- What is promised until when, for the slices that made the promise.
create view loops.open_loop as
  select kind, thing_id, owner_organisation_id, owner_person_id, opened_at, due_at, first_due_at, climb_step
  from loops.loop where ended_at is null;
grant select on loops.loop to joinery_publisher;
alter view loops.open_loop owner to joinery_publisher;
grant select on loops.open_loop to joinery_web, joinery_jobs;

grant select, insert, update on loops.loop to joinery_web, joinery_jobs;
