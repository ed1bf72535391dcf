import type { GivenLink, GivenLocation, GivenOrganisation, GivenService } from '../../register/door.ts';

/** What a row of a directory says; a list of one file says all of it in each row. */
export interface DirectoryRow {
  organisation?: GivenOrganisation;
  service?: GivenService;
  locations?: readonly GivenLocation[];
  links?: readonly GivenLink[];
}
