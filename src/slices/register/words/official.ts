/** What a charity register says of a charity. What it does not say is missing. */
export interface GivenCharity {
  scheme: string;
  number: string;
  name: string;
  isRemoved: boolean;
  registeredOn?: string;
  removedOn?: string;
  legalForm?: string;
  website?: string;
  address?: string;
  postcode?: string;
  activities?: string;
  companyNumber?: string;
  /** Of all of it: the same digest again means that nothing is to be done. */
  digest: Buffer;
}

export interface OfficialRecord {
  scheme: string;
  number: string;
  name: string;
  isRemoved: boolean;
  registeredOn: string | null;
  removedOn: string | null;
  legalForm: string;
  website: string;
  address: string;
  postcode: string;
  activities: string;
  readAt: Date;
}

export const registerNames: Readonly<Record<string, string>> = {
  'GB-CHC': 'the Charity Commission for England and Wales',
  'GB-SC': 'the Scottish Charity Register',
  'GB-NIC': 'the Charity Commission for Northern Ireland',
};
