-- How a record read until it was changed, who changed it, why and by what way. Only what was replaced is kept, so a first
-- import costs nothing and the newest version is the record itself.
create table register.version (
  id uuid primary key,
  thing_kind text not null,
  thing_id uuid not null,
  organisation_id uuid not null references register.organisation on delete cascade,
  number integer not null,
  was jsonb not null,
  until_at timestamptz not null,
  way text not null,
  person_id uuid references people.person,
  centre_id uuid references register.organisation,
  reason text not null default '',
  constraint a_version_is_of_a_known_thing check (thing_kind in ('organisation', 'service')),
  constraint a_version_ended_in_a_known_way check (way in ('group', 'centre', 'suggestion', 'import', 'undo', 'other'))
);
create index version_of_thing on register.version (thing_id, until_at desc);
create index version_of_organisation on register.version (organisation_id, until_at desc);
create index version_by_person on register.version (person_id) where person_id is not null;
call platform.classify('register.version', 'organisation', 'id thing_kind thing_id organisation_id number was
  until_at way person_id centre_id reason');
grant select, insert on register.version to joinery_web, joinery_jobs;

-- A record as its form and its keepers know it, in one value: for keeping how it read, one or thousands at a time.
create function register.as_written(record register.organisation) returns jsonb
language sql stable set search_path = pg_catalog, register as $$
  select jsonb_build_object('name', record.name, 'kind', record.kind, 'state', record.state, 'summary', record.summary,
    'description', record.description, 'themes', record.themes, 'people_served', record.people_served,
    'contact_label', record.contact_label, 'phone', record.phone, 'email', record.email, 'website', record.website,
    'languages', record.languages, 'access', record.access, 'parent', record.parent_id)
    || coalesce((select jsonb_build_object('postcode', postcode, 'venue', venue, 'address', address,
        'address_shown', shown) from register.location where organisation_id = record.id and main), '{}');
$$;

create function register.as_written(record register.service) returns jsonb
language sql stable set search_path = pg_catalog, register as $$
  select jsonb_build_object('name', record.name, 'status', record.status, 'status_note', record.status_note,
    'summary', record.summary, 'description', record.description, 'for_whom', record.for_whom,
    'not_for', record.not_for, 'themes', record.themes, 'people_served', record.people_served,
    'age_from', record.age_from, 'age_to', record.age_to, 'cost_words', record.cost_words, 'way_in', record.way_in,
    'wait_words', record.wait_words, 'taking_referrals', record.taking_referrals,
    'open_to_volunteers', record.open_to_volunteers)
    || coalesce((select jsonb_build_object('days', days, 'opens', opens, 'closes', closes, 'when_note', note)
      from register.schedule where service_id = record.id order by opens, id limit 1), '{}');
$$;
