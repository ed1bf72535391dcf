-- Whether somebody wrote, asked or counts on something about a record that a list made: then it is not taken back. It says
-- yes or no and never what, because a support log may be for one centre alone.
create function register.used_elsewhere(record_id uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, register, support as $$
  select exists (select from support.entry where organisation_id = record_id or centre_id = record_id)
    or exists (select from support.look where organisation_id = record_id)
    or exists (select from register.belonging where organisation_id = record_id or parent_id = record_id)
    or exists (select from register.taken where organisation_id = record_id or centre_id = record_id);
$$;
