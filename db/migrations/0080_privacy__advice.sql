-- A volunteer centre may be told by somebody who asks about volunteering who they are, so that it can advise them (R4).
alter table privacy.basis drop constraint a_basis_is_for_a_known_purpose;
alter table privacy.basis add constraint a_basis_is_for_a_known_purpose
  check (purpose in ('referral', 'introduction', 'advice'));
