import type { Route } from '../../platform/http/route.ts';
import { routes as askingAbout } from './routes/brokerage/asking.tsx';
import { routes as centreDesk } from './routes/brokerage/desk.tsx';
import { routes as introduced } from './routes/brokerage/group.tsx';
import { routes as ownVolunteering } from './routes/brokerage/own.tsx';
import { routes as permissions } from './routes/brokerage/permission.tsx';
import { routes as roleChecks } from './routes/checks.tsx';
import { routes as fairs } from './routes/drives/drives.tsx';
import { routes as employerDays } from './routes/employers/days.tsx';
import { routes as roleList } from './routes/list.tsx';
import { routes as matchWeights } from './routes/matching/weights.tsx';
import { routes as wishes } from './routes/matching/wishes.tsx';
import { routes as posting } from './routes/posting.tsx';
import { routes as roleRecords } from './routes/role.tsx';
import { routes as sharing } from './routes/sharing.tsx';
import { routes as youth } from './routes/youth.tsx';

/** Every page of this slice, in order: an address with a word stands before one with an id in its place. */
export const routes: readonly Route[] = [
  ...roleList,
  ...sharing,
  ...matchWeights,
  ...youth,
  ...wishes,
  ...fairs,
  ...posting,
  ...employerDays,
  ...askingAbout,
  ...ownVolunteering,
  ...centreDesk,
  ...introduced,
  ...permissions,
  ...roleChecks,
  ...roleRecords,
];
