export { dbsCheck } from './lists/requirements.ts';
export { sharedRoles } from './queries/feed.ts';
export type { FeedRole } from './words/feed.ts';
