-- A centre's worker writes the form for somebody who rings or who filled it in on paper. The record says so.
alter table register.draft
  add column taken_how text not null default '',
  add column taken_for uuid references register.organisation,
  add constraint a_form_is_taken_in_a_known_way check (taken_how in ('', 'phone', 'paper')),
  add constraint a_form_is_taken_for_a_centre check ((taken_how = '') = (taken_for is null));
call platform.classify('register.draft', 'organisation', 'taken_how taken_for');

create table register.taken (
  organisation_id uuid primary key references register.organisation on delete cascade,
  how text not null,
  centre_id uuid not null references register.organisation,
  person_id uuid not null references people.person,
  contact_name text not null,
  taken_at timestamptz not null,
  invitation_id uuid references register.invitation,
  confirmed_at timestamptz,
  confirmed_how text not null default '',
  constraint it_is_taken_in_a_known_way check (how in ('phone', 'paper')),
  constraint confirming_says_how check ((confirmed_at is null) = (confirmed_how = ''))
);
create index taken_by_person on register.taken (person_id);
call platform.classify('register.taken', 'personal', 'contact_name');
call platform.classify('register.taken', 'organisation', 'organisation_id how centre_id person_id taken_at
  invitation_id confirmed_at confirmed_how');

-- What everybody may read on the page of the record: how, where and when, never who rang.
create view register.taken_note as
  select taken.organisation_id, taken.how, centre.name as centre_name, taken.taken_at
  from register.taken join register.organisation as centre on centre.id = taken.centre_id;
alter view register.taken_note owner to joinery_publisher;
grant select on register.taken to joinery_publisher;

alter table register.taken enable row level security;
alter table register.taken force row level security;
create policy taken_by_those_concerned on register.taken to joinery_web
  using (centre_id = any((select register.organisations_of_actor())::uuid[])
    or organisation_id = any((select register.organisations_of_actor())::uuid[])
    or person_id = (select people.actor())
    or organisation_id in (select id from register.organisation
      where home_centre_id = any((select register.organisations_of_actor())::uuid[])))
  with check (centre_id = any((select register.organisations_of_actor())::uuid[]));
create policy taken_is_a_public_word on register.taken for select to joinery_publisher using (true);
create policy taken_by_jobs on register.taken to joinery_jobs using (true) with check (true);
grant select, insert, update on register.taken to joinery_web, joinery_jobs;
grant select on register.taken_note to joinery_web, joinery_jobs;

-- The mailbox on such a form is invited by the centre that took it, which has no place at the group.
create policy invitation_of_a_taken_form on register.invitation to joinery_web
  using (organisation_id in (select organisation_id from register.taken
    where centre_id = any((select register.organisations_of_actor())::uuid[])))
  with check (organisation_id in (select organisation_id from register.taken
    where centre_id = any((select register.organisations_of_actor())::uuid[])));
