-- Words that sound the same.
create extension if not exists fuzzystrmatch;

-- A name as it stands, its words in the order of the alphabet, and how many they are: so that it is found at once by all
-- its words in any order, and shorter names come before longer ones.
create function directory.name_lexemes(plain text) returns setof text
language sql immutable parallel safe set search_path = pg_catalog as $$
  select '=n:' || left(plain, 300)
  union all
  select '=b:' || left(string_agg(word, ' ' order by word collate "C"), 300)
    from (select distinct word from string_to_table(plain, ' ') as word) as words
  union all
  select '=z:' || array_length(string_to_array(plain, ' '), 1)
$$;

-- A word, and the word without each of its letters.
create function directory.less_a_letter(word text) returns setof text
language sql immutable parallel safe as $$
  select word union select overlay(word placing '' from place for 1) from generate_series(1, length(word)) as place
$$;

-- Two words that differ by a slip have one of these in common (deletion neighbourhoods, as in Garbe's SymSpell).
create table directory.spelling (
  less text not null,
  word text not null,
  primary key (less, word)
);
call platform.classify('directory.spelling', 'public', 'less word');
grant select, insert, delete on directory.spelling to joinery_web, joinery_jobs;
insert into directory.spelling (less, word) select less, word from directory.word, directory.less_a_letter(word) as less;
create index word_by_sound on directory.word (dmetaphone(word));

-- Where the making of all documents stands: in which form they were made last and asked for.
create table directory.remake (
  one boolean primary key default true check (one),
  form integer not null,
  asked integer not null default 0,
  round integer not null default 0,
  under_way boolean not null default false
);
call platform.classify('directory.remake', 'public', 'one form asked round under_way');
grant select, update on directory.remake to joinery_web, joinery_jobs;
-- A database without documents needs none made again.
insert into directory.remake (form) select case when exists (select from directory.document) then 0 else 1 end;

-- What is still to be made in this making, listed once at its beginning: a view of everything published cannot be read in
-- parts without being sorted for each of them.
create table directory.to_make (
  kind text not null,
  id uuid not null,
  primary key (kind, id)
);
call platform.classify('directory.to_make', 'public', 'kind id');
grant select, insert, delete on directory.to_make to joinery_web, joinery_jobs;

-- In which making it was made, or seen, last: what was not in the newest is not published, or nobody's word, any more.
alter table directory.document add column round integer not null default 0;
alter table directory.word add column round integer not null default 0;
call platform.classify('directory.document', 'public', 'round');
call platform.classify('directory.word', 'public', 'round');
