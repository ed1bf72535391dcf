-- Who may know of an enquiry: the person, the centre how far it is, and the group that was sent to.
create function volunteering.actor_asked(of_enquiry uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, volunteering as $$
  select exists (select from volunteering.enquiry where id = of_enquiry and person_id = people.actor())
    -- What a centre wrote down for somebody belongs to whoever proves that mailbox.
    or exists (select from volunteering.enquiry join volunteering.asker on enquiry_id = id
      join people.person on person.id = people.actor() and person.email = asker.email
      where enquiry.id = of_enquiry and person_id is null and asker.email <> '');
$$;
create function volunteering.actor_has_centre_of(of_enquiry uuid, knowing_who boolean) returns boolean
language sql stable security definer set search_path = pg_catalog, volunteering as $$
  select exists (select from volunteering.enquiry where id = of_enquiry
    and (centre_sees or not knowing_who) and centre_id = any((select register.organisations_of_actor())::uuid[]));
$$;
create function volunteering.actor_was_sent(of_enquiry uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, volunteering as $$
  select exists (select from volunteering.introduction where enquiry_id = of_enquiry
    and receiver_id = any((select register.organisations_of_actor())::uuid[]));
$$;

-- Whether somebody is under 18 on a day, for those who may not read the birthday.
create function volunteering.is_young(of_enquiry uuid, on_day date) returns boolean
language sql stable security definer set search_path = pg_catalog, volunteering as $$
  select exists (select from volunteering.asker where enquiry_id = of_enquiry
    and born_on > on_day - interval '18 years');
$$;

-- The least of an enquiry, for boards of promises: about which role, with whom, how far. Nothing of the person.
create function volunteering.least_of_enquiries(ids uuid[])
returns table (id uuid, thing_id uuid, role_id uuid, centre_id uuid, receiver_id uuid, state text)
language sql stable security definer set search_path = pg_catalog, volunteering as $$
  select enquiry.id, asked.id, coalesce(sent.role_id, enquiry.role_id), centre_id,
    coalesce(sent.receiver_id, (select receiver_id from volunteering.introduction
      where enquiry_id = enquiry.id order by sent_at desc, id desc limit 1)), state
  from unnest(ids) as asked(id)
    left join volunteering.introduction as sent on sent.id = asked.id
    join volunteering.enquiry on enquiry.id = coalesce(sent.enquiry_id, asked.id);
$$;

-- How many are with a role already, for whoever wants to be sure that the last place is given once.
create function volunteering.placed_in(of_role uuid) returns integer
language sql stable security definer set search_path = pg_catalog, volunteering as $$
  select count(*)::integer from volunteering.placement where role_id = of_role and ended_on is null;
$$;

alter table volunteering.enquiry enable row level security;
alter table volunteering.enquiry force row level security;
create policy enquiry_for_those_it_concerns on volunteering.enquiry for select to joinery_web
  using (person_id = (select people.actor())
    or centre_id = any((select register.organisations_of_actor())::uuid[])
    or volunteering.actor_was_sent(id) or volunteering.actor_asked(id));
create policy enquiry_by_the_person_or_the_centre on volunteering.enquiry for insert to joinery_web
  with check (person_id = (select people.actor())
    or centre_id = any((select register.organisations_of_actor())::uuid[]));
create policy enquiry_moves_by_those_it_concerns on volunteering.enquiry for update to joinery_web
  using (person_id = (select people.actor())
    or centre_id = any((select register.organisations_of_actor())::uuid[])
    or volunteering.actor_was_sent(id) or volunteering.actor_asked(id));
create policy enquiry_by_jobs on volunteering.enquiry to joinery_jobs using (true) with check (true);

alter table volunteering.asker enable row level security;
alter table volunteering.asker force row level security;
create policy asker_for_the_person_and_the_centre on volunteering.asker for select to joinery_web
  using (volunteering.actor_asked(enquiry_id) or volunteering.actor_has_centre_of(enquiry_id, true));
create policy asker_by_the_person_or_the_centre on volunteering.asker for insert to joinery_web
  with check (volunteering.actor_asked(enquiry_id) or volunteering.actor_has_centre_of(enquiry_id, true));
create policy asker_changed_by_the_person_or_the_centre on volunteering.asker for update to joinery_web
  using (volunteering.actor_asked(enquiry_id) or volunteering.actor_has_centre_of(enquiry_id, true));
create policy asker_by_jobs on volunteering.asker to joinery_jobs using (true) with check (true);

alter table volunteering.role_consent enable row level security;
alter table volunteering.role_consent force row level security;
create policy role_consent_for_those_it_concerns on volunteering.role_consent for select to joinery_web
  using (volunteering.actor_asked(enquiry_id) or volunteering.actor_has_centre_of(enquiry_id, true));
create policy role_consent_by_the_person_or_the_centre on volunteering.role_consent for insert to joinery_web
  with check (volunteering.actor_asked(enquiry_id) or volunteering.actor_has_centre_of(enquiry_id, true));
create policy role_consent_by_jobs on volunteering.role_consent to joinery_jobs using (true) with check (true);

alter table volunteering.permission enable row level security;
alter table volunteering.permission force row level security;
create policy permission_for_those_it_concerns on volunteering.permission for select to joinery_web
  using (link_hash = (select people.key('link')) or volunteering.actor_asked(enquiry_id)
    or volunteering.actor_has_centre_of(enquiry_id, true));
create policy permission_is_asked_by_the_person_or_the_centre on volunteering.permission for insert to joinery_web
  with check (volunteering.actor_asked(enquiry_id) or volunteering.actor_has_centre_of(enquiry_id, true));
create policy permission_is_answered_by_link on volunteering.permission for update to joinery_web
  using (link_hash = (select people.key('link')));
create policy permission_by_jobs on volunteering.permission to joinery_jobs using (true) with check (true);

alter table volunteering.introduction enable row level security;
alter table volunteering.introduction force row level security;
create policy introduction_for_those_it_concerns on volunteering.introduction for select to joinery_web
  using (receiver_id = any((select register.organisations_of_actor())::uuid[])
    or volunteering.actor_asked(enquiry_id) or volunteering.actor_has_centre_of(enquiry_id, true));
create policy introduction_by_the_person_or_the_centre on volunteering.introduction for insert to joinery_web
  with check (volunteering.actor_asked(enquiry_id) or volunteering.actor_has_centre_of(enquiry_id, true));
create policy introduction_moves_by_those_it_concerns on volunteering.introduction for update to joinery_web
  using (receiver_id = any((select register.organisations_of_actor())::uuid[])
    or volunteering.actor_asked(enquiry_id) or volunteering.actor_has_centre_of(enquiry_id, true));
create policy introduction_by_jobs on volunteering.introduction to joinery_jobs using (true) with check (true);

alter table volunteering.placement enable row level security;
alter table volunteering.placement force row level security;
create policy placement_for_those_it_concerns on volunteering.placement for select to joinery_web
  using (organisation_id = any((select register.organisations_of_actor())::uuid[])
    or volunteering.actor_asked(enquiry_id) or volunteering.actor_has_centre_of(enquiry_id, false));
create policy placement_by_the_group on volunteering.placement for insert to joinery_web
  with check (organisation_id = any((select register.organisations_of_actor())::uuid[]));
create policy placement_ends_by_those_it_concerns on volunteering.placement for update to joinery_web
  using (organisation_id = any((select register.organisations_of_actor())::uuid[])
    or volunteering.actor_asked(enquiry_id) or volunteering.actor_has_centre_of(enquiry_id, true));
create policy placement_by_jobs on volunteering.placement to joinery_jobs using (true) with check (true);

alter table volunteering.enquiry_step enable row level security;
alter table volunteering.enquiry_step force row level security;
create policy step_for_those_it_concerns on volunteering.enquiry_step for select to joinery_web
  using (volunteering.actor_asked(enquiry_id) or volunteering.actor_has_centre_of(enquiry_id, true)
    or (introduction_id is not null and volunteering.actor_was_sent(enquiry_id)
      and exists (select from volunteering.introduction where id = introduction_id)));
create policy step_by_those_it_concerns on volunteering.enquiry_step for insert to joinery_web
  with check (volunteering.actor_asked(enquiry_id) or volunteering.actor_has_centre_of(enquiry_id, false)
    or volunteering.actor_was_sent(enquiry_id));
create policy step_is_emptied_by_those_it_concerns on volunteering.enquiry_step for update to joinery_web
  using (volunteering.actor_asked(enquiry_id) or volunteering.actor_has_centre_of(enquiry_id, true));
create policy step_by_jobs on volunteering.enquiry_step to joinery_jobs using (true) with check (true);

alter table volunteering.asking enable row level security;
alter table volunteering.asking force row level security;
create policy asking_by_its_link on volunteering.asking to joinery_web
  using (link_hash = (select people.key('link'))) with check (link_hash = (select people.key('link')));
create policy asking_by_jobs on volunteering.asking to joinery_jobs using (true) with check (true);

grant select, insert, update on volunteering.enquiry, volunteering.asker, volunteering.permission,
  volunteering.introduction, volunteering.placement, volunteering.enquiry_step to joinery_web, joinery_jobs;
grant select, insert on volunteering.role_consent to joinery_web, joinery_jobs;
grant select, insert, delete on volunteering.asking to joinery_web, joinery_jobs;
grant delete on volunteering.enquiry, volunteering.asker to joinery_jobs;
