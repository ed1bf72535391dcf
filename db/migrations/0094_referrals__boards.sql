-- Who covers what and where, where places are free and what is missing, for those who work together on a theme (R39).
-- Council, NHS, hub and groups are members alike. Nothing on a board is about a person: needs are counts.
alter table referrals.help_request add column outcome text;
update referrals.help_request set outcome = state where state in ('referred', 'signposted', 'helped', 'no_service');
call platform.classify('referrals.help_request', 'organisation', 'outcome');
create index help_request_unmet on referrals.help_request (theme, made_at) where theme <> '';

create table referrals.board (
  id uuid primary key,
  name text not null,
  theme text not null,
  -- Without one it is for the whole network.
  area_id uuid references areas.area,
  organisation_id uuid not null references register.organisation,
  made_by_person_id uuid references people.person,
  made_at timestamptz not null,
  closed_at timestamptz
);
create index board_of_organisation on referrals.board (organisation_id);
create index board_made_by on referrals.board (made_by_person_id) where made_by_person_id is not null;
call platform.classify('referrals.board', 'member', 'id name theme area_id organisation_id made_by_person_id made_at closed_at');

create table referrals.board_member (
  board_id uuid not null references referrals.board on delete cascade,
  organisation_id uuid not null references register.organisation,
  added_by_person_id uuid references people.person,
  added_at timestamptz not null,
  primary key (board_id, organisation_id)
);
create index board_member_organisation on referrals.board_member (organisation_id);
create index board_member_added_by on referrals.board_member (added_by_person_id) where added_by_person_id is not null;
call platform.classify('referrals.board_member', 'member', 'board_id organisation_id added_by_person_id added_at');

-- What a group says of its own service: so many places are free. After a week it shows as old.
create table referrals.capacity (
  service_id uuid primary key references register.service,
  organisation_id uuid not null references register.organisation,
  places integer not null,
  said_by_person_id uuid references people.person,
  said_at timestamptz not null,
  constraint places_are_counted check (places between 0 and 10000)
);
create index capacity_of_organisation on referrals.capacity (organisation_id);
create index capacity_said_by on referrals.capacity (said_by_person_id) where said_by_person_id is not null;
call platform.classify('referrals.capacity', 'member', 'service_id organisation_id places said_by_person_id said_at');

create table referrals.notice (
  id uuid primary key,
  board_id uuid not null references referrals.board on delete cascade,
  organisation_id uuid not null references register.organisation,
  person_id uuid references people.person,
  words text not null,
  on_day date not null,
  made_at timestamptz not null
);
create index notice_on_board on referrals.notice (board_id, on_day);
create index notice_of_organisation on referrals.notice (organisation_id);
create index notice_by_person on referrals.notice (person_id) where person_id is not null;
call platform.classify('referrals.notice', 'member', 'id board_id organisation_id person_id words on_day made_at');

-- Free places for an area where some are missing; the group that has them says yes or no.
create table referrals.board_match (
  id uuid primary key,
  board_id uuid not null references referrals.board on delete cascade,
  area_id uuid not null references areas.area,
  service_id uuid not null references register.service,
  organisation_id uuid not null references register.organisation,
  by_organisation_id uuid not null references register.organisation,
  by_person_id uuid references people.person,
  places integer not null,
  state text not null default 'asked',
  made_at timestamptz not null,
  answered_at timestamptz,
  constraint a_match_is_for_some_places check (places between 1 and 10000),
  constraint a_match_is_in_a_known_state check (state in ('asked', 'agreed', 'declined'))
);
create unique index one_match_is_asked_once on referrals.board_match (board_id, area_id, service_id) where state = 'asked';
create index board_match_on on referrals.board_match (board_id, made_at desc);
create index board_match_service on referrals.board_match (service_id);
create index board_match_organisation on referrals.board_match (organisation_id);
create index board_match_by on referrals.board_match (by_organisation_id);
create index board_match_by_person on referrals.board_match (by_person_id) where by_person_id is not null;
call platform.classify('referrals.board_match', 'member', 'id board_id area_id service_id organisation_id
  by_organisation_id by_person_id places state made_at answered_at');

-- How many asked for something in an area and there was nothing: counts alone, which pages round.
create function referrals.unmet_in(of_theme text, codes text[], since timestamptz)
returns table (area_code text, times integer)
language sql stable security definer set search_path = pg_catalog, referrals as $$
  select help_request.area_code, count(*)::integer
  from referrals.help_request join register.organisation on organisation.id = organisation_id
  where theme = of_theme and help_request.area_code = any(codes) and made_at >= since
    and help_request.state not in ('spam', 'withdrawn') and (outcome = 'no_service' or kind = 'hub')
  group by 1;
$$;

grant select, insert, update on referrals.board, referrals.board_member, referrals.capacity, referrals.notice,
  referrals.board_match to joinery_web, joinery_jobs;
grant delete on referrals.board_member, referrals.notice to joinery_web, joinery_jobs;
