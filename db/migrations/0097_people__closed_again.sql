-- A backup that is restored brings back who had closed their account since; the list beside the backups closes it again.
create function people.close_account_of(of_person uuid, at timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, people as $$
declare
  one people.person;
begin
  select * into one from people.person where id = of_person and state <> 'closed' for update;
  if one.id is null then
    return false;
  end if;
  update people.person set state = 'closed', closed_at = at, email = one.id || '@closed.invalid', version = version + 1
  where id = one.id;
  delete from people.passkey where person_id = one.id;
  delete from people.authenticator where person_id = one.id;
  delete from people.recovery_code where person_id = one.id;
  delete from people.provider_account where person_id = one.id;
  update people.token set used_at = at where email = one.email and used_at is null;
  update people.session set ended_at = at where person_id = one.id and ended_at is null;
  return true;
end $$;
revoke execute on function people.close_account_of(uuid, timestamptz) from public;
grant execute on function people.close_account_of(uuid, timestamptz) to joinery_jobs;
