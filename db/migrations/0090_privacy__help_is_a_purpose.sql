-- Whoever asks for help gives the ground for it without an account; the link they are shown is all that they hold.
alter table privacy.basis drop constraint a_basis_is_for_a_known_purpose;
alter table privacy.basis add constraint a_basis_is_for_a_known_purpose
  check (purpose in ('referral', 'introduction', 'advice', 'help'));

create policy basis_by_whoever_asks_for_help on privacy.basis for insert to joinery_web
  with check (purpose = 'help' and link_hash = (select people.key('link')));
