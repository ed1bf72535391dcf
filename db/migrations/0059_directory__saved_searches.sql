-- Searches of which somebody wants to hear what is new. What a person looks for can tell of their health or their debts,
-- so it is theirs alone: neither the hub nor the record sees it.
create table directory.saved_search (
  id uuid primary key,
  person_id uuid not null references people.person,
  -- As it stands in the address of the search page.
  query text not null,
  title text not null,
  how text not null,
  since timestamptz not null,
  -- What it has found so far, so that nothing is told twice.
  known uuid[] not null,
  -- What is new and on its way into a letter.
  telling uuid[] not null default '{}',
  told_at timestamptz,
  -- When it is looked at next, in network time.
  due_at timestamptz not null,
  constraint one_saves_a_search_once unique (person_id, query),
  constraint one_hears_of_it_in_a_known_way check (how in ('daily', 'weekly'))
);
create index saved_search_due on directory.saved_search (due_at);
call platform.classify('directory.saved_search', 'personal', 'person_id');
call platform.classify('directory.saved_search', 'special', 'query title known telling');
call platform.classify('directory.saved_search', 'organisation', 'id how since told_at due_at');

-- The link under each letter by which one stops them all without signing in.
create table directory.stop_link (
  token_hash bytea primary key,
  person_id uuid not null references people.person,
  made_at timestamptz not null
);
call platform.classify('directory.stop_link', 'personal', 'token_hash person_id');
call platform.classify('directory.stop_link', 'organisation', 'made_at');

alter table directory.saved_search enable row level security;
alter table directory.saved_search force row level security;
create policy saved_search_by_oneself on directory.saved_search to joinery_web
  using (person_id = (select people.actor())
    or person_id in (select person_id from directory.stop_link where token_hash = people.key('link')))
  with check (person_id = (select people.actor()));
create policy saved_search_by_jobs on directory.saved_search to joinery_jobs using (true) with check (true);

alter table directory.stop_link enable row level security;
alter table directory.stop_link force row level security;
create policy stop_link_by_its_holder on directory.stop_link for select to joinery_web
  using (token_hash = people.key('link') or person_id = (select people.actor()));
create policy stop_link_by_jobs on directory.stop_link to joinery_jobs using (true) with check (true);

grant select, insert, update, delete on directory.saved_search to joinery_web, joinery_jobs;
grant select on directory.stop_link to joinery_web;
grant select, insert, delete on directory.stop_link to joinery_jobs;
