import type { Hono } from 'hono';
import { machineNow } from './platform/clock.ts';
import type { NetworkWords } from './platform/contributions.ts';
import type { Source, Words } from './platform/http/context.ts';
import { imageRoute } from './platform/http/image-route.ts';
import type { Kept } from './platform/http/kept.ts';
import { openapiRoute } from './platform/http/openapi.ts';
import type { Route } from './platform/http/route.ts';
import { type Shop, serve } from './platform/http/server.ts';
import { routes as directoryApi } from './slices/directory/api.ts';
import { routes as areaPages } from './slices/directory/routes/area.tsx';
import { routes as embedding } from './slices/directory/routes/embed.tsx';
import { routes as front } from './slices/directory/routes/front.tsx';
import { routes as mapData } from './slices/directory/routes/map.ts';
import { routes as robots } from './slices/directory/routes/robots.ts';
import { routes as savedSearches } from './slices/directory/routes/saved.tsx';
import { routes as searching } from './slices/directory/routes/search.tsx';
import { routes as synonyms } from './slices/directory/routes/synonyms.tsx';
import { routes as mergers } from './slices/duplicates/routes/mergers.tsx';
import { routes as nobodyLost } from './slices/hub/routes/board.tsx';
import { routes as hub } from './slices/hub/routes/hub.tsx';
import { routes as hubSettings } from './slices/hub/routes/settings.tsx';
import { routes as bringing } from './slices/interchange/routes/bringing.tsx';
import { routes as everything } from './slices/interchange/routes/everything.tsx';
import { routes as feeds } from './slices/interchange/routes/feeds.tsx';
import { routes as groundwork } from './slices/interchange/routes/ground.tsx';
import { routes as lists } from './slices/interchange/routes/imports.tsx';
import { routes as volunteeringFeed } from './slices/interchange/routes/volunteering-feed.ts';
import { routes as loops } from './slices/loops/routes/inbox.tsx';
import { routes as tenMinutes } from './slices/loops/routes/ten-minutes.tsx';
import { routes as helloPages } from './slices/neighbours/routes/hellos.tsx';
import { routes as neighbourPages } from './slices/neighbours/routes/neighbours.tsx';
import { routes as needPairs } from './slices/neighbours/routes/pairs.tsx';
import { routes as duties } from './slices/network/routes/duties.tsx';
import { routes as holidays } from './slices/network/routes/holidays.tsx';
import { routes as networkLogo } from './slices/network/routes/logo.tsx';
import { routes as settings } from './slices/network/routes/settings.tsx';
import { routes as following } from './slices/notifications/routes.tsx';
import { routes as accountChanges } from './slices/people/routes/account.tsx';
import { routes as keys } from './slices/people/routes/keys.tsx';
import { routes as account } from './slices/people/routes/me.tsx';
import { routes as elsewhere } from './slices/people/routes/provider.tsx';
import { askSecondKey, routes as secondKey } from './slices/people/routes/second-key.tsx';
import { routes as setElsewhere } from './slices/people/routes/set-provider.tsx';
import { routes as signIn } from './slices/people/routes/sign-in.tsx';
import { routes as viewAs } from './slices/people/routes/view-as.tsx';
import { formsRoute, routes as practice } from './slices/practice/routes.tsx';
import { routes as privacy } from './slices/privacy/routes.ts';
import { routes as referrals } from './slices/referrals/routes.ts';
import { routes as registerApi } from './slices/register/api.ts';
import { routes as appointing } from './slices/register/routes/appointing.tsx';
import { routes as branches } from './slices/register/routes/branches.tsx';
import { routes as undoing } from './slices/register/routes/bulk-undo.tsx';
import { routes as centres } from './slices/register/routes/centres.tsx';
import { routes as claiming } from './slices/register/routes/claims.tsx';
import { routes as histories } from './slices/register/routes/history.tsx';
import { routes as keeping } from './slices/register/routes/keeping.tsx';
import { routes as leaving } from './slices/register/routes/leaving.tsx';
import { routes as logos } from './slices/register/routes/logo.tsx';
import { routes as positions } from './slices/register/routes/people.tsx';
import { routes as pictures } from './slices/register/routes/pictures.tsx';
import { routes as proving } from './slices/register/routes/proof.tsx';
import { routes as records } from './slices/register/routes/records.tsx';
import { routes as recovering } from './slices/register/routes/recovery.tsx';
import { routes as registering } from './slices/register/routes/registering.tsx';
import { routes as keyRules } from './slices/register/routes/second-keys.tsx';
import { routes as settingUp } from './slices/register/routes/setting-up.tsx';
import { routes as suggesting } from './slices/register/routes/suggesting.tsx';
import { routes as taking } from './slices/register/routes/taking.tsx';
import { routes as trusting } from './slices/register/routes/trusting.tsx';
import { routes as supportLog } from './slices/support/routes/log.tsx';
import { routes as volunteering } from './slices/volunteering/routes.ts';
import { drawPage } from './ui/frame.tsx';

