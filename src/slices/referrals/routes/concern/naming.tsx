import { z } from 'zod';
import type { Ctx } from '../../../../platform/ctx.ts';
import { answerForm, type Remembered } from '../../../../platform/forms.ts';
import { byId, get, type Page, page, post, type Route, redirect } from '../../../../platform/http/route.ts';
import { isPerson, permit } from '../../../../platform/permit.ts';
import { personsByIds } from '../../../people/door.ts';
import { holders, organisation } from '../../../register/door.ts';
import { organisations } from '../../../register/urls.ts';
import { endLead, nameLead, setSafetyNumbers } from '../../actions/concern/leads.ts';
import { LeadsPage, leadsTitle, SafetyNumbersPage, safetyNumbersTitle } from '../../pages/concern/leads.tsx';
import { canNameLeads, canSetSafetyNumbers } from '../../permits/concern.ts';
import { coveredAreas, leadsAt } from '../../queries/concern/leads.ts';
import { concerns } from '../../urls.ts';
import { NameLead, SetSafetyNumbers } from '../../words/concern.ts';

const admin = 'its admin';
const centre = 'workers and admins of the centre';

export const routes: readonly Route[] = [
  get('/organisations/:id/safeguarding', admin, { params: byId }, async (ctx, { params }) =>
    page(await leadsPage(ctx, params.id, {})),
  ),

  post(
    '/organisations/:id/safeguarding',
    admin,
    { params: byId, fields: Object.keys(NameLead.shape) },
    async (ctx, { params, form }) => {
      await leadsPage(ctx, params.id, {});
      return answerForm(
        NameLead,
        form,
        async (input) => {
          await nameLead(ctx, params.id, input);
          return redirect(concerns.leads(params.id));
        },
        (problems) => leadsPage(ctx, params.id, { values: form, problems }),
      );
    },
  ),

  post(
    '/organisations/:id/safeguarding/:lead/end',
    admin,
    { params: byId.extend({ lead: z.uuid() }), fields: [] },
    async (ctx, { params }) => {
      await leadsPage(ctx, params.id, {});
      await endLead(ctx, params.id, params.lead);
      return redirect(concerns.leads(params.id));
    },
  ),

  get('/organisations/:id/safety-numbers', centre, { params: byId }, async (ctx, { params }) =>
    page(await numbersPage(ctx, params.id, {})),
  ),

  post(
    '/organisations/:id/safety-numbers',
    centre,
    { params: byId, fields: Object.keys(SetSafetyNumbers.shape) },
    async (ctx, { params, form }) => {
      await numbersPage(ctx, params.id, {});
      return answerForm(
        SetSafetyNumbers,
        form,
        async (input) => {
          await setSafetyNumbers(ctx, params.id, input);
          return redirect(concerns.areaNumbers(params.id));
        },
        (problems) => numbersPage(ctx, params.id, { values: form, problems }),
      );
    },
  ),
];

async function leadsPage(ctx: Ctx, id: string, remembered: Remembered): Promise<Page> {
  permit(isPerson(ctx.actor));
  const one = await organisation(ctx.db.open, id);
  permit(canNameLeads(ctx.actor, id), { hidden: true });
  return ctx.db.read(async (db) => {
    const ids = (await holders(db, id)).map((held) => held.personId);
    const named = await leadsAt(db, [id]);
    const everybody = await personsByIds(db, [...new Set([...ids, ...named.map((lead) => lead.personId)])]);
    const names = new Map(everybody.map((person) => [person.id, person.name || person.email]));
    const leads = named.map((lead) => ({
      ...{ id: lead.id, phone: lead.phone, isThere: ids.includes(lead.personId) },
      name: names.get(lead.personId) ?? 'Somebody who has left',
    }));
    const people = [...new Set(ids)].map((personId) => ({ id: personId, name: names.get(personId) ?? '' }));
    const body = <LeadsPage {...{ organisation: one, leads, people, ...remembered }} />;
    const crumb = { href: organisations.one(one.id, one.name), label: one.name };
    return { title: leadsTitle(one.name), noindex: true, crumb, body };
  });
}

async function numbersPage(ctx: Ctx, id: string, remembered: Remembered): Promise<Page> {
  permit(isPerson(ctx.actor));
  const one = await organisation(ctx.db.open, id);
  permit(canSetSafetyNumbers(ctx.actor, id), { hidden: true });
  const areas = await coveredAreas(ctx.db.open, id);
  const body = <SafetyNumbersPage {...{ centre: one, areas, ...remembered }} />;
  const crumb = { href: organisations.one(one.id, one.name), label: one.name };
  return { title: safetyNumbersTitle, noindex: true, crumb, body };
}
