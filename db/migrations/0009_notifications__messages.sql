-- That somebody was told of something, so that nobody is told twice.
create table notifications.told (
  event_id uuid not null,
  to_hash bytea not null,
  message_id uuid not null,
  at timestamptz not null,
  primary key (event_id, to_hash)
);
call platform.classify('notifications.told', 'organisation', 'event_id to_hash message_id at');
grant select, insert, delete on notifications.told to joinery_jobs;
