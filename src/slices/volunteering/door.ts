export { dbsCheck } from './lists/requirements.ts';
export { enquiry } from './queries/brokerage/enquiries.ts';
export { newestIntroductionOptional } from './queries/brokerage/introductions.ts';
export { sharedRoles } from './queries/feed.ts';
export { rolesOf } from './queries/roles.ts';
export type { FeedRole } from './words/feed.ts';
