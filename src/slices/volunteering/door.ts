export { importRoles } from './actions/import.ts';
export { accessibility } from './lists/accessibility.ts';
export { causes } from './lists/causes.ts';
export { dbsCheck, requirements } from './lists/requirements.ts';
export { skills } from './lists/skills.ts';
export { times } from './lists/times.ts';
export { sharedRoles } from './queries/feed.ts';
export type { FeedRole } from './words/feed.ts';
export type { GivenRole, GivenRolePlace } from './words/import.ts';
