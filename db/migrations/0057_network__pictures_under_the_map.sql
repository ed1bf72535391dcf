-- A network may show the pictures of a map server of its choice under its own map. Whoever drew them is named.
alter table network.network
  add column map_tiles text not null default '',
  add column map_credit text not null default '',
  add constraint pictures_of_others_are_credited check (map_tiles = '' or map_credit <> ''),
  add constraint pictures_come_by_https check (map_tiles = '' or map_tiles like 'https://%');
call platform.classify('network.network', 'public', 'map_tiles map_credit');
grant update (map_tiles, map_credit) on network.network to joinery_web, joinery_jobs;
