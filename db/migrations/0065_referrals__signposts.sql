-- How often a service was put on a signpost sheet, by day. A signpost stores no person: there is no row for a sheet, so
-- nothing tells which services stood on one together, where it was made, by whom or at what time of the day.
create schema referrals;
grant usage on schema referrals to joinery_web, joinery_jobs, joinery_publisher;

create table referrals.signpost_count (
  service_id uuid not null references register.service on delete cascade,
  day date not null,
  times integer not null,
  primary key (service_id, day),
  constraint a_counted_day_has_a_sheet check (times > 0)
);
create index signpost_count_by_day on referrals.signpost_count (day);
call platform.classify('referrals.signpost_count', 'organisation', 'service_id day times');
grant select, insert, update on referrals.signpost_count to joinery_web, joinery_jobs;
grant delete on referrals.signpost_count to joinery_jobs;
