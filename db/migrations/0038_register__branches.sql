-- A branch is a part of one body, a member a body of its own in a federation. Lists say only what stands under what, and
-- a federation may have thousands: so it is a member until somebody says that it is a branch.
alter table register.organisation
  add column parent_link text not null default 'member',
  add constraint a_parent_is_linked_in_a_known_way check (parent_link in ('branch', 'member')),
  add constraint nothing_is_part_of_itself check (parent_id <> id);
call platform.classify('register.organisation', 'public', 'parent_link');

-- One side says that it belongs to the other, and the other one says yes.
create table register.belonging (
  id uuid primary key,
  organisation_id uuid not null references register.organisation,
  parent_id uuid not null references register.organisation,
  link text not null,
  asked_by_parent boolean not null,
  person_id uuid not null references people.person,
  state text not null default 'waiting',
  reason text not null default '',
  made_at timestamptz not null,
  answered_at timestamptz,
  constraint a_belonging_is_of_a_known_link check (link in ('branch', 'member')),
  constraint a_belonging_is_in_a_known_state check (state in ('waiting', 'accepted', 'declined', 'ended')),
  constraint a_declined_belonging_has_a_reason check (state <> 'declined' or reason <> ''),
  constraint nothing_belongs_to_itself check (organisation_id <> parent_id)
);
create unique index one_belonging_waits on register.belonging (organisation_id) where state = 'waiting';
create index belonging_of_parent on register.belonging (parent_id) where state = 'waiting';
create index belonging_by_person on register.belonging (person_id);
call platform.classify('register.belonging', 'organisation', 'id organisation_id parent_id link asked_by_parent
  person_id state reason made_at answered_at');
grant select, insert, update on register.belonging to joinery_web, joinery_jobs;

-- The branches of each body that are public.
create view register.branch as
  select branch.id, branch.parent_id, branch.name
  from register.organisation as branch join register.organisation as whole on whole.id = branch.parent_id
  where branch.parent_link = 'branch' and branch.state = 'active' and whole.state = 'active';
alter view register.branch owner to joinery_publisher;
grant select on register.branch to joinery_web, joinery_jobs;

-- A body and its branches are found once: by any of their names, in all their areas and places.
create or replace view register.search_document as
  select organisation.id, 'organisation'::text as kind, organisation.id as organisation_id,
    organisation.name, organisation.name as organisation_name,
    coalesce((select string_agg(name, ' | ') from (
        select name from register.organisation_name as other where other.organisation_id = organisation.id
        union all
        (select name from register.organisation as branch where branch.parent_id = organisation.id
          and parent_link = 'branch' and branch.state = 'active' order by name limit 200)) as called), '') as other_names,
    organisation.summary, organisation.description as body, organisation.themes, organisation.people_served,
    organisation.access, organisation.languages, '{}'::text[] as days, '{}'::text[] as times,
    ''::text as status, ''::text as way_in,
    null::integer as cost_pence, ''::text as cost_words,
    array(select area_id from register.organisation_area where organisation_id = organisation.id
      union select area_id from register.organisation as branch join register.organisation_area as theirs
        on theirs.organisation_id = branch.id
        where branch.parent_id = organisation.id and parent_link = 'branch' and branch.state = 'active') as area_ids,
    false as taking_referrals,
    exists (select from register.service where service.organisation_id = organisation.id
      and status = 'open' and open_to_volunteers) as open_to_volunteers,
    organisation.kind as organisation_kind, organisation.freshness, organisation.checked_at, organisation.changed_at,
    organisation.language
  from register.organisation
  where organisation.state = 'active' and organisation.kind <> 'hub'
    and not (organisation.parent_link = 'branch' and exists (select from register.organisation as whole
      where whole.id = organisation.parent_id and whole.state = 'active'))
  union all
  select service.id, 'service', service.organisation_id, service.name, organisation.name, '',
    service.summary, concat_ws(' ', service.description, service.for_whom), service.themes, service.people_served,
    service.access, service.languages,
    array(select distinct unnest(days) from register.schedule where service_id = service.id),
    array(select distinct part from register.schedule, lateral (values ('daytime', opens < time '17:00'),
        ('evening', opens >= time '17:00' or closes > time '18:00')) as parts(part, fits)
      where service_id = service.id and fits),
    service.status, service.way_in, service.cost_pence, service.cost_words,
    array(select area_id from register.service_area where service_id = service.id
      union select area_id from register.organisation_area where organisation_id = organisation.id
        and not exists (select from register.service_area where service_id = service.id)),
    service.taking_referrals, service.open_to_volunteers, organisation.kind, service.freshness, service.checked_at,
    service.changed_at, service.language
  from register.service join register.organisation on organisation.id = service.organisation_id
  where organisation.state = 'active' and service.status in ('open', 'paused', 'temporarily_closed');

create or replace view register.search_place as
  select organisation_id as document_id, lat, lon, plane, precise, area_id, venue, address, postcode
  from register.public_location where main and plane is not null
  union all
  select branch.parent_id, lat, lon, plane, precise, area_id, venue, address, postcode
  from register.organisation as branch join register.public_location on public_location.organisation_id = branch.id
  where main and plane is not null and branch.parent_link = 'branch' and branch.state = 'active'
    and branch.parent_id is not null
  union all
  select service_location.service_id, lat, lon, plane, precise, area_id, venue, address, postcode
  from register.service_location join register.public_location on id = location_id where plane is not null
  union all
  select service.id, lat, lon, plane, precise, public_location.area_id, venue, address, postcode
  from register.service join register.public_location on public_location.organisation_id = service.organisation_id
  where main and plane is not null
    and not exists (select from register.service_location where service_id = service.id);
