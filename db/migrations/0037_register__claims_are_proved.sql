-- A claim is proved by a link to the record's own address, or checked with somebody else who can say so; those who run
-- the page already may object; and the hub looks again at a no.
alter table register.claim
  add column way text not null default 'check',
  add column words text not null default '',
  add column mailed_to text not null default '',
  add column token_hash bytea unique,
  add column token_until timestamptz,
  add column proved_at timestamptz,
  add column objection text not null default '',
  add column objected_by uuid references people.person,
  add constraint a_claim_is_proved_in_a_known_way check (way in ('check', 'mail')),
  add constraint only_a_mailed_claim_has_a_link check (way = 'mail' or token_hash is null);
call platform.classify('register.claim', 'personal', 'words token_hash objection');
call platform.classify('register.claim', 'organisation', 'way mailed_to token_until proved_at objected_by');

alter table register.appeal add column claim_id uuid references register.claim;
call platform.classify('register.appeal', 'organisation', 'claim_id');
create index appeal_of_claim on register.appeal (claim_id) where claim_id is not null;

alter table register.claim enable row level security;
alter table register.claim force row level security;
create policy claim_for_those_concerned on register.claim to joinery_web
  using (person_id = (select people.actor())
    or organisation_id = any((select register.organisations_of_actor())::uuid[])
    or organisation_id in (select id from register.organisation
      where home_centre_id = any((select register.organisations_of_actor())::uuid[]))
    or (select register.actor_is_coordinator())
    or token_hash = people.key('link'))
  with check (person_id = (select people.actor())
    or organisation_id = any((select register.organisations_of_actor())::uuid[])
    or organisation_id in (select id from register.organisation
      where home_centre_id = any((select register.organisations_of_actor())::uuid[]))
    or (select register.actor_is_coordinator())
    or token_hash = people.key('link'));
create policy claim_by_jobs on register.claim to joinery_jobs using (true) with check (true);
