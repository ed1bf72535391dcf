-- What the coordinator did about something that waited, so that it stays away until a day and the centre can read it.
create schema hub;
grant usage on schema hub to joinery_web, joinery_jobs, joinery_publisher;

create table hub.move (
  id uuid primary key,
  queue text not null,
  row_id text not null,
  move text not null,
  done text not null,
  title text not null,
  words text not null default '',
  -- Who was to act: a centre or a group.
  organisation_id uuid references register.organisation,
  by_person_id uuid not null,
  at timestamptz not null,
  -- Until then the thing stays off the list, in network time.
  away_until timestamptz not null
);
create index move_keeps_away on hub.move (away_until);
create index move_about on hub.move (organisation_id, at) where organisation_id is not null;
create index move_by_time on hub.move (at);
call platform.classify('hub.move', 'organisation', 'id queue row_id move done title words organisation_id by_person_id
  at away_until');
grant select, insert, delete, update (away_until) on hub.move to joinery_web, joinery_jobs;

-- When whoever promised an answer was last reminded of it.
alter table loops.loop add column reminded_at timestamptz;
call platform.classify('loops.loop', 'organisation', 'reminded_at');

-- How good each record is, in numbers and yes or no; nothing of what it says.
create view register.record_health as
  select organisation.id, organisation.name, organisation.kind, organisation.home_centre_id, organisation.freshness,
    organisation.checked_at,
    organisation.phone <> '' or organisation.email <> '' or organisation.website <> '' as reachable,
    exists (select from register.location where organisation_id = organisation.id and plane is not null) as placed,
    (select count(distinct person_id)::integer from register.position
      where organisation_id = organisation.id and until_at is null and role = 'admin') as admins
  from register.organisation
  where organisation.state = 'active' and organisation.kind <> 'hub';
alter view register.record_health owner to joinery_publisher;
grant select on register.record_health to joinery_web, joinery_jobs;
