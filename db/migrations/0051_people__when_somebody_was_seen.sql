-- The day on which somebody was here last, in network time: months without anybody are a promise that grows old, like a
-- record that nobody checks. Written once a day.
update people.person set last_seen_on = latest.day
from (select person_id, max(seen_at)::date as day from people.session group by person_id) as latest
where latest.person_id = person.id and person.last_seen_on is null;

create function people.note_seen(hash bytea, day date) returns void
language sql security definer set search_path = pg_catalog, people as $$
  update people.person set last_seen_on = day
  where id = (select person_id from people.session where token_hash = hash)
    and (last_seen_on is null or last_seen_on < day);
$$;
