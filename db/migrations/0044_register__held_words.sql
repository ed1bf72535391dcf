-- That a form was sent, or that words came, as a hash, so that the same again is noticed for a day.
create table platform.form_mark (
  hash bytea primary key,
  first_at timestamptz not null,
  times integer not null
);
create index form_mark_by_time on platform.form_mark (first_at);
call platform.classify('platform.form_mark', 'organisation', 'hash first_at times');
grant select, insert, update, delete on platform.form_mark to joinery_web, joinery_jobs;

-- Words that look as if no person had sent them wait until the coordinator has looked at them.
alter table register.suggestion
  add column held_why text[] not null default '{}',
  drop constraint a_suggestion_is_in_a_known_state,
  add constraint a_suggestion_is_in_a_known_state
    check (state in ('waiting', 'done', 'partly', 'declined', 'held', 'spam')),
  add constraint what_is_held_says_why check (state <> 'held' or held_why <> '{}');
call platform.classify('register.suggestion', 'organisation', 'held_why');
create index suggestion_held on register.suggestion (made_at) where state = 'held';
create policy anyone_may_be_held on register.suggestion for insert to joinery_web
  with check (state = 'held' and answered_at is null);
create policy what_is_held_to_the_hub on register.suggestion for select to joinery_web
  using (held_why <> '{}' and (select register.actor_is_coordinator()));
create policy what_is_held_is_judged on register.suggestion for update to joinery_web
  using (state = 'held' and (select register.actor_is_coordinator()))
  with check (state in ('waiting', 'spam') and (select register.actor_is_coordinator()));
grant delete on register.suggestion to joinery_jobs;
