-- Who wants to hear when something changes at an organisation. That somebody follows a group can say a lot about them,
-- so it is theirs alone: neither the group nor the hub sees it.
create table notifications.follow (
  id uuid primary key,
  person_id uuid not null references people.person,
  organisation_id uuid not null references register.organisation,
  how text not null,
  since timestamptz not null,
  -- What happened until then was told.
  told_until timestamptz not null,
  -- When the next letter goes, in network time; null while there is nothing to tell.
  due_at timestamptz,
  constraint one_follows_once unique (person_id, organisation_id),
  constraint one_hears_in_a_known_way check (how in ('at_once', 'daily', 'weekly'))
);
create index follow_of_organisation on notifications.follow (organisation_id);
create index follow_due on notifications.follow (due_at) where due_at is not null;
call platform.classify('notifications.follow', 'personal', 'person_id organisation_id');
call platform.classify('notifications.follow', 'organisation', 'id how since told_until due_at');

-- What there is to tell of an organisation that somebody follows, in public words.
create table notifications.news (
  id uuid primary key,
  organisation_id uuid not null references register.organisation,
  event_id uuid not null,
  at timestamptz not null,
  words text not null,
  constraint news_are_told_once unique (event_id, organisation_id)
);
create index news_of_organisation on notifications.news (organisation_id, at);
call platform.classify('notifications.news', 'public', 'id organisation_id event_id at words');

-- The link under each letter by which one stops them all without signing in.
create table notifications.stop_link (
  token_hash bytea primary key,
  person_id uuid not null references people.person,
  made_at timestamptz not null
);
call platform.classify('notifications.stop_link', 'personal', 'token_hash person_id');
call platform.classify('notifications.stop_link', 'organisation', 'made_at');

alter table notifications.follow enable row level security;
alter table notifications.follow force row level security;
create policy follow_by_oneself on notifications.follow to joinery_web
  using (person_id = (select people.actor())
    or person_id in (select person_id from notifications.stop_link where token_hash = people.key('link')))
  with check (person_id = (select people.actor()));
create policy follow_by_jobs on notifications.follow to joinery_jobs using (true) with check (true);

alter table notifications.stop_link enable row level security;
alter table notifications.stop_link force row level security;
create policy stop_link_by_its_holder on notifications.stop_link for select to joinery_web
  using (token_hash = people.key('link') or person_id = (select people.actor()));
create policy stop_link_by_jobs on notifications.stop_link to joinery_jobs using (true) with check (true);

grant select, insert, update, delete on notifications.follow to joinery_web, joinery_jobs;
grant select, insert, delete on notifications.news to joinery_jobs;
grant select on notifications.stop_link to joinery_web;
grant select, insert, delete on notifications.stop_link to joinery_jobs;

-- Where one stops the kind of mail that a message is, for the mail program to offer.
alter table platform.outbox add column stop_url text not null default '';
call platform.classify('platform.outbox', 'personal', 'stop_url');
