-- Misspelt words are looked up among the words of the documents.
create extension if not exists pg_trgm;

-- Words alone, in small letters without marks: the same for what is written and for what is looked for.
-- Without a search path of its own it is written into the statement that calls it, which halves its time.
create function directory.plain(given text) returns text
language sql immutable parallel safe as $$
  select btrim(regexp_replace(regexp_replace(replace(lower(normalize(given, NFKD)), '&', ' and '),
    '[\u0300-\u036f\u2019\u02bc''`]', '', 'g'), '[^[:alnum:]]+', ' ', 'g'));
$$;

-- Neighbouring words written as one, so that "lunchclub" finds a lunch club.
create function directory.joined(plain text) returns text
language sql immutable parallel safe set search_path = pg_catalog as $$
  select coalesce(string_agg(word || after, ' ' order by place), '')
  from (select word, place, lead(word) over (order by place) as after
    from string_to_table(plain, ' ') with ordinality as words(word, place)) as pairs
  where after is not null;
$$;

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
  times text[] not null default '{}',
  status text not null default '',
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
  -- Words, and filters as lexemes such as `=k:service` and `=t:food`, so that one index answers them together.
  words tsvector not null
);
create index document_words on directory.document using gin (words);
create index document_of_organisation on directory.document (organisation_id);
create index document_newest_checked on directory.document (checked_at desc nulls last, id);
call platform.classify('directory.document', 'public', 'id kind organisation_id name organisation_name other_names
  summary themes people_served days times status access languages way_in cost_pence cost_words area_ids
  taking_referrals open_to_volunteers organisation_kind freshness checked_at changed_at language words');

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
-- Few, so a walk outwards over all places would pass most of them in vain.
create index place_near_to_the_kilometre on directory.place using gist (plane) where not precise;
call platform.classify('directory.place', 'public', 'document_id number lat lon plane precise area_id words');

-- Every word that documents are found by; never taken away but by making all documents again.
create table directory.word (
  word text primary key
);
create index word_alike on directory.word using gin (word gin_trgm_ops);
call platform.classify('directory.word', 'public', 'word');

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
grant insert, update, delete on directory.document, directory.place, directory.word, directory.synonym
  to joinery_web, joinery_jobs;
grant insert, update on directory.unmet_search to joinery_web, joinery_jobs;
