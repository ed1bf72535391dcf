-- What anybody may know of a role that is live, with the organisation that looks after it now: of one that was merged
-- that is the other one.
create view volunteering.live_role as
  select role.id, role.activity_id, organisation.id as organisation_id, organisation.name as organisation_name,
    organisation.kind as organisation_kind, organisation.home_centre_id, organisation.language,
    role.title, role.summary, role.description, role.commitment, role.minimum_age, role.maximum_age,
    role.requirements, role.skills, role.accessibility, role.access, role.dbs_level, role.share,
    role.share_area_id, role.useful, role.urgent, role.places, role.until_day, role.live_at, role.changed_at, activity.title as activity_title,
    activity.summary as activity_summary, activity.causes, activity.themes, activity.emergency,
    activity.place, activity.times
  from volunteering.role
  join volunteering.activity on activity.id = role.activity_id
  join register.organisation as own on own.id = role.organisation_id
  join register.organisation on organisation.id = coalesce(own.merged_into, own.id)
  where role.state = 'live' and organisation.state = 'active';

-- Where each is, as far as the public may know; one that is done from home is nowhere.
create view volunteering.role_place as
  select role.id as role_id, activity.lat, activity.lon, activity.plane, true as precise, activity.area_id,
    activity.venue, activity.address, activity.postcode
  from volunteering.role join volunteering.activity on activity.id = role.activity_id
  where activity.place = 'elsewhere'
  union all
  select role.id, place.lat, place.lon, place.plane, place.precise, place.area_id, place.venue, place.address,
    place.postcode
  from volunteering.role
  join volunteering.activity on activity.id = role.activity_id
  join register.organisation as own on own.id = role.organisation_id
  join register.public_location as place on place.organisation_id = coalesce(own.merged_into, own.id) and place.main
  where activity.place = 'ours';

-- In the one search stands what is shared with the whole network. What is shared with less is listed by /roles for
-- whoever asks from there.
create view volunteering.search_document as
  select id, 'role'::text as kind, organisation_id, title as name, organisation_name, ''::text as other_names, summary,
    concat_ws(' ', description, commitment, activity_title) as body,
    themes, '{}'::text[] as people_served, access,
    '{}'::text[] as languages,
    array(select upper(left(slot, 2)) from unnest(live_role.times) as slot
      union select upper(left(to_char(on_day, 'DY'), 2)) from volunteering.session
        where session.activity_id = live_role.activity_id) as days,
    array(select case when slot like '%Evening' then 'evening' else 'daytime' end from unnest(live_role.times) as slot
      union select part from volunteering.session, lateral (values ('daytime', begins < time '17:00'),
          ('evening', begins >= time '17:00' or ends > time '18:00')) as parts (part, fits)
        where session.activity_id = live_role.activity_id and fits) as times,
    ''::text as status, ''::text as way_in, null::integer as cost_pence, ''::text as cost_words,
    -- What is done from home can be done from everywhere.
    case when place = 'home' then array(select area.id from areas.area where area.parent_id is null)
      else array(select organisation_area.area_id from register.organisation_area
        where organisation_area.organisation_id = live_role.organisation_id
          and not exists (select from volunteering.role_place where role_id = live_role.id and area_id is not null))
      end as area_ids,
    false as taking_referrals, true as open_to_volunteers, organisation_kind, 'ok'::text as freshness,
    changed_at as checked_at, changed_at, language
  from volunteering.live_role
  where share = 'network';

create view volunteering.search_place as
  select role_id as document_id, lat, lon, plane, precise, area_id, venue, address, postcode
  from volunteering.role_place where plane is not null;

alter view volunteering.live_role owner to joinery_publisher;
alter view volunteering.role_place owner to joinery_publisher;
alter view volunteering.search_document owner to joinery_publisher;
alter view volunteering.search_place owner to joinery_publisher;
grant select on volunteering.live_role, volunteering.role_place, volunteering.search_document,
  volunteering.search_place to joinery_web, joinery_jobs;
