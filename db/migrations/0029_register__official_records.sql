-- What the charity registers publish about charities, as they publish it: for filling in and checking a registration.
-- Nothing of a person, no telephone, no e-mail. The address is often somebody's home, so it is shown to nobody but
-- whoever types the number, and published only when the group says so itself.
create table register.official_record (
  scheme text not null,
  number text not null,
  name text not null,
  registered_on date,
  removed_on date,
  is_removed boolean not null,
  legal_form text not null default '',
  website text not null default '',
  address text not null default '',
  postcode text not null default '',
  activities text not null default '',
  company_number text not null default '',
  digest bytea not null,
  read_at timestamptz not null,
  primary key (scheme, number),
  constraint an_official_record_has_a_name check (name <> ''),
  constraint an_official_record_is_of_a_charity_register check (scheme in ('GB-CHC', 'GB-SC', 'GB-NIC'))
);
call platform.classify('register.official_record', 'public', 'scheme number name registered_on removed_on is_removed
  legal_form website activities company_number digest read_at');
call platform.classify('register.official_record', 'organisation', 'address postcode');
grant select on register.official_record to joinery_web, joinery_jobs;
grant insert, update on register.official_record to joinery_jobs;
