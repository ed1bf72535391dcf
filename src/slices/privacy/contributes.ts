import type { Contribution } from '../../platform/contributions.ts';
import { expireBases } from './actions/bases.ts';
import { retain } from './actions/retain.ts';
import { canLetGo } from './permits.ts';
import { nextExpiry } from './queries/bases.ts';
import { held, owned } from './queries/held.ts';
import { sharedPanel } from './queries/panels.ts';
import { describeLetGo } from './queries/promises.ts';

export const contributes: Contribution = {
  slice: 'privacy',
  loopKinds: [{ kind: 'let-go', label: 'Let go of details', mayAnswer: canLetGo, describe: describeLetGo }],
  due: [{ name: 'agreements that end', next: nextExpiry, run: expireBases }],
  panels: [sharedPanel],
  heldAbout: held,
  ownedBy: owned,
  retain,
};
