-- How much nearness and being checked lately count among search results, beside the words themselves.
alter table network.network
  add column nearness_weight smallint not null default 6,
  add column freshness_weight smallint not null default 2,
  add constraint nearness_weighs_so_much check (nearness_weight between 0 and 20),
  add constraint freshness_weighs_so_much check (freshness_weight between 0 and 20);
call platform.classify('network.network', 'public', 'nearness_weight freshness_weight');
grant update (nearness_weight, freshness_weight) on network.network to joinery_web;
