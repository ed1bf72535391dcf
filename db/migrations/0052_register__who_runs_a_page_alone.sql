-- Organisations whose only admin was not here since a day, for the coordinator alone: neither who that is nor a mailbox.
-- Whoever presses the button behind the mailed link is somebody of the group, too, and needs no sign-in for it.
create function register.quiet_organisations(groups_since date, centres_since date)
returns table (organisation_id uuid, seen_on date)
language sql stable security definer set search_path = pg_catalog, register, people as $$
  select organisation.id, coalesce(person.last_seen_on, person.created_at::date)
  from register.organisation
  join lateral (
    select min(position.person_id::text)::uuid as person_id from register.position
    where position.organisation_id = organisation.id and position.role = 'admin' and position.until_at is null
    having count(distinct position.person_id) = 1
  ) as alone on true
  join people.person on person.id = alone.person_id
  where (select register.actor_is_coordinator()) and organisation.state = 'active' and organisation.kind <> 'hub'
    and coalesce(person.last_seen_on, person.created_at::date)
      < case organisation.kind when 'centre' then centres_since else groups_since end
    and not (organisation.kind <> 'centre' and organisation.checked_by = 'the group'
      and organisation.checked_at >= groups_since);
$$;
