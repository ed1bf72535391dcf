-- A home centre says that it trusts a group: what that group offers goes live at once and is looked at now and then. What
-- another group offers waits for a first look (model D3, lifecycle 2; R24).
alter table register.organisation
  add column trusted_at timestamptz,
  add column trusted_reason text not null default '',
  add constraint trust_has_a_day check (not trusted or trusted_at is not null);
call platform.classify('register.organisation', 'organisation', 'trusted_at trusted_reason');

create table register.service_check (
  id uuid primary key,
  service_id uuid not null unique references register.service on delete cascade,
  state text not null,
  -- How it stands once it is live: open, paused or closed for now.
  wanted text not null,
  reason text not null default '',
  asked_at timestamptz not null,
  answered_at timestamptz,
  answered_by uuid references people.person,
  constraint a_service_check_is_in_a_known_state
    check (state in ('waiting', 'returned', 'accepted', 'taken_back', 'live_at_once', 'looked_at')),
  constraint what_is_sent_back_says_why check (state <> 'returned' or reason <> '')
);
create index service_check_open on register.service_check (state, asked_at)
  where state in ('waiting', 'returned', 'live_at_once');
call platform.classify('register.service_check', 'organisation', 'id service_id state wanted reason asked_at
  answered_at answered_by');
grant select, insert, update on register.service_check to joinery_web, joinery_jobs;
grant delete on register.service_check to joinery_web, joinery_jobs;

-- Whether it is trusted stands in its history, from the day somebody first said so.
create or replace function register.as_written(record register.organisation) returns jsonb
language sql stable set search_path = pg_catalog, register as $$
  select jsonb_build_object('name', record.name, 'kind', record.kind, 'state', record.state, 'summary', record.summary,
    'description', record.description, 'themes', record.themes, 'people_served', record.people_served,
    'contact_label', record.contact_label, 'phone', record.phone, 'email', record.email, 'website', record.website,
    'languages', record.languages, 'access', record.access, 'parent', record.parent_id)
    || case when record.trusted then jsonb_build_object('trusted', 'yes') else '{}' end
    || coalesce((select jsonb_build_object('postcode', postcode, 'venue', venue, 'address', address,
        'address_shown', shown) from register.location where organisation_id = record.id and main), '{}');
$$;
