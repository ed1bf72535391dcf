-- Two records that are one group: who said so, what was taken from which, and what it takes to undo it.
create schema duplicates;
grant usage on schema duplicates to joinery_web, joinery_jobs, joinery_publisher;

create table duplicates.merge (
  id uuid primary key,
  -- The record that becomes an alias, and the one that stays.
  gone_id uuid not null references register.organisation,
  kept_id uuid not null references register.organisation,
  state text not null,
  reason text not null,
  -- What comes from the one that goes: names of fields, and ids of what it offers.
  take text[] not null default '{}',
  service_ids uuid[] not null default '{}',
  -- The record whose keepers were asked, where one person does not speak for both.
  asked_id uuid references register.organisation,
  asked_by uuid not null references people.person,
  asked_at timestamptz not null,
  answered_by uuid references people.person,
  answered_at timestamptz,
  answer_reason text not null default '',
  -- What the merger changed, so that it can be taken back as far as nobody has changed it since.
  done jsonb,
  undone_by uuid references people.person,
  undone_at timestamptz,
  undone_reason text not null default '',
  constraint nothing_is_merged_with_itself check (gone_id <> kept_id),
  constraint a_merger_is_in_a_known_state check (state in ('asked', 'declined', 'merged', 'undone')),
  constraint a_merger_has_a_reason check (reason <> ''),
  constraint a_no_to_a_merger_has_a_reason check (state <> 'declined' or answer_reason <> ''),
  constraint undoing_a_merger_has_a_reason check ((state = 'undone') = (undone_reason <> '')),
  constraint what_a_merger_did_is_kept check (state in ('asked', 'declined') or done is not null)
);
create unique index one_merger_stands on duplicates.merge (gone_id) where state in ('asked', 'merged');
create index merge_into on duplicates.merge (kept_id, asked_at desc);
create index merge_by_person on duplicates.merge (asked_by);
call platform.classify('duplicates.merge', 'organisation', 'id gone_id kept_id state reason take service_ids asked_id
  asked_by asked_at answered_by answered_at answer_reason done undone_by undone_at undone_reason');
grant select, insert, update on duplicates.merge to joinery_web, joinery_jobs;

-- A record that somebody merged, or wants to merge, is leant on: an import that made it is not taken back.
create or replace function register.used_elsewhere(record_id uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, register, support as $$
  select exists (select from support.entry where organisation_id = record_id or centre_id = record_id)
    or exists (select from support.look where organisation_id = record_id)
    or exists (select from register.belonging where organisation_id = record_id or parent_id = record_id)
    or exists (select from register.taken where organisation_id = record_id or centre_id = record_id)
    or exists (select from duplicates.merge where record_id in (gone_id, kept_id));
$$;
