-- Groups of words that mean the same, as the network writes them. A group may stand in place of one that comes with the
-- product; without words it only takes that one away.
create table directory.synonym_group (
  id uuid primary key,
  words text[] not null,
  -- The first word of the group that it stands in place of.
  instead_of text not null default '',
  version integer not null default 1,
  changed_at timestamptz not null,
  constraint a_group_has_two_words_or_takes_some_away check (cardinality(words) >= 2 or instead_of <> '')
);
create unique index one_group_in_place_of_one on directory.synonym_group (instead_of) where instead_of <> '';
call platform.classify('directory.synonym_group', 'public', 'id words instead_of version changed_at');

-- The pairs of the table before; it stays as long as the program before this one may still read it.
insert into directory.synonym_group (id, words, changed_at)
  select gen_random_uuid(), array[word, also], current_timestamp from directory.synonym;
comment on table directory.synonym is 'Replaced by directory.synonym_group; to be dropped by a later release.';

grant select on directory.synonym_group to joinery_web, joinery_jobs, joinery_publisher;
grant insert, update, delete on directory.synonym_group to joinery_web, joinery_jobs;
