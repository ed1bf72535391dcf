/** Kinds of organisation (R10). The words are those a person would use. */
export const organisationKinds = {
  centre: 'Volunteer centre',
  group: 'Voluntary group',
  informal: 'Informal group',
  national: 'National or regional body',
  public: 'Public body',
  practice: 'GP practice',
  business: 'Business',
  funder: 'Funder',
  hub: 'Hub of the network',
} as const;

/** How an organisation is set up in law; most small groups are not. */
export const legalForms = {
  none: 'Not registered anywhere',
  association: 'Unincorporated association with rules',
  charity: 'Registered charity',
  cio: 'Charitable incorporated organisation',
  company: 'Company limited by guarantee',
  cic: 'Community interest company',
  society: 'Co-operative or community benefit society',
  body: 'Public body',
} as const;
