-- What an organisation shows of itself beside its logo. Whoever took a record over from a list and put pictures on it keeps
-- the record when the list is taken back, so a picture does not go with its organisation by itself.
create table register.picture (
  id uuid primary key,
  organisation_id uuid not null references register.organisation,
  image_id uuid not null references platform.image,
  alt text not null,
  place integer not null,
  added_at timestamptz not null,
  constraint a_picture_says_what_it_shows check (alt <> '')
);
create index picture_of_organisation on register.picture (organisation_id, place);
create index picture_image on register.picture (image_id);
call platform.classify('register.picture', 'public', 'id organisation_id image_id alt place added_at');
grant select, insert, update, delete on register.picture to joinery_web;
grant select, insert, delete on register.picture to joinery_jobs;
