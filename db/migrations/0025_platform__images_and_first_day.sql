-- Pictures as they were written anew by us, never as somebody sent them. They are in the database so that a backup has
-- them. An image is never changed: a new one has a new id, so its address may be kept for ever.
create table platform.image (
  id uuid primary key,
  type text not null,
  width integer not null,
  height integer not null,
  body bytea not null,
  made_at timestamptz not null,
  constraint an_image_is_of_a_known_type check (type in ('image/webp', 'image/png')),
  constraint an_image_is_small check (octet_length(body) <= 1048576)
);
call platform.classify('platform.image', 'public', 'id type width height body made_at');
grant select, insert, delete on platform.image to joinery_web, joinery_jobs;

alter table network.network
  add column logo_id uuid references platform.image,
  add column logo_alt text not null default '',
  add constraint a_logo_says_what_it_shows check ((logo_id is null) = (logo_alt = ''));
call platform.classify('network.network', 'public', 'logo_id logo_alt');
grant update (logo_id, logo_alt) on network.network to joinery_web, joinery_jobs;

alter table register.organisation
  add column logo_id uuid references platform.image,
  add column logo_alt text not null default '',
  add constraint a_logo_of_an_organisation_says_what_it_shows check ((logo_id is null) = (logo_alt = ''));
call platform.classify('register.organisation', 'public', 'logo_id logo_alt');
create index organisation_logo on register.organisation (logo_id) where logo_id is not null;

-- Whether somebody wants the steps of the first day to stand on their page no more.
alter table people.person add column first_day_done_at timestamptz;
call platform.classify('people.person', 'organisation', 'first_day_done_at');
grant update (first_day_done_at) on people.person to joinery_web;
