-- For whoever looks after the network: how large each backup was, and in a sentence what went wrong.
create or replace view platform.backup_state as
  select id, why, state, started_at, ended_at, proved_at, command_code, proof_trouble <> '' as proof_failed,
    command_trouble <> '' as command_failed, rows, bytes, trouble, proof_trouble, command_trouble
  from platform.backup;
