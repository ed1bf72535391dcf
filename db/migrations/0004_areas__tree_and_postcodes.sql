create table areas.area (
  id uuid primary key,
  code text not null unique,
  name text not null,
  level text not null,
  parent_id uuid references areas.area,
  -- GeoJSON Polygon or MultiPolygon in WGS84, for drawing; who is where is never worked out from it.
  outline jsonb,
  lat double precision,
  lon double precision,
  source text not null default '',
  changed_at timestamptz not null,
  constraint a_level_is_known check (level in ('region', 'sub_region', 'borough', 'neighbourhood')),
  constraint an_area_has_a_name check (name <> '')
);
create index area_by_parent on areas.area (parent_id);
create index area_by_name on areas.area (lower(name));
call platform.classify('areas.area', 'public', 'id code name level parent_id outline lat lon source changed_at');

-- Whole postcodes. Latitude and longitude in WGS84; the plane is worked out where it is needed.
create table areas.postcode (
  postcode text primary key,
  lat double precision not null,
  lon double precision not null,
  area_code text not null,
  inner_code text
);
create index postcode_by_area on areas.postcode (area_code);
call platform.classify('areas.postcode', 'public', 'postcode lat lon area_code inner_code');

-- First halves: "BS5" is an answer too.
create table areas.outcode (
  outcode text primary key,
  lat double precision not null,
  lon double precision not null,
  town text not null default '',
  area_code text
);
call platform.classify('areas.outcode', 'public', 'outcode lat lon town area_code');

-- Lines on the map that help people find themselves: rivers and railways, as GeoJSON.
create table areas.line (
  id uuid primary key,
  kind text not null,
  name text not null default '',
  shape jsonb not null,
  constraint a_line_is_water_or_rail check (kind in ('water', 'rail'))
);
call platform.classify('areas.line', 'public', 'id kind name shape');

-- What other slices may read of an area.
create view areas.area_card as select id, code, name, level, parent_id from areas.area;
grant select on areas.area to joinery_publisher;
alter view areas.area_card owner to joinery_publisher;

grant select on all tables in schema areas to joinery_web, joinery_jobs, joinery_publisher;
grant insert, update, delete on all tables in schema areas to joinery_jobs;
grant insert, update on areas.area to joinery_web;
