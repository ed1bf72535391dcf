-- A page that was held for how it came, and not for what it says, is let through by whoever sent it: a browser shows that
-- it worked for it, or somebody types a code from a mailbox. The row goes with its use, so nothing proves twice.
create table register.held_proof (
  suggestion_id uuid primary key references register.suggestion on delete cascade,
  token_hash bytea not null,
  -- Of the newest code that was mailed; to which mailbox is not kept.
  code_hash bytea,
  tries integer not null default 0,
  -- By the machine's clock.
  expires_at timestamptz not null,
  constraint a_proof_is_held_by_one unique (token_hash)
);
call platform.classify('register.held_proof', 'organisation',
  'suggestion_id token_hash code_hash tries expires_at');

alter table register.held_proof enable row level security;
alter table register.held_proof force row level security;
create policy proof_by_its_holder on register.held_proof to joinery_web
  using (token_hash = people.key('link')) with check (token_hash = people.key('link'));
create policy proof_by_jobs on register.held_proof to joinery_jobs using (true) with check (true);
grant select, insert, update, delete on register.held_proof to joinery_web, joinery_jobs;

create policy what_is_held_to_its_prover on register.suggestion for select to joinery_web
  using (id in (select suggestion_id from register.held_proof where token_hash = people.key('link')));
create policy what_is_held_is_proved on register.suggestion for update to joinery_web
  using (state = 'held' and id in (select suggestion_id from register.held_proof where token_hash = people.key('link')))
  with check (state in ('held', 'waiting') and held_why <> '{}' and answered_at is null
    and id in (select suggestion_id from register.held_proof where token_hash = people.key('link')));
