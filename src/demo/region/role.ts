import type { accessibility } from '../../slices/volunteering/lists/accessibility.ts';
import type { causes } from '../../slices/volunteering/lists/causes.ts';
import type { duties } from '../../slices/volunteering/lists/duties.ts';
import type { requirements } from '../../slices/volunteering/lists/requirements.ts';
import type { skills } from '../../slices/volunteering/lists/skills.ts';
import type { times } from '../../slices/volunteering/lists/times.ts';
import type { Theme } from './shapes.ts';

/** What a group looks for somebody to do. */
export interface DemoRole {
  /** Key of its group; without one it is dealt out to `uses` groups of its theme. */
  group?: string;
  theme?: Theme;
  uses?: number;
  title: string;
  summary: string;
  description?: string;
  cause: keyof typeof causes;
  also?: keyof typeof causes;
  home?: true;
  times: (keyof typeof times)[];
  commitment: string;
  /** Ages. */
  from: number;
  to?: number;
  duties?: (keyof typeof duties)[];
  often?: true;
  skills: (keyof typeof skills)[];
  requirements?: (keyof typeof requirements)[];
  accessibility?: (keyof typeof accessibility)[];
  useful?: true;
  urgent?: true;
  emergency?: true;
  places?: number;
  /** With whom it is shared where that is not everybody, and why. */
  share?: readonly ['borough' | 'sub_region', string];
}
