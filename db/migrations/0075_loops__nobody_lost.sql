-- The organisation that has to give the answer stays the same when the promise climbs to somebody else, and since when
-- it is with whoever has it now.
alter table loops.loop add column about_organisation_id uuid;
alter table loops.loop add column owner_since timestamptz;
call platform.classify('loops.loop', 'organisation', 'about_organisation_id owner_since');

-- What happened to a promise stands in the record; it is found there by the promise.
create index event_of_loop on platform.event ((payload ->> 'loopId'), at) where name like 'loops.%';

update loops.loop set about_organisation_id = coalesce(opened.organisation_id, loop.owner_organisation_id)
from (select id, (select organisation_id from platform.event
    where name like 'loops.%' and payload ->> 'loopId' = loop.id::text and name = 'loops.opened'
    order by at limit 1) as organisation_id
  from loops.loop) as opened
where opened.id = loop.id;
update loops.loop set owner_since = moved.at
from (select id, coalesce((select max(at) from platform.event
    where name like 'loops.%' and payload ->> 'loopId' = loop.id::text and name in ('loops.climbed', 'loops.passed')),
    opened_at) as at
  from loops.loop) as moved
where moved.id = loop.id;

-- What does not know of these yet says neither.
create function loops.say_about() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  new.about_organisation_id := coalesce(new.about_organisation_id, new.owner_organisation_id);
  new.owner_since := coalesce(new.owner_since, new.opened_at);
  return new;
end $$;
create trigger say_about before insert on loops.loop for each row execute function loops.say_about();
alter table loops.loop alter column about_organisation_id set not null, alter column owner_since set not null;

-- What is due next and can still climb; what each has to answer; and the board, the latest first.
create index loop_of_thing on loops.loop (thing_id, kind);
drop index loops.loop_due;
create index loop_due on loops.loop (due_at, id) where ended_at is null and climb_step < 3;
drop index loops.loop_of_organisation;
create index loop_of_organisation on loops.loop (owner_organisation_id, first_due_at, id) where ended_at is null;
create index loop_about on loops.loop (about_organisation_id, first_due_at, id) where ended_at is null;
create index loop_of_person on loops.loop (owner_person_id, owner_organisation_id);
create index loop_latest on loops.loop (first_due_at, id) where ended_at is null;
create index loop_by_kind on loops.loop (kind, first_due_at, id) include (climb_step) where ended_at is null;
create index loop_by_step on loops.loop (climb_step, first_due_at, id) where ended_at is null;
create index loop_ended on loops.loop (ended_at) include (kind, end_reason) where ended_at is not null;

create or replace view loops.open_loop as
  select kind, thing_id, owner_organisation_id, owner_person_id, opened_at, due_at, first_due_at, climb_step,
    id, about_organisation_id, owner_since, reminded_at
  from loops.loop where ended_at is null;

-- How promises ended, for counting.
create view loops.ended_loop as
  select kind, end_reason, ended_at, about_organisation_id from loops.loop where ended_at is not null;
alter view loops.ended_loop owner to joinery_publisher;
grant select on loops.ended_loop to joinery_web, joinery_jobs;

-- Who stands at which organisation now, without a name: an open promise whose owner is not among them is lost.
create view register.standing_holder as
  select organisation_id, person_id, role from register.position where until_at is null;
alter view register.standing_holder owner to joinery_publisher;
grant select on register.standing_holder to joinery_web, joinery_jobs;

-- Many jobs of one kind in one statement, as `platform.add_job` for one.
create function platform.add_jobs(task text, payloads jsonb) returns void language sql security definer
set search_path = pg_catalog, graphile_worker as $$
  select from graphile_worker.add_jobs(array(
    select row(task, payload::json, null, null, 12, null, null, null)::graphile_worker.job_spec
    from jsonb_array_elements(payloads) as jobs(payload)));
$$;
revoke execute on function platform.add_jobs from public;
grant execute on function platform.add_jobs to joinery_web, joinery_jobs;
