-- An employer asks for a day for its people; groups offer places and say what it costs them (model D2/17; R28). Nobody's
-- name is kept: the people of the employer bring a list along on the day.
create table volunteering.employer_request (
  id uuid primary key,
  -- The employer.
  organisation_id uuid not null references register.organisation,
  title text not null,
  words text not null default '',
  size integer not null,
  on_day date not null,
  skills text[] not null default '{}',
  -- What it may cost in all; none: to be talked about.
  budget_pence integer,
  -- The part of the region it is shared with; none: the whole network.
  area_id uuid references areas.area,
  state text not null default 'open',
  state_reason text not null default '',
  state_since timestamptz not null,
  -- What is owed although the day was cancelled.
  owed_pence integer not null default 0,
  version integer not null default 0,
  made_at timestamptz not null,
  made_by uuid references people.person,
  constraint a_day_is_in_a_known_state check (state in ('open', 'agreed', 'held', 'closed', 'cancelled')),
  constraint what_is_cancelled_says_why check (state <> 'cancelled' or state_reason <> ''),
  constraint a_day_is_for_somebody check (size between 1 and 2000),
  constraint money_is_pence check (budget_pence >= 0 and owed_pence >= 0)
);
create index employer_request_of on volunteering.employer_request (organisation_id, on_day);
create index employer_request_open on volunteering.employer_request (on_day) where state in ('open', 'agreed');
call platform.classify('volunteering.employer_request', 'organisation', 'id organisation_id title words size on_day skills
  budget_pence area_id state state_reason state_since owed_pence version made_at made_by');

create table volunteering.employer_offer (
  id uuid primary key,
  request_id uuid not null references volunteering.employer_request on delete cascade,
  -- The host.
  organisation_id uuid not null references register.organisation,
  places integer not null,
  cost_each_pence integer not null,
  words text not null,
  -- Who looked at the risks for a day of people who are new to the work, and when.
  risk_words text not null default '',
  risk_checked_at timestamptz,
  risk_checked_by uuid references people.person,
  -- How many of the places the employer agreed to; the others are the waiting list.
  agreed_places integer not null default 0,
  state text not null default 'offered',
  state_reason text not null default '',
  employer_useful boolean,
  employer_words text not null default '',
  host_useful boolean,
  host_words text not null default '',
  made_at timestamptz not null,
  made_by uuid references people.person,
  constraint a_group_offers_once unique (request_id, organisation_id),
  constraint an_offer_is_in_a_known_state check (state in ('offered', 'not_ready')),
  constraint who_is_not_ready_says_why check (state <> 'not_ready' or (state_reason <> '' and agreed_places = 0)),
  constraint an_offer_has_places check (places between 1 and 2000 and agreed_places between 0 and places),
  constraint a_cost_is_pence check (cost_each_pence >= 0),
  constraint nobody_goes_where_the_risks_are_not_known check (agreed_places = 0 or risk_checked_at is not null)
);
create index employer_offer_of on volunteering.employer_offer (organisation_id);
call platform.classify('volunteering.employer_offer', 'organisation', 'id request_id organisation_id places cost_each_pence
  words risk_words risk_checked_at risk_checked_by agreed_places state state_reason employer_useful employer_words
  host_useful host_words made_at made_by');

grant select, insert, update on volunteering.employer_request, volunteering.employer_offer to joinery_web, joinery_jobs;
