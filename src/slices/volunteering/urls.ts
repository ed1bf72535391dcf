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

/** What somebody who would like to volunteer sees of their own. */
export const volunteering = {
  /** `kept` stands for what a visitor wrote before signing in. */
  ask: (roleId: string, kept?: string) => `/roles/${roleId}/ask${kept ? `?kept=${kept}` : ''}`,
  askCentre: (centreId: string, kept?: string) => `/centres/${centreId}/ask${kept ? `?kept=${kept}` : ''}`,
  own: () => '/volunteering',
  one: (id: string) => `/volunteering/${id}`,
  agree: (id: string) => `/volunteering/${id}/agree`,
  stop: (id: string) => `/volunteering/${id}/stop`,
  permission: (token: string) => `/permissions/${token}`,
};

/** The desk of a centre. */
export const enquiries = {
  list: (show?: 'open' | 'over') => `/enquiries${show ? `?show=${show}` : ''}`,
  take: (centreId: string) => `/centres/${centreId}/enquiries/new`,
  one: (id: string) => `/enquiries/${id}`,
  note: (id: string) => `/enquiries/${id}/note`,
  match: (id: string) => `/enquiries/${id}/match`,
  introduce: (id: string) => `/enquiries/${id}/introduce`,
  parent: (id: string) => `/enquiries/${id}/parent`,
  stop: (id: string) => `/enquiries/${id}/stop`,
};

/** What a group was sent. */
export const introductions = {
  list: () => '/introductions',
  one: (id: string) => `/introductions/${id}`,
  open: (id: string) => `/introductions/${id}/open`,
  reply: (id: string) => `/introductions/${id}/reply`,
  start: (id: string) => `/introductions/${id}/start`,
  end: (id: string) => `/introductions/${id}/end`,
};

function queryOf(words: RoleWords): string {
  const pairs = Object.entries(words).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  );
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`;
}
