import { parse } from '../../../platform/forms.ts';
import {
  type Cookie,
  get,
  page,
  post,
  type Route,
  redirect,
  whileViewing,
} from '../../../platform/http/route.ts';
import { permit } from '../../../platform/permit.ts';
import { beginView } from '../actions/view-as.ts';
import { ViewAsPage } from '../pages/view-as.tsx';
import { canViewAs } from '../permits.ts';
import { people } from '../urls.ts';
import { ViewAs } from '../words/view-as.ts';

const title = 'See it with other eyes';
/** Long enough to look around, short enough not to be forgotten. */
const lastsSeconds = 3600;

export const routes: readonly Route[] = [
  get(people.viewAs(), 'whoever has a position', {}, (ctx) => {
    permit(canViewAs(ctx.actor));
    const crumb = { href: people.me(), label: 'Your page' };
    return page({ title, noindex: true, crumb, body: <ViewAsPage title={title} /> });
  }),

  whileViewing(
    post(people.viewAs(), 'whoever has a position', { fields: ['as'] }, async (ctx, { form }) => {
      const { as } = parse(ViewAs, form);
      if (as === 'myself') return redirect(people.me(), { cookies: [view('', 0)] });
      await beginView(ctx, as);
      return redirect('/', { cookies: [view(as, lastsSeconds)] });
    }),
  ),
];

function view(value: string, seconds: number): Cookie {
  return { name: 'view', value, seconds };
}
