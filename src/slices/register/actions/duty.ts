import type { Duty } from '../../../platform/contributions.ts';
import { runsAlone } from '../queries/leaving.ts';
import { organisation } from '../queries/organisation.ts';
import { holders } from '../queries/people.ts';
import { runningThePage } from '../rules/leaving.ts';
import { givePosition } from './people.ts';

/** Whoever runs a page alone answers for it: nobody is without an admin because one person left. */
export const pageDuty: Duty = {
  kind: runningThePage,
  label: 'Running the page',
  async of(db, _ctx, { personId, organisationId }) {
    if (!(await runsAlone(db, organisationId, personId))) return [];
    const { name } = await organisation(db, organisationId);
    const text = 'May change everything, answer, and invite others';
    return [{ id: organisationId, title: `Running the page of ${name}`, text }];
  },
  async pass(tx, ctx, { id, fromPersonId, toOrganisationId, toPersonId }) {
    if (toOrganisationId !== id) return;
    const held = (await holders(tx, id)).filter((one) => one.personId === fromPersonId);
    const role = held.some((one) => one.role === 'coordinator') ? 'coordinator' : 'admin';
    await givePosition(tx, ctx, { organisationId: id, personId: toPersonId, role });
  },
};
