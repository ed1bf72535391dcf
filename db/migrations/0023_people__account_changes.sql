-- A mailbox that changes, an account that closes, and a way back in for who lost a key.
alter table people.person add column closed_at timestamptz;
call platform.classify('people.person', 'organisation', 'closed_at');

create table people.mailbox_change (
  id uuid primary key,
  person_id uuid not null references people.person,
  old_email text not null,
  new_email text not null,
  hash bytea not null unique,
  undo_hash bytea unique,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  done_at timestamptz,
  undo_until timestamptz,
  undone_at timestamptz,
  constraint a_change_changes_something check (old_email <> new_email),
  constraint a_change_that_was_made_can_be_undone
    check ((done_at is null) = (undo_hash is null) and (done_at is null) = (undo_until is null))
);
create index mailbox_change_by_person on people.mailbox_change (person_id, made_at);
create index mailbox_change_by_old_email on people.mailbox_change (old_email) where done_at is not null;
call platform.classify('people.mailbox_change', 'personal', 'id person_id old_email new_email hash undo_hash made_at
  expires_at done_at undo_until undone_at');

-- The new mailbox counts from the moment its link was used by the person. Codes that were mailed before are void.
create function people.take_mailbox(link bytea, undo bytea, at timestamptz, until timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, people as $$
declare
  one people.mailbox_change;
begin
  update people.mailbox_change set done_at = at, undo_hash = undo, undo_until = until
  where hash = link and done_at is null and undone_at is null and expires_at > at and person_id = people.actor()
  returning * into one;
  if one.id is null then
    return false;
  end if;
  update people.person set email = one.new_email, version = version + 1 where id = one.person_id;
  update people.token set used_at = at where email in (one.old_email, one.new_email) and used_at is null;
  return true;
end $$;

-- Whoever holds the old mailbox takes the account back: with all that was added since, and also when it was closed.
create function people.undo_mailbox(link bytea, at timestamptz) returns uuid
language plpgsql security definer set search_path = pg_catalog, people as $$
declare
  one people.mailbox_change;
begin
  update people.mailbox_change set undone_at = at
  where undo_hash = link and undone_at is null and undo_until > at returning * into one;
  if one.id is null then
    return null;
  end if;
  update people.mailbox_change set undone_at = at
  where person_id = one.person_id and made_at > one.made_at and undone_at is null;
  update people.token set used_at = at where email = one.new_email and used_at is null;
  update people.session set ended_at = at where person_id = one.person_id and ended_at is null;
  delete from people.passkey where person_id = one.person_id and made_at >= one.made_at;
  delete from people.authenticator where person_id = one.person_id and made_at >= one.made_at;
  delete from people.recovery_code where person_id = one.person_id and made_at >= one.made_at;
  update people.person set email = one.old_email, state = 'active', closed_at = null, version = version + 1
  where id = one.person_id;
  return one.person_id;
end $$;

-- Nobody joins anew with a mailbox whose owner can still take the account back.
create function people.mailbox_is_held(address text, at timestamptz) returns boolean
language sql stable security definer set search_path = pg_catalog, people as $$
  select exists (select from people.mailbox_change
    where old_email = address and done_at is not null and undone_at is null and undo_until > at);
$$;

-- The mailbox is free at once, so that its owner may begin anew. The name stays for a while, in what was done together.
create function people.close_account(at timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, people as $$
declare
  one people.person;
begin
  select * into one from people.person where id = people.actor();
  if one.id is null then
    return false;
  end if;
  update people.person set state = 'closed', closed_at = at, email = one.id || '@closed.invalid', version = version + 1
  where id = one.id;
  delete from people.passkey where person_id = one.id;
  delete from people.authenticator where person_id = one.id;
  delete from people.recovery_code where person_id = one.id;
  update people.token set used_at = at where email = one.email and used_at is null;
  update people.session set ended_at = at where person_id = one.id and ended_at is null;
  return true;
end $$;

alter table people.mailbox_change enable row level security;
alter table people.mailbox_change force row level security;
create policy mailbox_change_of_its_owner on people.mailbox_change to joinery_web
  using (person_id = (select people.actor()) or hash = people.key('link') or undo_hash = people.key('link'))
  with check (person_id = (select people.actor()));
create policy jobs_clear_mailbox_changes on people.mailbox_change to joinery_jobs using (true) with check (true);
grant select, insert on people.mailbox_change to joinery_web;
grant select, insert, update, delete on people.mailbox_change to joinery_jobs;

-- Two people who know somebody let them back in: both say how they made sure, then three days pass.
create table register.recovery (
  id uuid primary key,
  organisation_id uuid not null references register.organisation,
  person_id uuid not null references people.person,
  lost text not null,
  new_email text,
  asked_by uuid not null references people.person,
  asked_how text not null,
  asked_at timestamptz not null,
  agreed_by uuid references people.person,
  agreed_how text,
  agreed_at timestamptz,
  due_at timestamptz,
  stop_hash bytea not null unique,
  stopped_at timestamptz,
  stopped_by uuid references people.person,
  done_at timestamptz,
  constraint a_known_thing_was_lost check (lost in ('second_key', 'mailbox')),
  constraint a_lost_mailbox_has_another_in_its_place check ((lost = 'mailbox') = (new_email is not null)),
  constraint two_people_make_sure check (agreed_by <> asked_by),
  constraint nobody_lets_themselves_in check (asked_by <> person_id and agreed_by <> person_id),
  constraint three_days_begin_with_the_second_check check ((agreed_at is null) = (due_at is null)
    and (agreed_at is null) = (agreed_by is null))
);
create unique index one_recovery_of_a_person_at_a_time on register.recovery (person_id)
  where done_at is null and stopped_at is null;
create index recovery_due on register.recovery (due_at) where done_at is null and stopped_at is null;
call platform.classify('register.recovery', 'personal', 'person_id new_email asked_by asked_how agreed_by agreed_how
  stop_hash stopped_by');
call platform.classify('register.recovery', 'organisation', 'id organisation_id lost asked_at agreed_at due_at stopped_at
  done_at');

create function register.organisations_near_actor() returns uuid[]
language sql stable security definer set search_path = pg_catalog, register as $$
  select coalesce(array_agg(id), '{}') from register.organisation
  where id = any(register.organisations_of_actor()) or home_centre_id = any(register.organisations_of_actor());
$$;

alter table register.recovery enable row level security;
alter table register.recovery force row level security;
create policy recovery_for_those_who_make_sure on register.recovery to joinery_web
  using (organisation_id = any((select register.organisations_near_actor())::uuid[])
    or (select register.actor_is_coordinator())
    or (select people.actor()) in (person_id, asked_by, agreed_by, stopped_by) or stop_hash = people.key('link'))
  with check (organisation_id = any((select register.organisations_near_actor())::uuid[])
    or (select register.actor_is_coordinator())
    or (select people.actor()) in (person_id, asked_by, agreed_by, stopped_by) or stop_hash = people.key('link'));
create policy recovery_by_jobs on register.recovery to joinery_jobs using (true) with check (true);
grant select, insert, update on register.recovery to joinery_web;
grant select, insert, update, delete on register.recovery to joinery_jobs;
