import { known } from '../../../platform/db/known.ts';
import { ground } from './ground.ts';
import { areasOfLevel } from './tree.ts';

export const knownBoroughs = known((db) => areasOfLevel(db, 'borough'));

export const knownGround = known(ground);
