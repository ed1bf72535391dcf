-- What a group is, for whoever looks for others like it: public words, and whether somebody looks after the page.
create view register.organisation_profile as
  select id, name, kind, state, summary, phone, themes, people_served, claimed, home_centre_id,
    array(select area_id from register.organisation_area where organisation_id = organisation.id) as area_ids,
    exists (select from register.location where organisation_id = organisation.id and main and shown = 'hidden')
      as address_hidden
  from register.organisation
  where state = 'active' and kind not in ('hub', 'centre');
create view register.works_in as select organisation_id, area_id from register.organisation_area;
alter view register.organisation_profile owner to joinery_publisher;
alter view register.works_in owner to joinery_publisher;
grant select on register.organisation_profile, register.works_in to joinery_web, joinery_jobs;

-- Just as `public_location` shows a place, so that what is near is found without reading all of them.
create index location_shown_near on register.location using gist ((case shown
  when 'public' then plane when 'area' then areas.middle_of_square(plane) end)) where main and shown <> 'hidden';

create schema neighbours;
grant usage on schema neighbours to joinery_web, joinery_jobs, joinery_publisher;

-- One group says hello to another, and that one answers.
create table neighbours.hello (
  id uuid primary key,
  from_organisation_id uuid not null references register.organisation,
  to_organisation_id uuid not null references register.organisation,
  words text not null default '',
  said_at timestamptz not null,
  answer text,
  -- Somebody rang the group and wrote down what it said.
  answered_for boolean not null default false,
  answered_at timestamptz,
  constraint nobody_says_hello_to_themselves check (from_organisation_id <> to_organisation_id),
  constraint an_answered_hello_has_an_answer check ((answer is null) = (answered_at is null)),
  constraint a_hello_is_answered_in_a_known_way check (answer in ('know', 'we_signpost', 'you_signpost', 'both',
    'not_now', 'nobody_there', 'taken_back'))
);
create unique index one_open_hello_between_two on neighbours.hello
  (least(from_organisation_id, to_organisation_id), greatest(from_organisation_id, to_organisation_id))
  where answered_at is null;
create index hello_from on neighbours.hello (from_organisation_id, said_at desc);
create index hello_to on neighbours.hello (to_organisation_id, said_at desc);
create index hello_answered on neighbours.hello (answered_at);
call platform.classify('neighbours.hello', 'personal', 'words');
call platform.classify('neighbours.hello', 'organisation', 'id from_organisation_id to_organisation_id said_at answer
  answered_for answered_at');

-- What one group says of another: that it knows it, and who signposts people to whom. The other says its own.
create table neighbours.saying (
  organisation_id uuid not null references register.organisation,
  about_organisation_id uuid not null references register.organisation,
  signposts_to boolean not null default false,
  signposts_from boolean not null default false,
  since timestamptz not null,
  changed_at timestamptz not null,
  primary key (organisation_id, about_organisation_id),
  constraint nobody_says_it_of_themselves check (organisation_id <> about_organisation_id)
);
create index saying_about on neighbours.saying (about_organisation_id, organisation_id);
call platform.classify('neighbours.saying', 'organisation', 'organisation_id about_organisation_id signposts_to
  signposts_from since changed_at');

-- Who wants no more hellos: from one group, or from all, which is then the group itself.
create table neighbours.stop (
  organisation_id uuid not null references register.organisation,
  from_organisation_id uuid not null references register.organisation,
  at timestamptz not null,
  primary key (organisation_id, from_organisation_id)
);
create index stop_from on neighbours.stop (from_organisation_id);
call platform.classify('neighbours.stop', 'organisation', 'organisation_id from_organisation_id at');

-- What the network changed in the list of needs that go together; the list itself comes with the program.
create table neighbours.need_pair (
  one text not null,
  other text not null,
  counts boolean not null,
  changed_at timestamptz not null,
  primary key (one, other),
  constraint a_pair_stands_in_one_order check (one collate "C" < other collate "C")
);
call platform.classify('neighbours.need_pair', 'public', 'one other counts changed_at');

alter table neighbours.hello enable row level security;
alter table neighbours.hello force row level security;
-- The two groups, whoever keeps the promise of an answer, and the coordinator, who sees what is late.
create policy hello_for_those_it_concerns on neighbours.hello for select to joinery_web
  using (from_organisation_id = any((select register.organisations_of_actor())::uuid[])
    or to_organisation_id = any((select register.organisations_of_actor())::uuid[])
    or exists (select from loops.open_loop where kind = 'hello' and thing_id = hello.id
      and owner_organisation_id = any((select register.organisations_of_actor())::uuid[]))
    or (select register.actor_is_coordinator()));
create policy hello_by_its_sender on neighbours.hello for insert to joinery_web
  with check (from_organisation_id = any((select register.organisations_of_actor())::uuid[]));
create policy hello_is_answered on neighbours.hello for update to joinery_web
  using (from_organisation_id = any((select register.organisations_of_actor())::uuid[])
    or to_organisation_id = any((select register.organisations_of_actor())::uuid[])
    or exists (select from loops.open_loop where kind = 'hello' and thing_id = hello.id
      and owner_organisation_id = any((select register.organisations_of_actor())::uuid[])))
  with check (true);
create policy hello_by_jobs on neighbours.hello to joinery_jobs using (true) with check (true);

grant select, insert, update on neighbours.hello, neighbours.saying, neighbours.need_pair to joinery_web, joinery_jobs;
grant select, insert on neighbours.stop to joinery_web, joinery_jobs;
grant delete on neighbours.saying, neighbours.stop, neighbours.need_pair to joinery_web, joinery_jobs;
grant delete on neighbours.hello to joinery_jobs;
