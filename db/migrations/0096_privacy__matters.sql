-- What somebody asks about their own details, and what they complain about: each has a day by which it is answered, and
-- a link by which whoever sent it follows it without an account (model D3, 34).
create table privacy.matter (
  id uuid primary key,
  kind text not null,
  topic text not null,
  -- Short, for the telephone and for letters.
  code text not null unique,
  words text not null,
  name text not null default '',
  email text not null default '',
  phone text not null default '',
  -- Whoever it is about or who complains, where they were signed in.
  person_id uuid references people.person,
  link_hash bytea not null unique,
  -- The link, encrypted, for the letters that follow.
  link_sealed bytea,
  -- Whom it is about, if somebody is named, and who answers.
  about_organisation_id uuid references register.organisation,
  organisation_id uuid not null references register.organisation,
  how text not null,
  taken_by_person_id uuid references people.person,
  signs text[] not null default '{}',
  state text not null default 'got',
  got_at timestamptz not null,
  taken_up_at timestamptz,
  -- In which way somebody made sure of who asks.
  identity text not null default '',
  due_at timestamptz not null,
  waits_since timestamptz,
  extended_at timestamptz,
  extended_why text not null default '',
  outcome text,
  answer text not null default '',
  answered_at timestamptz,
  version integer not null default 0,
  constraint a_matter_is_of_a_known_kind check (kind in ('rights-request', 'complaint')),
  constraint a_matter_has_a_topic_of_its_kind check (case kind
    when 'rights-request' then topic in ('see', 'correct', 'erase', 'stop', 'take')
    else topic in ('silence', 'treated', 'unfair', 'data', 'site', 'other') end),
  constraint a_matter_came_in_a_known_way check (how in ('online', 'phone', 'letter', 'in-person')),
  constraint a_matter_is_in_a_known_state check (state in ('got', 'in-work', 'waiting', 'answered')),
  constraint the_clock_stands_only_while_they_are_asked check ((state = 'waiting') = (waits_since is not null)),
  constraint what_is_answered_says_how check ((state = 'answered') = (outcome is not null and answered_at is not null)),
  constraint more_time_has_a_reason check ((extended_at is null) = (extended_why = '')),
  constraint an_outcome_is_known check (outcome in ('done', 'partly', 'refused', 'upheld', 'not-upheld'))
);
create index matter_of_person on privacy.matter (person_id) where person_id is not null;
create index matter_at_organisation on privacy.matter (organisation_id, state, due_at);
create index matter_about_organisation on privacy.matter (about_organisation_id) where about_organisation_id is not null;
create index matter_taken_by on privacy.matter (taken_by_person_id) where taken_by_person_id is not null;
create index matter_by_end on privacy.matter (answered_at) where answered_at is not null;
call platform.classify('privacy.matter', 'personal', 'words name email phone person_id link_hash link_sealed identity
  extended_why answer');
call platform.classify('privacy.matter', 'organisation', 'id kind topic code about_organisation_id organisation_id how
  taken_by_person_id signs state got_at taken_up_at due_at waits_since extended_at outcome answered_at version');

-- What whoever asked is told while it is looked into.
create table privacy.matter_note (
  id uuid primary key,
  matter_id uuid not null references privacy.matter on delete cascade,
  what text not null,
  words text not null default '',
  by_person_id uuid references people.person,
  at timestamptz not null,
  constraint a_note_is_of_a_known_kind check (what in ('taken-up', 'told', 'asked', 'came-back', 'more-time'))
);
create index note_of_matter on privacy.matter_note (matter_id, at);
create index note_by_person on privacy.matter_note (by_person_id) where by_person_id is not null;
call platform.classify('privacy.matter_note', 'personal', 'words');
call platform.classify('privacy.matter_note', 'organisation', 'id matter_id what by_person_id at');

create function privacy.actor_follows(of_matter uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, privacy as $$
  select exists (select from privacy.matter
    where id = of_matter and (person_id = people.actor() or link_hash = people.key('link')
      or organisation_id = any((select register.organisations_of_actor())::uuid[])));
$$;

alter table privacy.matter enable row level security;
alter table privacy.matter force row level security;
create policy matter_for_those_it_concerns on privacy.matter for select to joinery_web
  using (person_id = (select people.actor()) or link_hash = (select people.key('link'))
    or organisation_id = any((select register.organisations_of_actor())::uuid[]));
create policy matter_by_anyone on privacy.matter for insert to joinery_web
  with check (state = 'got' and (person_id is null or person_id = (select people.actor())));
create policy matter_is_answered_where_it_is on privacy.matter for update to joinery_web
  using (person_id = (select people.actor()) or link_hash = (select people.key('link'))
    or organisation_id = any((select register.organisations_of_actor())::uuid[]));
create policy matter_by_jobs on privacy.matter to joinery_jobs using (true) with check (true);

alter table privacy.matter_note enable row level security;
alter table privacy.matter_note force row level security;
create policy note_for_those_it_concerns on privacy.matter_note for select to joinery_web
  using (privacy.actor_follows(matter_id));
create policy note_by_those_it_concerns on privacy.matter_note for insert to joinery_web
  with check (privacy.actor_follows(matter_id));
create policy note_by_jobs on privacy.matter_note to joinery_jobs using (true) with check (true);

grant select, insert, update on privacy.matter to joinery_web, joinery_jobs;
grant select, insert on privacy.matter_note to joinery_web, joinery_jobs;
grant delete on privacy.matter, privacy.matter_note to joinery_jobs;

-- Details that went where they should not: found by anyone, judged by a data lead, told within 72 hours where it must be.
create table privacy.breach (
  id uuid primary key,
  code text not null unique,
  organisation_id uuid not null references register.organisation,
  -- What was passed on wrongly, where it stands on one agreement.
  basis_id uuid references privacy.basis on delete set null,
  words text not null,
  found_by_person_id uuid not null references people.person,
  found_at timestamptz not null,
  state text not null default 'found',
  risk text,
  judged_why text not null default '',
  judged_by_person_id uuid references people.person,
  judged_at timestamptz,
  -- The Information Commissioner's Office.
  office_told_at timestamptz,
  people_told_at timestamptz,
  learned text not null default '',
  ended_at timestamptz,
  version integer not null default 0,
  constraint a_breach_is_in_a_known_state check (state in ('found', 'judged', 'ended')),
  constraint a_risk_is_known check (risk in ('unlikely', 'likely', 'high')),
  constraint what_is_judged_says_how check ((state = 'found') = (judged_at is null)),
  constraint a_judgement_has_its_why check ((judged_at is null) = (risk is null or judged_why = '')),
  constraint what_ended_has_its_day check ((state = 'ended') = (ended_at is not null)),
  constraint nobody_ends_it_untold check (ended_at is null or risk = 'unlikely' or office_told_at is not null),
  constraint high_risk_is_told_to_people check (ended_at is null or risk <> 'high' or people_told_at is not null)
);
create index breach_at_organisation on privacy.breach (organisation_id, found_at);
create index breach_of_basis on privacy.breach (basis_id) where basis_id is not null;
create index breach_found_by on privacy.breach (found_by_person_id);
create index breach_judged_by on privacy.breach (judged_by_person_id) where judged_by_person_id is not null;
create index breach_by_end on privacy.breach (ended_at) where ended_at is not null;
call platform.classify('privacy.breach', 'personal', 'basis_id words judged_why learned');
call platform.classify('privacy.breach', 'organisation', 'id code organisation_id found_by_person_id found_at state risk
  judged_by_person_id judged_at office_told_at people_told_at ended_at version');

-- Whose details it was, from the looks that were written down.
create table privacy.breach_affects (
  breach_id uuid not null references privacy.breach on delete cascade,
  basis_id uuid not null references privacy.basis on delete cascade,
  primary key (breach_id, basis_id)
);
create index breach_affects_basis on privacy.breach_affects (basis_id);
call platform.classify('privacy.breach_affects', 'personal', 'basis_id');
call platform.classify('privacy.breach_affects', 'organisation', 'breach_id');

create function privacy.actor_keeps_breach(of_breach uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, privacy as $$
  select exists (select from privacy.breach
    where id = of_breach and organisation_id = any((select register.organisations_of_actor())::uuid[]));
$$;
-- The looks of one person of the actor's own organisation: what a stolen account could have seen.
create function privacy.looked_by(of_person uuid, at_organisation uuid, since timestamptz, until timestamptz)
returns table (basis_id uuid)
language sql stable security definer set search_path = pg_catalog, privacy as $$
  select distinct look.basis_id from privacy.look
  where look.person_id = of_person and look.organisation_id = at_organisation
    and at_organisation = any((select register.organisations_of_actor())::uuid[])
    and look.looked_at between since and until;
$$;

alter table privacy.breach enable row level security;
alter table privacy.breach force row level security;
create policy breach_where_it_happened on privacy.breach for select to joinery_web
  using (organisation_id = any((select register.organisations_of_actor())::uuid[])
    or found_by_person_id = (select people.actor()));
create policy breach_by_whoever_found_it on privacy.breach for insert to joinery_web
  with check (state = 'found' and found_by_person_id = (select people.actor()));
create policy breach_is_judged_where_it_happened on privacy.breach for update to joinery_web
  using (organisation_id = any((select register.organisations_of_actor())::uuid[]));
create policy breach_by_jobs on privacy.breach to joinery_jobs using (true) with check (true);

alter table privacy.breach_affects enable row level security;
alter table privacy.breach_affects force row level security;
create policy affects_where_it_happened on privacy.breach_affects to joinery_web
  using (privacy.actor_keeps_breach(breach_id)) with check (privacy.actor_keeps_breach(breach_id));
create policy affects_by_jobs on privacy.breach_affects to joinery_jobs using (true) with check (true);

grant select, insert, update on privacy.breach to joinery_web, joinery_jobs;
grant select, insert on privacy.breach_affects to joinery_web, joinery_jobs;
grant delete on privacy.breach, privacy.breach_affects to joinery_jobs;
