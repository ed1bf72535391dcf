-- A network is set up before its front door opens, and its words can be changed afterwards.
alter table network.network
  add column published_at timestamptz,
  add column welcome text not null default '',
  add column centre_word text not null default 'volunteer centre',
  add column centres_word text not null default 'volunteer centres',
  add column colour text not null default '',
  add column nation text not null default 'england-and-wales',
  add column banner_level text not null default 'calm',
  add column banner_from timestamptz,
  add column banner_until timestamptz,
  add constraint a_colour_is_six_figures check (colour ~ '^(#[0-9a-f]{6})?$'),
  add constraint a_banner_is_calm_or_warns check (banner_level in ('calm', 'warn')),
  add constraint a_banner_ends_after_it_begins check (banner_until > banner_from);
call platform.classify('network.network', 'public', 'published_at welcome centre_word centres_word colour nation
  banner_level banner_from banner_until');

-- Whoever reads this has been open all along.
update network.network set published_at = now();

grant update (published_at, welcome, centre_word, centres_word, colour, nation, banner_level, banner_from, banner_until)
  on network.network to joinery_web, joinery_jobs;

-- The coordinator brings in areas from a file, through the page.
grant insert, update on interchange.import to joinery_web;
grant insert on interchange.reject to joinery_web;

-- The coordinator invites the people of a centre, and those of the hub.
create policy invitation_to_a_centre on register.invitation to joinery_web
  using ((select register.actor_is_coordinator())
    and organisation_id in (select id from register.organisation where kind in ('centre', 'hub')))
  with check ((select register.actor_is_coordinator())
    and organisation_id in (select id from register.organisation where kind in ('centre', 'hub')));
