-- A service is followed as well as an organisation, and once a week is on a day that one chooses.
alter table notifications.follow
  alter column organisation_id drop not null,
  add column service_id uuid references register.service on delete cascade,
  add column weekday integer not null default 1,
  add constraint one_follows_a_service_once unique (person_id, service_id),
  add constraint one_follows_something check (num_nonnulls(organisation_id, service_id) = 1),
  add constraint a_week_has_seven_days check (weekday between 1 and 7);
create index follow_of_service on notifications.follow (service_id) where service_id is not null;
call platform.classify('notifications.follow', 'personal', 'service_id');
call platform.classify('notifications.follow', 'organisation', 'weekday');

-- What is about one service is for those who follow it, and for those who follow whoever offers it.
alter table notifications.news
  add column service_id uuid references register.service on delete cascade,
  drop constraint news_are_told_once,
  add constraint news_are_told_once unique nulls not distinct (event_id, organisation_id, service_id);
create index news_of_service on notifications.news (service_id, at) where service_id is not null;
call platform.classify('notifications.news', 'public', 'service_id');

-- That a mailbox was told of a piece of news, so that whoever follows in two ways hears of it once.
create table notifications.told_news (
  news_id uuid not null references notifications.news on delete cascade,
  to_hash bytea not null,
  at timestamptz not null,
  primary key (news_id, to_hash)
);
call platform.classify('notifications.told_news', 'organisation', 'news_id to_hash at');
grant select, insert, delete on notifications.told_news to joinery_jobs;

-- From this hour of the evening to that one of the morning, by the clock on the wall, no letter goes out but one that
-- somebody waits for; the same hour twice means never.
alter table network.network
  add column quiet_from integer not null default 21,
  add column quiet_until integer not null default 7,
  add constraint quiet_hours_are_of_the_day check (quiet_from between 0 and 23 and quiet_until between 0 and 23);
call platform.classify('network.network', 'public', 'quiet_from quiet_until');
grant update (quiet_from, quiet_until) on network.network to joinery_web;

-- Which list a record came from, where that list still has it.
create view register.given_by as select thing_id, thing_kind, source, at from register.source where gone_at is null;
alter view register.given_by owner to joinery_publisher;
grant select on register.given_by to joinery_web, joinery_jobs;
