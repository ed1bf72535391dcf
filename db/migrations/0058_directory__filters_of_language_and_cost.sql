-- What is spoken and what it costs become filters, as lexemes beside the others.
create or replace function directory.filters_of(words tsvector) returns tsvector
language sql immutable parallel safe as $$
  select array_to_tsvector(array(select word from unnest(tsvector_to_array(words)) as word
    where word ~ '^=[acdfkloptw]:'));
$$;

-- Few documents say either, so they are mended here instead of making all of them again.
update directory.document set words = words || array_to_tsvector(
    array(select '=l:' || code from unnest(languages) as code)
    || case when cost_pence = 0 then array['=c:free', '=c:up_to_five']
      when cost_pence <= 500 then array['=c:up_to_five'] else '{}' end)
  where languages <> '{}' or cost_pence <= 500;
update directory.place set filters = directory.filters_of(document.words)
  from directory.document
  where document.id = place.document_id and (languages <> '{}' or cost_pence <= 500);
