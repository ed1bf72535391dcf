-- What somebody would like to do, and which roles fit it (model D2/13, D7; R25).

-- One row a person, written and read by that person alone. No address: the first half of a postcode, and a point that is
-- rounded to half a kilometre.
create table volunteering.volunteer (
  person_id uuid primary key references people.person,
  causes text[] not null default '{}',
  skills text[] not null default '{}',
  -- Weekday and part of the day, such as MondayMorning. None: any time.
  times text[] not null default '{}',
  -- The first half of a postcode, or the name of a place.
  place_name text not null default '',
  plane point,
  area_id uuid references areas.area,
  -- How far they would go; none: it does not matter.
  miles integer,
  from_home boolean not null default true,
  -- What has to be there for them: terms of the list of what helps somebody take part.
  needs text[] not null default '{}',
  -- Whoever is under 18 says on which day they were born; nobody else does.
  adult boolean not null,
  born_on date,
  -- What matters most: 0 not at all, 1 as usual, 3 most.
  times_matter integer not null default 1,
  near_matters integer not null default 1,
  skills_matter integer not null default 1,
  cause_matters integer not null default 1,
  version integer not null default 0,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  constraint only_whoever_is_under_18_gives_a_birthday check (adult = (born_on is null)),
  constraint a_place_has_a_point check ((place_name = '') = (plane is null)),
  constraint somebody_goes_some_way check (miles between 1 and 50),
  constraint what_matters_is_one_of_three check
    (times_matter in (0, 1, 3) and near_matters in (0, 1, 3) and skills_matter in (0, 1, 3) and cause_matters in (0, 1, 3))
);
create index volunteer_by_age on volunteering.volunteer (changed_at);
create index volunteer_young on volunteering.volunteer (born_on) where born_on is not null;
call platform.classify('volunteering.volunteer', 'special', 'needs');
call platform.classify('volunteering.volunteer', 'personal', 'person_id causes skills times place_name plane area_id
  miles from_home adult born_on times_matter near_matters skills_matter cause_matters');
call platform.classify('volunteering.volunteer', 'organisation', 'version made_at changed_at');

-- The best roles of each, found at night: only to say which are new.
create table volunteering.match (
  person_id uuid not null references volunteering.volunteer on delete cascade,
  role_id uuid not null references volunteering.role on delete cascade,
  score real not null,
  found_at timestamptz not null,
  constraint a_role_fits_somebody_once primary key (person_id, role_id)
);
create index match_of_role on volunteering.match (role_id);
call platform.classify('volunteering.match', 'personal', 'person_id role_id score found_at');

-- Live roles as matching compares them: lists as bits, in the order of the lists of the program. Made again with every
-- change of a role, and all of them at night.
create table volunteering.open_role (
  role_id uuid primary key references volunteering.role on delete cascade,
  share_area_id uuid references areas.area,
  until_day date not null,
  minimum_age integer not null,
  maximum_age integer not null,
  home boolean not null,
  -- Metres on the plane; none where the place is not known.
  east double precision,
  north double precision,
  causes bigint not null,
  skills bigint not null,
  access integer not null,
  -- Three bits a day from Monday on; none: whenever it suits both.
  slots integer not null
);
call platform.classify('volunteering.open_role', 'public', 'role_id share_area_id until_day minimum_age maximum_age home
  east north causes skills access slots');

-- What counts how much, for everybody (D7: weights are settings, and shown). One row.
create table volunteering.match_weights (
  one boolean primary key default true,
  times integer not null default 3,
  near integer not null default 3,
  skills integer not null default 2,
  cause integer not null default 3,
  access integer not null default 4,
  version integer not null default 0,
  set_at timestamptz,
  set_by uuid references people.person,
  constraint there_is_one_set_of_weights check (one),
  constraint a_weight_is_at_most_ten check (times between 0 and 10 and near between 0 and 10 and skills between 0 and 10
    and cause between 0 and 10 and access between 0 and 10)
);
insert into volunteering.match_weights default values;
call platform.classify('volunteering.match_weights', 'public', 'one times near skills cause access version');
call platform.classify('volunteering.match_weights', 'member', 'set_at set_by');

-- How far the matching of a night has come, so that it can be stopped and gone on with. One row.
create table volunteering.match_night (
  one boolean primary key default true,
  -- The night, in network time.
  due_at timestamptz,
  after_id uuid,
  done_at timestamptz,
  -- The lists of the program by which the bits of the roles were made.
  form integer not null default 0,
  constraint there_is_one_night check (one)
);
insert into volunteering.match_night default values;
call platform.classify('volunteering.match_night', 'personal', 'after_id');
call platform.classify('volunteering.match_night', 'organisation', 'one due_at done_at form');

alter table volunteering.volunteer enable row level security;
alter table volunteering.volunteer force row level security;
create policy volunteer_by_oneself on volunteering.volunteer to joinery_web
  using (person_id = (select people.actor())) with check (person_id = (select people.actor()));
create policy volunteer_by_jobs on volunteering.volunteer to joinery_jobs using (true) with check (true);

alter table volunteering.match enable row level security;
alter table volunteering.match force row level security;
create policy match_for_oneself on volunteering.match to joinery_web
  using (person_id = (select people.actor())) with check (person_id = (select people.actor()));
create policy match_by_jobs on volunteering.match to joinery_jobs using (true) with check (true);

alter table volunteering.match_night enable row level security;
alter table volunteering.match_night force row level security;
create policy match_night_by_jobs on volunteering.match_night to joinery_jobs using (true) with check (true);

grant select, insert, update, delete on volunteering.volunteer to joinery_web, joinery_jobs;
grant select, delete on volunteering.match to joinery_web;
grant select, insert, update, delete on volunteering.match to joinery_jobs;
grant select, insert, update, delete on volunteering.open_role to joinery_web, joinery_jobs;
grant select on volunteering.match_weights to joinery_web, joinery_jobs;
grant update on volunteering.match_weights to joinery_web;
grant select, update on volunteering.match_night to joinery_jobs;
