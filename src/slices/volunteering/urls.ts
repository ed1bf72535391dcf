import { slug } from '../../platform/words.ts';

/** What somebody looks for in the list of roles, as it stands in the address. */
export interface RoleWords {
  readonly near?: string | undefined;
  readonly cause?: string | undefined;
  readonly when?: string | undefined;
  readonly age?: string | number | undefined;
  readonly home?: string | undefined;
  readonly after?: string | undefined;
}

export const roles = {
  all: (words: RoleWords = {}) => `/roles${queryOf(words)}`,
  one: (id: string, title?: string) => (title ? `/roles/${id}/${slug(title)}` : `/roles/${id}`),
  edit: (id: string) => `/roles/${id}/edit`,
  state: (id: string) => `/roles/${id}/state`,
  sessions: (id: string) => `/roles/${id}/sessions`,
  removeSession: (id: string, sessionId: string) => `/roles/${id}/sessions/${sessionId}/remove`,
  check: (id: string) => `/roles/${id}/check`,
  pull: (id: string) => `/roles/${id}/pull`,
  again: (id: string) => `/roles/${id}/again`,
  sharing: () => '/roles/sharing',
  young: () => '/roles/young',
  /** `beside` is a role whose activity the new one belongs to. */
  newAt: (organisationId: string, beside?: string) =>
    `/organisations/${organisationId}/new-role${beside ? `?beside=${beside}` : ''}`,
  checksAt: (centreId: string) => `/centres/${centreId}/role-checks`,
  lookedAt: (centreId: string, roleId: string) => `/centres/${centreId}/role-checks/${roleId}`,
  feed: () => '/volunteering.jsonld',
};

function queryOf(words: RoleWords): string {
  const pairs = Object.entries(words).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  );
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`;
}