/** Every address of Joinery, slice by slice. */
const ofSlices: readonly Route[] = [
  ...signIn,
  ...elsewhere,
  ...setElsewhere,
  ...secondKey,
  ...account,
  ...keys,
  ...accountChanges,
  ...viewAs,
  ...loops,
  ...privacy,
  ...tenMinutes,
  ...taking,
  ...registering,
  ...leaving,
  ...appointing,
  ...centres,
  ...keeping,
  ...proving,
  ...claiming,
  ...suggesting,
  ...branches,
  ...histories,
  ...undoing,
  ...trusting,
  ...positions,
  ...keyRules,
  ...recovering,
  ...logos,
  ...pictures,
  ...supportLog,
  ...mergers,
  ...everything,
  ...following,
  ...referrals,
  ...neighbourPages,
  ...helloPages,
  ...needPairs,
  ...volunteering,
  ...volunteeringFeed,
  ...records,
  ...settingUp,
  ...registerApi,
  ...front,
  ...searching,
  ...mapData,
  ...embedding,
  ...savedSearches,
  ...synonyms,
  ...areaPages,
  ...robots,
  ...directoryApi,
  ...duties,
  ...settings,
  ...holidays,
  ...networkLogo,
  ...practice,
  ...bringing,
  ...lists,
  ...groundwork,
  ...feeds,
  ...nobodyLost,
  ...hub,
  ...hubSettings,
];

export const routes: readonly Route[] = [
  ...ofSlices,
  imageRoute,
  formsRoute(ofSlices),
  openapiRoute(ofSlices),
];

export interface AppParts extends Source {
  readonly words: Words;
  readonly kept?: Kept;
  readonly trustedProxy: string;
  readonly files: Shop['files'];
  /** Addresses of the built style sheet and scripts. */
  readonly assets: { stylesheet: string; scripts: Record<string, string> };
}

export function makeApp(parts: AppParts): Hono {
  return serve({
    ...parts,
    routes,
    askSecondKey,
    draw: (page, around) =>
      drawPage(around.words.practice || !around.words.open ? { ...page, noindex: true } : page, {
        networkName: around.words.name,
        hubName: 'Hub',
        hubPhone: around.words.hubPhone,
        footLine: around.foot,
        practice: around.words.practice,
        banner: bannerNow(around.words),
        lang: around.words.language,
        nav: [
          { href: '/search', label: 'Get help' },
          { href: '/roles', label: 'Volunteer' },
          { href: '/map', label: 'Map' },
          { href: '/register', label: 'Groups' },
          { href: '/sign-in', label: 'Sign in' },
        ],
        signedIn: around.who?.viewing ? undefined : around.who && { name: around.who.name },
        viewing: around.who?.viewing,
        secondKey: around.who?.waits && !page.isOpenNow ? '/second-key' : undefined,
        stylesheet: parts.assets.stylesheet,
        look: around.words.look,
        logo: around.words.logo,
        scripts: parts.assets.scripts,
      }),
  });
}

/** The notice over every page, while it counts by network time. */
function bannerNow({ banner, hoursAhead }: NetworkWords): { text: string; warns: boolean } | undefined {
  const now = new Date(machineNow().getTime() + hoursAhead * 3_600_000);
  const isOver =
    (banner.from !== null && now < banner.from) || (banner.until !== null && now >= banner.until);
  return banner.text === '' || isOver ? undefined : banner;
}
