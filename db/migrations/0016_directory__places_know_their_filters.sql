-- A walk outwards for one theme passed every other thing on its way and looked each up. Now a place knows the filters of
-- its document and the index leaves out what does not fit before anything is looked up.

-- The lexemes that somebody may filter by; those of names and their stems are for words only.
create function directory.filters_of(words tsvector) returns tsvector language sql immutable parallel safe as $$
  select array_to_tsvector(array(select word from unnest(tsvector_to_array(words)) as word where word ~ '^=[adfkoptw]:'));
$$;

-- `alone`: the document has no other place, so nobody needs to ask whether another one is nearer.
alter table directory.place add column filters tsvector, add column alone boolean;
update directory.place set filters = directory.filters_of(document.words),
    alone = not exists (select from directory.place as other
      where other.document_id = place.document_id and other.number <> place.number)
  from directory.document where document.id = place.document_id;
alter table directory.place alter column filters set not null, alter column alone set not null;
call platform.classify('directory.place', 'public', 'filters alone');

drop index directory.place_near;
drop index directory.place_near_to_the_kilometre;
create index place_near on directory.place using gist (plane, filters tsvector_ops(siglen = 32));
create index place_near_to_the_kilometre on directory.place using gist (plane, filters tsvector_ops(siglen = 32))
  where not precise;
