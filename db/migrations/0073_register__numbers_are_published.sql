-- The numbers of public organisations in the registers of charities, for feeds that name them.
create view register.public_number as
  select organisation.id as organisation_id, identifier.scheme, identifier.number
  from register.identifier join register.organisation on organisation.id = identifier.organisation_id
  where organisation.state = 'active' and identifier.scheme in ('GB-CHC', 'GB-SC', 'GB-NIC');
alter view register.public_number owner to joinery_publisher;
grant select on register.public_number to joinery_web, joinery_jobs;
