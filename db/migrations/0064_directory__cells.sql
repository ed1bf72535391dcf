-- In which squares of five kilometres something is, as lexemes: words, filters and “within three miles” are one question
-- to one index. How many there are in a circle, nobody can tell the planner.
create function directory.cell(plane point) returns text language sql immutable strict parallel safe
  return '=g:' || floor(plane[0] / 5000) || ':' || floor(plane[1] / 5000);

update directory.document set words = words || array_to_tsvector(cells)
  from (select document_id, array_agg(distinct directory.cell(plane)) as cells from directory.place group by document_id)
    as placed
  where document.id = placed.document_id;
