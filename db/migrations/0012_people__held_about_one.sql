-- What we hold about a person is shown to that person, also where it knows only a mailbox.
create function people.actor_email() returns text
language sql stable security definer set search_path = pg_catalog, people as $$
  select email from people.person where id = people.actor();
$$;

-- The web login reads no session and no token: neither hash leaves the table.
create function people.held_sessions()
returns table (device text, strength text, opened_at timestamptz, seen_at timestamptz, ended_at timestamptz)
language sql stable security definer set search_path = pg_catalog, people as $$
  select device, strength, opened_at, seen_at, ended_at from people.session
  where person_id = people.actor() order by opened_at;
$$;

create function people.held_tokens()
returns table (purpose text, email text, made_at timestamptz, expires_at timestamptz, used_at timestamptz)
language sql stable security definer set search_path = pg_catalog, people as $$
  select purpose, email, made_at, expires_at, used_at from people.token
  where email = people.actor_email() order by made_at;
$$;

create policy mail_to_oneself on platform.outbox for select to joinery_web
  using (to_email = (select people.actor_email()));
create policy invitation_to_oneself on register.invitation for select to joinery_web
  using (email = (select people.actor_email()));
create policy suggestion_of_ones_own on register.suggestion for select to joinery_web
  using (reply_to = (select people.actor_email()));

-- What was kept long enough goes by a job.
grant delete on register.invitation, register.draft to joinery_jobs;
