-- Two records of one group become one. The one that goes stays as an alias with its history, and can come back.
alter table register.organisation
  -- The state it comes back to when the two are taken apart.
  add column merged_from text not null default '',
  add constraint merged_says_what_it_was check ((state = 'merged') = (merged_from <> ''));
create index organisation_by_merged on register.organisation (merged_into) where merged_into is not null;
call platform.classify('register.organisation', 'organisation', 'merged_from');

alter table register.version
  drop constraint a_version_ended_in_a_known_way,
  add constraint a_version_ended_in_a_known_way
    check (way in ('group', 'centre', 'suggestion', 'import', 'undo', 'merge', 'other'));

-- How many still wait for something about a record, never what it is. A promise must not end because its thing moved.
create function register.waited_for(record_id uuid) returns integer
language sql stable security definer set search_path = pg_catalog, register as $$
  select (select count(*) from register.claim where organisation_id = record_id and state = 'waiting')::integer
    + (select count(*) from register.suggestion where organisation_id = record_id and state in ('waiting', 'held'))::integer
    + (select count(*) from register.belonging
        where record_id in (organisation_id, parent_id) and state = 'waiting')::integer
    + (select count(*) from register.appeal where organisation_id = record_id and state = 'waiting')::integer
    + (select count(*) from register.leaving where organisation_id = record_id and stuck_at is not null
        and ended_at is null and called_off_at is null)::integer;
$$;

-- Those who looked after a public record that is part of another one now are known to whoever looks after that one; who
-- only registered a group a second time is not.
create or replace function register.people_near_actor() returns uuid[]
language sql stable security definer set search_path = pg_catalog, register as $$
  select coalesce(array_agg(person_id), '{}') from (
    select person_id from register.position
    where until_at is null and (
      organisation_id = any(register.organisations_of_actor())
      or organisation_id in (select organisation_id from register.centre_answer
        where centre_id = any(register.organisations_of_actor()))
      or register.actor_is_coordinator()
      or organisation_id in (select id from register.organisation
        where home_centre_id = any(register.organisations_of_actor())
          or (merged_into = any(register.organisations_of_actor()) and merged_from in ('active', 'paused'))))
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

-- The names of a record that was merged into another one find that one.
create or replace view register.search_document as
  select organisation.id, 'organisation'::text as kind, organisation.id as organisation_id,
    organisation.name, organisation.name as organisation_name,
    coalesce((select string_agg(name, ' | ') from (
        select name from register.organisation_name as other where other.organisation_id = organisation.id
        union all
        select gone.name from register.organisation as gone where gone.merged_into = organisation.id
        union all
        select other.name from register.organisation as gone
          join register.organisation_name as other on other.organisation_id = gone.id
          where gone.merged_into = organisation.id
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
