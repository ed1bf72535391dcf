import type { DemoOrganisation, DemoService } from './shapes.ts';

type Defaults =
  | 'otherNames'
  | 'kind'
  | 'legalForm'
  | 'contactLabel'
  | 'access'
  | 'languages'
  | 'registeredDaysAgo'
  | 'checkedDaysAgo'
  | 'state'
  | 'email';

/** An organisation as the lists write it: what is usual may be left out. */
export type WrittenOrganisation = Omit<DemoOrganisation, Defaults> &
  Partial<Pick<DemoOrganisation, Defaults>> & { services?: WrittenService[] };

type ServiceDefaults =
  | 'key'
  | 'organisation'
  | 'themes'
  | 'people'
  | 'languages'
  | 'access'
  | 'status'
  | 'takingReferrals'
  | 'openToVolunteers'
  | 'checkedDaysAgo';

type WrittenService = Omit<DemoService, ServiceDefaults> & Partial<Pick<DemoService, ServiceDefaults>>;

export function completeOrganisation({ services: _, ...written }: WrittenOrganisation): DemoOrganisation {
  return {
    otherNames: [],
    kind: 'group',
    legalForm: 'association',
    contactLabel: 'The desk',
    access: ['step_free', 'bus'],
    languages: ['en'],
    registeredDaysAgo: 700,
    checkedDaysAgo: 20,
    state: 'active',
    email: `hello@${written.key}.example`,
    ...written,
  };
}

export function completeServices(written: WrittenOrganisation): DemoService[] {
  const organisation = completeOrganisation(written);
  return (written.services ?? []).map((service, index) => ({
    key: `${organisation.key}-${index + 1}`,
    organisation: organisation.key,
    themes: organisation.themes,
    people: organisation.people,
    languages: organisation.languages,
    access: organisation.access,
    status: 'open',
    takingReferrals: service.wayIn === 'referral',
    openToVolunteers: true,
    checkedDaysAgo: organisation.checkedDaysAgo,
    ...service,
  }));
}
