import type { Ctx } from '../../../../platform/ctx.ts';
import { NotFound } from '../../../../platform/errors.ts';
import { answerForm, type Remembered } from '../../../../platform/forms.ts';
import { byId, get, type Page, page, post, type Route, redirect } from '../../../../platform/http/route.ts';
import { isPerson, permit } from '../../../../platform/permit.ts';
import { areasByIds } from '../../../areas/door.ts';
import { cardFacts, cardsByIds, organisation, servicesOf } from '../../../register/door.ts';
import { organisations } from '../../../register/urls.ts';
import { answerMatch, sayPlaces } from '../../actions/board/boards.ts';
import { MatchPage, matchTitle, PlacesPage, placesTitle } from '../../pages/board/boards.tsx';
import { canSayPlaces } from '../../permits/board.ts';
import { board, matchesById, placesOf } from '../../queries/board/boards.ts';
import { boards } from '../../urls.ts';
import { AnswerMatch, SayPlaces } from '../../words/board.ts';

const staff = 'its workers and admins';
const asked = 'whoever has the places';

export const routes: readonly Route[] = [
  get('/organisations/:id/spare-places', staff, { params: byId }, async (ctx, { params }) =>
    page(await placesPage(ctx, params.id, {})),
  ),

  post(
    '/organisations/:id/spare-places',
    staff,
    { params: byId, fields: Object.keys(SayPlaces.shape) },
    async (ctx, { params, form }) => {
      await placesPage(ctx, params.id, {});
      return answerForm(
        SayPlaces,
        form,
        async (input) => {
          await sayPlaces(ctx, params.id, input);
          return redirect(boards.places(params.id));
        },
        (problems) => placesPage(ctx, params.id, { values: form, problems }),
      );
    },
  ),

  get('/matches/:id', asked, { params: byId }, async (ctx, { params }) =>
    page(await matchPage(ctx, params.id, {})),
  ),

  post('/matches/:id', asked, { params: byId, fields: ['answer'] }, async (ctx, { params, form }) => {
    await matchPage(ctx, params.id, {});
    return answerForm(
      AnswerMatch,
      form,
      async (input) => {
        await answerMatch(ctx, params.id, input);
        return redirect(boards.match(params.id));
      },
      (problems) => matchPage(ctx, params.id, { values: form, problems }),
    );
  }),
];

async function placesPage(ctx: Ctx, id: string, remembered: Remembered): Promise<Page> {
  permit(isPerson(ctx.actor));
  const one = await organisation(ctx.db.open, id);
  permit(canSayPlaces(ctx.actor, id), { hidden: true });
  const said = await placesOf(ctx.db.open, id);
  const own = (await servicesOf(ctx.db.open, id)).filter(({ status }) => status === 'open');
  const services = own.map((service) => ({
    ...{ id: service.id, name: service.name },
    ...{ places: said.get(service.id)?.places, saidAt: said.get(service.id)?.saidAt },
  }));
  const body = <PlacesPage {...{ organisation: one, services, ...remembered }} now={ctx.now} />;
  const crumb = { href: organisations.one(one.id, one.name), label: one.name };
  return { title: placesTitle(one.name), noindex: true, crumb, body };
}

async function matchPage(ctx: Ctx, id: string, remembered: Remembered): Promise<Page> {
  permit(isPerson(ctx.actor));
  const db = ctx.db.open;
  const [match] = await matchesById(db, [id]);
  if (!match) throw new NotFound('match');
  permit(canSayPlaces(ctx.actor, match.organisationId), { hidden: true });
  const [area] = await areasByIds(db, [match.areaId]);
  const [facts] = await cardFacts(db, [match.serviceId]);
  const by = (await cardsByIds(db, [match.byOrganisationId])).get(match.byOrganisationId);
  const { name } = await board(db, match.boardId);
  const named = {
    by: by?.name ?? '',
    area: area?.name ?? '',
    service: facts?.service.name ?? '',
    board: name,
  };
  const body = <MatchPage {...{ match, ...named, ...remembered }} />;
  return { title: matchTitle, noindex: true, crumb: { href: '/inbox', label: 'Inbox' }, body };
}
