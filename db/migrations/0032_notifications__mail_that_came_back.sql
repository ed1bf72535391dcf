-- Mailboxes from which mail came back for good. A hash, as with what people were told; nobody is written to in vain.
create table notifications.dead_mailbox (
  id uuid primary key,
  to_hash bytea not null unique,
  organisation_id uuid references register.organisation on delete set null,
  why text not null,
  times integer not null default 1,
  first_at timestamptz not null,
  last_at timestamptz not null,
  constraint mail_comes_back_for_a_reason check (why <> '')
);
create index dead_mailbox_newest on notifications.dead_mailbox (last_at desc);
call platform.classify('notifications.dead_mailbox', 'organisation', 'id to_hash organisation_id why times first_at last_at');
grant select on notifications.dead_mailbox to joinery_web;
grant select, insert, update, delete on notifications.dead_mailbox to joinery_jobs;
