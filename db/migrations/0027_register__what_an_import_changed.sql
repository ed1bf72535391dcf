-- What an import that can be taken back did to each thing: how it was before, and a digest of how it was left.
create table register.import_change (
  import_id uuid not null,
  kind text not null,
  thing_id uuid not null,
  organisation_id uuid,
  -- Nothing: the import made it.
  was jsonb,
  became bytea,
  noted_at timestamptz not null,
  settled text,
  reason text not null default '',
  primary key (import_id, kind, thing_id),
  constraint an_import_changes_known_things check (kind in ('organisation', 'service', 'location')),
  constraint what_is_settled_was_undone_or_kept check (settled in ('undone', 'kept')),
  constraint what_is_kept_has_a_reason check ((settled = 'kept') = (reason <> ''))
);
create index import_change_to_settle on register.import_change (import_id, organisation_id) where settled is null;
create index import_change_noted on register.import_change (noted_at);
call platform.classify('register.import_change', 'organisation', 'import_id kind thing_id organisation_id was became
  noted_at settled reason');

-- A thing with all that an import writes of it; nothing when it is not there.
create function register.thing_state(kind text, id uuid) returns jsonb
language sql stable set search_path = pg_catalog as $$
  select case thing_state.kind
    when 'organisation' then (select jsonb_build_object('row', to_jsonb(one),
        'names', (select coalesce(jsonb_agg(to_jsonb(also) order by also.name), '[]') from register.organisation_name
          as also where also.organisation_id = one.id),
        'numbers', (select coalesce(jsonb_agg(to_jsonb(held) order by held.scheme, held.number), '[]')
          from register.identifier as held where held.organisation_id = one.id),
        'areas', (select coalesce(jsonb_agg(area.area_id order by area.area_id), '[]')
          from register.organisation_area as area where area.organisation_id = one.id))
      from register.organisation as one where one.id = thing_state.id)
    when 'service' then (select jsonb_build_object('row', to_jsonb(one),
        'schedules', (select coalesce(jsonb_agg(to_jsonb(schedule) order by schedule.id), '[]')
          from register.schedule where schedule.service_id = one.id),
        'places', (select coalesce(jsonb_agg(held.location_id order by held.location_id), '[]')
          from register.service_location as held where held.service_id = one.id))
      from register.service as one where one.id = thing_state.id)
    else (select jsonb_build_object('row', to_jsonb(one)) from register.location as one where one.id = thing_state.id)
  end || jsonb_build_object('sources', (select coalesce(jsonb_agg(to_jsonb(given)
      order by given.source, given.source_id), '[]')
    from register.source as given where given.thing_id = thing_state.id and given.thing_kind = thing_state.kind));
$$;

-- What time changes by itself, and what an import settles only at its end, does not count as a change by somebody.
create function register.state_digest(state jsonb) returns bytea
language sql stable set search_path = pg_catalog as $$
  select sha256(convert_to((state #- '{row,freshness}' #- '{row,freshness_due_at}' #- '{row,parent_id}'
    #- '{row,changed_at}')::text, 'UTF8'));
$$;

-- How the owner of a list wants to be named, beside what the list gave.
create table register.source_owner (
  source text primary key,
  attribution text not null
);
call platform.classify('register.source_owner', 'public', 'source attribution');

grant select, insert, update, delete on register.import_change to joinery_jobs;
grant select on register.import_change to joinery_web;
grant select on register.source_owner to joinery_web, joinery_jobs, joinery_publisher;
grant insert, update on register.source_owner to joinery_web, joinery_jobs;
