-- What other slices may read. Plain views owned by the publisher, which may read public words only.
create view register.organisation_card as
  select id, name, kind, state, summary, phone, email, website, home_centre_id, freshness, checked_at, merged_into
  from register.organisation;

-- Where something is, as far as the public may know: `area` places are known to the kilometre, hidden ones not at all.
create view register.public_location as
  select id, organisation_id, area_id, main, shown,
    case when shown = 'public' then venue else '' end as venue,
    case when shown = 'public' then address else '' end as address,
    case when shown = 'public' then postcode else '' end as postcode,
    case shown when 'public' then lat when 'area' then round(lat::numeric, 2)::double precision end as lat,
    case shown when 'public' then lon when 'area' then round(lon::numeric, 2)::double precision end as lon,
    case shown
      when 'public' then plane
      when 'area' then point(floor(plane[0] / 1000) * 1000 + 500, floor(plane[1] / 1000) * 1000 + 500)
    end as plane,
    shown = 'public' as precise
  from register.location
  where shown <> 'hidden';

-- One row for each thing the directory can find, in public words.
create view register.search_document as
  select organisation.id, 'organisation'::text as kind, organisation.id as organisation_id,
    organisation.name, organisation.name as organisation_name,
    coalesce((select string_agg(name, ' | ') from register.organisation_name as other
      where other.organisation_id = organisation.id), '') as other_names,
    organisation.summary, organisation.description as body, organisation.themes, organisation.people_served,
    organisation.access, organisation.languages, '{}'::text[] as days, '{}'::text[] as times,
    ''::text as status, ''::text as way_in,
    null::integer as cost_pence, ''::text as cost_words,
    array(select area_id from register.organisation_area where organisation_id = organisation.id) as area_ids,
    false as taking_referrals,
    exists (select from register.service where service.organisation_id = organisation.id
      and status = 'open' and open_to_volunteers) as open_to_volunteers,
    organisation.kind as organisation_kind, organisation.freshness, organisation.checked_at, organisation.changed_at,
    organisation.language
  from register.organisation
  where organisation.state = 'active' and organisation.kind <> 'hub'
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

-- Every place of a document; a service without a place of its own is where its organisation is.
create view register.search_place as
  select organisation_id as document_id, lat, lon, plane, precise, area_id, venue, address, postcode
  from register.public_location where main and plane is not null
  union all
  select service_location.service_id, lat, lon, plane, precise, area_id, venue, address, postcode
  from register.service_location join register.public_location on id = location_id where plane is not null
  union all
  select service.id, lat, lon, plane, precise, public_location.area_id, venue, address, postcode
  from register.service join register.public_location on public_location.organisation_id = service.organisation_id
  where main and plane is not null
    and not exists (select from register.service_location where service_id = service.id);

-- Which centre answers for which area; `own` is false where it does so for want of one there.
create view register.centre_cover as
  select cover.area_id, area.code as area_code, area.name as area_name, cover.centre_id,
    organisation.name as centre_name, organisation.phone, cover.own
  from register.cover
  join areas.area on area.id = cover.area_id
  join register.organisation on organisation.id = cover.centre_id;

alter view register.centre_cover owner to joinery_publisher;
alter view register.organisation_card owner to joinery_publisher;
alter view register.public_location owner to joinery_publisher;
alter view register.search_document owner to joinery_publisher;
alter view register.search_place owner to joinery_publisher;
grant select on register.centre_cover, register.organisation_card, register.public_location, register.search_document,
  register.search_place to joinery_web, joinery_jobs;
