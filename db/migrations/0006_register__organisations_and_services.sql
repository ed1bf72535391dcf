create table register.organisation (
  id uuid primary key,
  name text not null,
  kind text not null,
  legal_form text not null default 'none',
  state text not null,
  summary text not null default '',
  description text not null default '',
  themes text[] not null default '{}',
  people_served text[] not null default '{}',
  access text[] not null default '{}',
  languages text[] not null default '{}',
  website text not null default '',
  phone text not null default '',
  email text not null default '',
  contact_label text not null default '',
  volunteers integer,
  home_centre_id uuid references register.organisation,
  home_centre_reason text not null default '',
  parent_id uuid references register.organisation,
  merged_into uuid references register.organisation,
  claimed boolean not null default true,
  trusted boolean not null default false,
  language text not null default 'en-GB',
  version integer not null default 0,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  state_reason text not null default '',
  freshness text not null default 'none',
  checked_at timestamptz,
  checked_by text not null default '',
  freshness_due_at timestamptz,
  constraint an_organisation_has_a_name check (name <> ''),
  constraint an_organisation_is_in_a_known_state check (state in ('submitted', 'in_review', 'active', 'returned',
    'refused', 'paused', 'closing', 'closed', 'merged')),
  constraint merged_says_into_what check ((state = 'merged') = (merged_into is not null)),
  constraint freshness_is_known check (freshness in ('ok', 'due', 'old', 'none'))
);
create index organisation_by_home on register.organisation (home_centre_id, state);
create index organisation_by_state on register.organisation (state) where state not in ('active');
create index organisation_by_kind on register.organisation (kind) where kind in ('centre', 'hub');
create index organisation_freshness on register.organisation (freshness_due_at) where state = 'active';
create index organisation_by_parent on register.organisation (parent_id) where parent_id is not null;
create index organisation_by_lower_name on register.organisation (lower(name));
call platform.classify('register.organisation', 'public', 'id name kind legal_form state summary description themes
  people_served access languages website phone email contact_label volunteers home_centre_id home_centre_reason
  parent_id merged_into claimed trusted language version created_at changed_at freshness checked_at checked_by');
call platform.classify('register.organisation', 'organisation', 'state_reason freshness_due_at');

-- The twin of `coreName` in rules/candidates.ts: what is telling in a name, for an index.
create function register.core_name(name text) returns text
language sql immutable set search_path = pg_catalog as $$
  select coalesce(nullif(btrim(regexp_replace(regexp_replace(words, '\m(the|and|of|for|in|ltd|limited|cio|cic|charity|trust|group|club|association|society|project)\M', ' ', 'g'), '\s+', ' ', 'g')), ''), words)
  from (select btrim(regexp_replace(regexp_replace(lower(normalize(name, NFD)), '[\u0300-\u036f’'']', '', 'g'),
    '[^a-z0-9]+', ' ', 'g')) as words) as plain;
$$;
create index organisation_core_name on register.organisation (register.core_name(name));

create function register.own_domain(address text) returns text
language sql immutable set search_path = pg_catalog as $$
  select regexp_replace(lower(substring(address from '^(?:https?://)?([^/?#:]+)')), '^www\.', '');
$$;
create index organisation_domain on register.organisation (register.own_domain(website)) where website <> '';

-- Names it had, and names it is also called by: each still finds it.
create table register.organisation_name (
  organisation_id uuid not null references register.organisation on delete cascade,
  name text not null,
  kind text not null default 'also',
  primary key (organisation_id, name),
  constraint a_name_is_old_or_also check (kind in ('old', 'also'))
);
create index organisation_name_lower on register.organisation_name (lower(name));
call platform.classify('register.organisation_name', 'public', 'organisation_id name kind');

create table register.identifier (
  scheme text not null,
  number text not null,
  organisation_id uuid not null references register.organisation on delete cascade,
  primary key (scheme, number)
);
create index identifier_of_organisation on register.identifier (organisation_id);
call platform.classify('register.identifier', 'public', 'scheme number organisation_id');

create table register.organisation_area (
  organisation_id uuid not null references register.organisation on delete cascade,
  area_id uuid not null references areas.area,
  place integer not null default 0,
  primary key (organisation_id, area_id)
);
create index organisation_area_by_area on register.organisation_area (area_id);
call platform.classify('register.organisation_area', 'public', 'organisation_id area_id place');

-- Which centre answers for which area; without one of its own an area has a cover.
create table register.cover (
  area_id uuid primary key references areas.area,
  centre_id uuid not null references register.organisation,
  own boolean not null default true
);
create index cover_by_centre on register.cover (centre_id);
call platform.classify('register.cover', 'public', 'area_id centre_id own');

create table register.location (
  id uuid primary key,
  organisation_id uuid not null references register.organisation on delete cascade,
  venue text not null default '',
  address text not null default '',
  postcode text not null default '',
  shown text not null default 'public',
  lat double precision,
  lon double precision,
  plane point,
  area_id uuid references areas.area,
  main boolean not null default false,
  constraint an_address_is_shown_somehow check (shown in ('public', 'area', 'hidden')),
  constraint a_point_has_both_halves check ((lat is null) = (lon is null))
);
create index location_of_organisation on register.location (organisation_id);
create unique index one_main_location on register.location (organisation_id) where main;
call platform.classify('register.location', 'public', 'id organisation_id shown area_id main');
call platform.classify('register.location', 'organisation', 'venue address postcode lat lon plane');

create table register.service (
  id uuid primary key,
  organisation_id uuid not null references register.organisation on delete cascade,
  name text not null,
  status text not null,
  status_note text not null default '',
  summary text not null default '',
  description text not null default '',
  for_whom text not null default '',
  not_for text not null default '',
  themes text[] not null default '{}',
  people_served text[] not null default '{}',
  access text[] not null default '{}',
  languages text[] not null default '{}',
  age_from integer,
  age_to integer,
  cost_pence integer,
  cost_words text not null default '',
  way_in text not null default 'ring',
  wait_words text not null default '',
  wait_said_at timestamptz,
  taking_referrals boolean not null default false,
  open_to_volunteers boolean not null default false,
  website text not null default '',
  language text not null default 'en-GB',
  version integer not null default 0,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  freshness text not null default 'none',
  checked_at timestamptz,
  checked_by text not null default '',
  freshness_due_at timestamptz,
  constraint a_service_has_a_name check (name <> ''),
  constraint a_service_is_in_a_known_status
    check (status in ('draft', 'open', 'paused', 'temporarily_closed', 'retired')),
  constraint ages_go_upwards check (age_from is null or age_to is null or age_from <= age_to),
  constraint a_wait_was_said_at_a_time check ((wait_words = '') = (wait_said_at is null)),
  constraint a_price_is_not_below_nothing check (cost_pence >= 0),
  constraint service_freshness_is_known check (freshness in ('ok', 'due', 'old', 'none'))
);
create index service_of_organisation on register.service (organisation_id);
create index service_freshness_due on register.service (freshness_due_at) where status <> 'retired';
call platform.classify('register.service', 'public', 'id organisation_id name status status_note summary
  description for_whom not_for themes people_served access languages age_from age_to cost_pence cost_words way_in wait_words wait_said_at
  taking_referrals open_to_volunteers website language version created_at changed_at freshness checked_at checked_by');
call platform.classify('register.service', 'organisation', 'freshness_due_at');

create table register.service_location (
  service_id uuid not null references register.service on delete cascade,
  location_id uuid not null references register.location on delete cascade,
  primary key (service_id, location_id)
);
create index service_location_by_location on register.service_location (location_id);
call platform.classify('register.service_location', 'public', 'service_id location_id');

create table register.schedule (
  id uuid primary key,
  service_id uuid not null references register.service on delete cascade,
  days text[] not null,
  opens time,
  closes time,
  note text not null default '',
  constraint days_are_those_of_the_week check (days <@ array['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'])
);
create index schedule_of_service on register.schedule (service_id);
call platform.classify('register.schedule', 'public', 'id service_id days opens closes note');

create table register.service_area (
  service_id uuid not null references register.service on delete cascade,
  area_id uuid not null references areas.area,
  primary key (service_id, area_id)
);
call platform.classify('register.service_area', 'public', 'service_id area_id');

grant select on all tables in schema register to joinery_web, joinery_jobs, joinery_publisher;
grant insert, update, delete on all tables in schema register to joinery_web, joinery_jobs;
