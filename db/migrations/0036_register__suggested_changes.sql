-- Somebody signed in may say what should stand in which field. It is taken field by field, or not.
alter table register.suggestion
  add column person_id uuid references people.person,
  add column centre_id uuid references register.organisation,
  add column changes jsonb,
  add column taken text[] not null default '{}',
  drop constraint a_suggestion_is_in_a_known_state,
  add constraint a_suggestion_is_in_a_known_state check (state in ('waiting', 'done', 'partly', 'declined')),
  add constraint a_suggestion_says_something check (what <> '' or changes is not null);
create index suggestion_by_person on register.suggestion (person_id) where person_id is not null;
call platform.classify('register.suggestion', 'personal', 'changes');
call platform.classify('register.suggestion', 'organisation', 'person_id centre_id taken');

drop policy anyone_may_suggest on register.suggestion;
create policy anyone_may_suggest on register.suggestion for insert to joinery_web
  with check (state = 'waiting' and (person_id is null or person_id = (select people.actor())));
create policy suggestion_for_whoever_made_it on register.suggestion for select to joinery_web
  using (person_id = (select people.actor()));
-- Where a record has no centre, the hub's coordinator answers for it.
create policy suggestion_without_a_centre_to_the_hub on register.suggestion for select to joinery_web
  using ((select register.actor_is_coordinator())
    and organisation_id in (select id from register.organisation where home_centre_id is null));
create policy suggestion_without_a_centre_is_answered on register.suggestion for update to joinery_web
  using ((select register.actor_is_coordinator())
    and organisation_id in (select id from register.organisation where home_centre_id is null));
