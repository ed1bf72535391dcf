import type { OrganisationPanel, PanelRow } from '../../../platform/contributions.ts';
import { isPerson } from '../../../platform/permit.ts';
import { organisation } from '../../register/door.ts';
import { canKeepRolesFor, canPostRole } from '../permits.ts';
import { ageWords } from '../rules/ages.ts';
import { whenWords } from '../rules/say.ts';
import { roles } from '../urls.ts';
import { type Role, states } from '../words/role.ts';
import { rolesOf } from './roles.ts';

const shownAtMost = 20;

/** What anybody may do there: its live roles, whomever they are shared with. */
export const openRoles: OrganisationPanel = {
  title: 'Volunteer here',
  isPublic: true,
  async read(ctx, about) {
    const live = (await rolesOf(ctx.db.open, about.id)).filter(({ state }) => state === 'live');
    return live.slice(0, shownAtMost).map((one) => ({
      label: one.title,
      href: roles.one(one.id, one.title),
      note: [whenWords(one.activity.times), ageWords(one)].filter((words) => words !== '').join(', '),
    }));
  },
};

/** For its keepers: what is not live, and the way to post another. */
export const keptRoles: OrganisationPanel = {
  title: 'Your volunteering roles',
  async read(ctx, about) {
    if (!isPerson(ctx.actor)) return [];
    const rows: PanelRow[] = [];
    if (about.kind === 'centre' && canKeepRolesFor(ctx.actor, about.id)) {
      rows.push({
        label: 'Roles of your groups',
        href: roles.checksAt(about.id),
        note: 'What waits, what is new',
      });
    }
    const one = await organisation(ctx.db.open, about.id);
    if (!canPostRole(ctx.actor, one) || one.state !== 'active') return rows;
    const other = (await rolesOf(ctx.db.open, about.id)).filter(({ state }) => isKept(state));
    return [
      ...rows,
      { label: 'Post a role', href: roles.newAt(about.id), note: 'It takes about five minutes' },
      ...other.slice(0, shownAtMost).map((each) => ({
        label: each.title,
        href: roles.one(each.id, each.title),
        note: stateNote(each),
      })),
    ];
  },
};

function isKept(state: Role['state']): boolean {
  return !['live', 'withdrawn'].includes(state);
}

function stateNote({ state, stateReason }: Role): string {
  return stateReason === '' ? states[state] : `${states[state]}: ${stateReason}`;
}
