-- Public words only, so that no row-level security stands between a search and its indexes.
create table directory.document (
  id uuid primary key,
  kind text not null,
  organisation_id uuid not null,
  name text not null,
  organisation_name text not null,
  other_names text not null default '',
  summary text not null default '',
  themes text[] not null default '{}',
  people_served text[] not null default '{}',
  days text[] not null default '{}',
  access text[] not null default '{}',
  languages text[] not null default '{}',
  way_in text not null default '',
  cost_pence integer,
  cost_words text not null default '',
  area_ids uuid[] not null default '{}',
  taking_referrals boolean not null default false,
  open_to_volunteers boolean not null default false,
  organisation_kind text not null default '',
  freshness text not null,
  checked_at timestamptz,
  changed_at timestamptz not null,
  language text not null default 'en-GB',
  -- Words, and filters as lexemes such as `k:service` and `t:food`, so that one index answers them together.
  words tsvector not null
);
create index document_words on directory.document using gin (words);
create index document_of_organisation on directory.document (organisation_id);
create index document_by_name on directory.document (lower(name) text_pattern_ops);
call platform.classify('directory.document', 'public', 'id kind organisation_id name organisation_name other_names
  summary themes people_served days access languages way_in cost_pence cost_words area_ids taking_referrals
  open_to_volunteers organisation_kind freshness checked_at changed_at language words');

-- A document may be in several places; the nearest one counts.
create table directory.place (
  document_id uuid not null references directory.document on delete cascade,
  number integer not null,
  lat double precision not null,
  lon double precision not null,
  plane point not null,
  precise boolean not null,
  area_id uuid,
  words text not null default '',
  primary key (document_id, number)
);
create index place_near on directory.place using gist (plane);
call platform.classify('directory.place', 'public', 'document_id number lat lon plane precise area_id words');

-- What people looked for and did not find. No person, no address, no time of day.
create table directory.unmet_search (
  words text not null,
  area_code text not null default '',
  month date not null,
  times integer not null default 1,
  asked_for integer not null default 0,
  primary key (words, area_code, month)
);
call platform.classify('directory.unmet_search', 'organisation', 'words area_code month times asked_for');

create table directory.synonym (
  word text not null,
  also text not null,
  primary key (word, also)
);
call platform.classify('directory.synonym', 'public', 'word also');

grant select on all tables in schema directory to joinery_web, joinery_jobs, joinery_publisher;
grant insert, update, delete on directory.document, directory.place, directory.synonym to joinery_web, joinery_jobs;
grant insert, update on directory.unmet_search to joinery_web, joinery_jobs;
