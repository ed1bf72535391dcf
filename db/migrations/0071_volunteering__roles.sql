-- Volunteering roles in the shape of the national standard: an organisation has activities, an activity has roles and
-- times (model D2/12, lifecycle 3; R21, R24).
create schema volunteering;
grant usage on schema volunteering to joinery_web, joinery_jobs, joinery_publisher;

create table volunteering.activity (
  id uuid primary key,
  organisation_id uuid not null references register.organisation,
  title text not null,
  summary text not null,
  -- Terms of the standard's list.
  causes text[] not null,
  -- The same in the words of the directory's filters.
  themes text[] not null default '{}',
  emergency boolean not null default false,
  -- Where the organisation itself is, elsewhere, or at everybody's own home.
  place text not null,
  venue text not null default '',
  address text not null default '',
  postcode text not null default '',
  lat double precision,
  lon double precision,
  plane point,
  area_id uuid references areas.area,
  -- Weekday and part of the day, such as MondayMorning. None: whenever it suits both.
  times text[] not null default '{}',
  created_at timestamptz not null,
  changed_at timestamptz not null,
  constraint an_activity_is_in_a_known_place check (place in ('ours', 'elsewhere', 'home')),
  constraint a_place_elsewhere_is_somewhere check (place <> 'elsewhere' or venue <> '' or address <> ''),
  constraint an_activity_has_a_cause check (cardinality(causes) > 0)
);
create index activity_of_organisation on volunteering.activity (organisation_id);

-- A day with its hours, by the clock on the wall there: kept as it is read, so a change of the clocks moves nothing.
create table volunteering.session (
  id uuid primary key,
  activity_id uuid not null references volunteering.activity on delete cascade,
  on_day date not null,
  begins time not null,
  ends time not null,
  constraint a_session_ends_after_it_begins check (ends > begins),
  constraint one_session_at_a_time unique (activity_id, on_day, begins)
);

create table volunteering.role (
  id uuid primary key,
  activity_id uuid not null references volunteering.activity,
  organisation_id uuid not null references register.organisation,
  title text not null,
  summary text not null,
  description text not null default '',
  commitment text not null default '',
  minimum_age integer not null,
  maximum_age integer,
  -- The group has looked at the risks for somebody under 18 and names who is with them before they start.
  young_ready boolean not null default false,
  requirements text[] not null default '{}',
  skills text[] not null default '{}',
  accessibility text[] not null default '{}',
  access text[] not null default '{}',
  -- What somebody does that decides about a check; the level is worked out of it and never chosen.
  duties text[] not null default '{}',
  how_often text not null default 'seldom',
  dbs_level text not null,
  dbs_reason text not null,
  dbs_decided_at timestamptz not null,
  dbs_decided_by uuid references people.person,
  share text not null default 'network',
  share_reason text not null default '',
  -- The borough or sub-region it is shared with; none when it is the network.
  share_area_id uuid references areas.area,
  useful boolean not null default false,
  urgent boolean not null default false,
  places integer,
  -- The last day on which it is shown.
  until_day date not null,
  state text not null,
  state_reason text not null default '',
  state_since timestamptz not null,
  -- When it was live for the first time.
  live_at timestamptz,
  -- When somebody was told that its last day is near.
  told_at timestamptz,
  version integer not null default 0,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  constraint a_role_is_in_a_known_state check (state in
    ('draft', 'for_check', 'returned', 'live', 'paused', 'full', 'expired', 'pulled', 'withdrawn')),
  constraint what_is_returned_or_pulled_says_why check (state not in ('returned', 'pulled') or state_reason <> ''),
  constraint the_lowest_age_is_an_age check (minimum_age between 5 and 99),
  constraint ages_are_in_order check (maximum_age is null or maximum_age between minimum_age and 120),
  constraint whoever_is_young_is_looked_after check (minimum_age >= 18 or young_ready),
  constraint a_check_has_a_level check
    (dbs_level in ('none', 'basic', 'enhanced', 'enhanced_adults', 'enhanced_children', 'enhanced_both')),
  constraint a_check_has_a_reason check (dbs_reason <> ''),
  constraint nobody_under_16_is_checked check (dbs_level = 'none' or minimum_age >= 16),
  constraint a_role_is_shared_in_a_known_way check (share in ('borough', 'sub_region', 'network')),
  constraint less_than_the_network_says_why check (share = 'network' or share_reason <> ''),
  constraint what_is_shared_with_an_area_names_it check ((share = 'network') = (share_area_id is null)),
  constraint a_role_has_a_place check (places is null or places > 0)
);
create index role_of_organisation on volunteering.role (organisation_id, state);
create index role_of_activity on volunteering.role (activity_id);
create index role_live on volunteering.role (until_day, id) where state = 'live';

-- What a home centre looked at, or is still to look at.
create table volunteering.role_check (
  id uuid primary key,
  role_id uuid not null unique references volunteering.role on delete cascade,
  state text not null,
  reason text not null default '',
  asked_at timestamptz not null,
  answered_at timestamptz,
  answered_by uuid references people.person,
  constraint a_role_check_is_in_a_known_state
    check (state in ('waiting', 'returned', 'accepted', 'taken_back', 'live_at_once', 'looked_at')),
  constraint a_role_that_is_sent_back_says_why check (state <> 'returned' or reason <> '')
);
create index role_check_open on volunteering.role_check (state, asked_at)
  where state in ('waiting', 'returned', 'live_at_once');

-- How much of all roles is to be open to everybody, and by when (R22). One row.
create table volunteering.sharing_target (
  one boolean primary key default true,
  percent integer not null,
  by_day date not null,
  set_at timestamptz not null,
  set_by uuid references people.person,
  constraint there_is_one_target check (one),
  constraint a_target_is_a_share check (percent between 1 and 100)
);

call platform.classify('volunteering.activity', 'organisation', 'id organisation_id title summary causes themes emergency
  place venue address postcode lat lon plane area_id times created_at changed_at');
call platform.classify('volunteering.session', 'organisation', 'id activity_id on_day begins ends');
call platform.classify('volunteering.role', 'organisation', 'id activity_id organisation_id title summary description
  commitment minimum_age maximum_age young_ready requirements skills accessibility access duties how_often dbs_level dbs_reason
  dbs_decided_at dbs_decided_by share share_reason share_area_id useful urgent places until_day state state_reason
  state_since live_at told_at version created_at changed_at');
call platform.classify('volunteering.role_check', 'organisation', 'id role_id state reason asked_at answered_at
  answered_by');
call platform.classify('volunteering.sharing_target', 'member', 'one percent by_day set_at set_by');

grant select, insert, update on volunteering.activity, volunteering.role, volunteering.role_check,
  volunteering.sharing_target to joinery_web, joinery_jobs;
grant select, insert, delete on volunteering.session to joinery_web, joinery_jobs;
grant select on volunteering.activity, volunteering.session, volunteering.role to joinery_publisher;
