-- An address known to the kilometre was rounded twice: its metres to a square of the plane, its degrees to a hundredth.
-- Two squares laid over each other leave less than either. There is one now; its degrees are those of its middle.
create or replace view register.public_location as
  select id, organisation_id, area_id, main, shown,
    case when shown = 'public' then venue else '' end as venue,
    case when shown = 'public' then address else '' end as address,
    case when shown = 'public' then postcode else '' end as postcode,
    case shown when 'public' then lat when 'area' then (areas.about_degrees(areas.middle_of_square(plane)))[0] end as lat,
    case shown when 'public' then lon when 'area' then (areas.about_degrees(areas.middle_of_square(plane)))[1] end as lon,
    case shown when 'public' then plane when 'area' then areas.middle_of_square(plane) end as plane,
    shown = 'public' as precise
  from register.location
  where shown <> 'hidden';
