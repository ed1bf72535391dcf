/** An advert of a list that others hold, in our own terms. */
export interface GivenRole {
  readonly source: string;
  readonly sourceId: string;
  readonly digest: Buffer;
  readonly organisationName: string;
  readonly address: string;
  readonly title: string;
  readonly summary: string;
  readonly description: string;
  readonly commitment: string;
  readonly causes: readonly string[];
  readonly skills: readonly string[];
  readonly requirements: readonly string[];
  readonly accessibility: readonly string[];
  readonly minimumAge: number;
  readonly maximumAge: number | null;
  readonly fromHome: boolean;
  readonly place: GivenRolePlace | undefined;
  readonly times: readonly string[];
  readonly sessions: readonly { readonly day: string; readonly begins: string; readonly ends: string }[];
  readonly untilDay: string;
}

export interface GivenRolePlace {
  readonly name: string;
  readonly address: string;
  readonly postcode: string;
  readonly lat: number | null;
  readonly lon: number | null;
}

export type RoleAnswer = 'new' | 'changed' | 'unchanged' | { readonly reason: string };
