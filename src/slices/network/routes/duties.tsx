import type { JSX } from 'preact';
import { newestBackups } from '../../../platform/backup/state.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import { addDays } from '../../../platform/dates.ts';
import { checks } from '../../../platform/health.ts';
import { constant, get, json, page, type Route, textReply } from '../../../platform/http/route.ts';
import { metricsText } from '../../../platform/metrics.ts';
import { permit } from '../../../platform/permit.ts';
import { hashOf } from '../../../platform/secrets.ts';
import { AboutPage } from '../pages/about.tsx';
import { AccessibilityPage } from '../pages/accessibility.tsx';
import { ExpectPage } from '../pages/expect.tsx';
import { HelpPage } from '../pages/help.tsx';
import { OpenDataPage } from '../pages/open-data.tsx';
import { PrivacyPage } from '../pages/privacy.tsx';
import { StatusPage } from '../pages/status.tsx';
import { TermsPage } from '../pages/terms.tsx';
import { WrongPage } from '../pages/wrong.tsx';
import { canReadMetrics, canSeeBackups } from '../permits.ts';
import { network } from '../queries.ts';
import { network as urls } from '../urls.ts';
import type { Network } from '../words/network.ts';

/** Two weeks of nights. */
const shownBackups = 14;

export const routes: readonly Route[] = [
  duty(urls.privacy(), 'What we keep about you', (of, ctx) => (
    <PrivacyPage network={of} held={ctx.house.heldAbout} kept={ctx.house.retain} uses={ctx.house.uses} />
  )),
  duty(urls.accessibility(), 'Using this site', (of) => <AccessibilityPage network={of} />),
  duty(urls.terms(), 'What you agree to here', (of) => <TermsPage network={of} />),
  duty(urls.expect(), 'What you can expect', (of) => <ExpectPage network={of} />),
  duty(urls.about(), 'Made with Joinery', (of) => <AboutPage network={of} />),
  duty(urls.help(), 'Help', (of) => <HelpPage network={of} />),
  duty(urls.wrong(), 'Something went wrong', (of) => <WrongPage network={of} />),
  duty(urls.openData(), 'Open data', (of, ctx) => (
    <OpenDataPage network={of} publicUrl={ctx.publicUrl} addresses={urls.api()} />
  )),

  get(urls.status(), 'anyone', {}, async (ctx) =>
    page({
      title: 'Is everything working?',
      body: (
        <StatusPage
          network={await network(ctx.db.open)}
          now={ctx.machineNow}
          checks={await checks(ctx)}
          backups={canSeeBackups(ctx.actor) ? await newestBackups(ctx.db.open, shownBackups) : undefined}
          backsUp={ctx.backsUp ?? false}
        />
      ),
    }),
  ),

  constant(urls.alive(), { alive: true }),

  get(urls.ready(), 'anyone', {}, async (ctx) => {
    const all = await checks(ctx);
    const ready = all.every((check) => check.ok);
    const headers = { 'Cache-Control': 'no-store' };
    const named = Object.fromEntries(all.map((check) => [check.name, check.ok]));
    return json({ ready, checks: named }, ready ? 200 : 503, { headers });
  }),

  get(urls.metrics(), 'this machine, or the token', {}, async (ctx, { request }) => {
    const showsToken = ctx.metricsToken !== undefined && isSame(request.bearer ?? '', ctx.metricsToken);
    permit(canReadMetrics(ctx.actor, { direct: request.direct, showsToken }), { hidden: true });
    const headers = { 'Cache-Control': 'no-store' };
    return textReply(await metricsText(ctx), 'text/plain; version=0.0.4', 200, { headers });
  }),

  get(urls.securityTxt(), 'anyone', {}, async (ctx) => {
    const { hubEmail } = await network(ctx.db.open);
    // RFC 9116: a date at most a year ahead, so that a file nobody keeps shows its age.
    const expires = addDays(ctx.machineNow, 180).toISOString();
    return textReply(
      [
        `Contact: mailto:${hubEmail}`,
        `Expires: ${expires}`,
        'Preferred-Languages: en',
        `Canonical: ${ctx.publicUrl}${urls.securityTxt()}`,
        '',
      ].join('\n'),
    );
  }),
];

/** Hashes, so that how long it takes tells nothing about the token. */
function isSame(shown: string, token: string): boolean {
  return hashOf(shown).equals(hashOf(token));
}

/** A public page whose words come from the network itself. */
function duty(path: string, title: string, draw: (of: Network, ctx: Ctx) => JSX.Element): Route {
  return get(path, 'anyone', {}, async (ctx) => {
    const of = await network(ctx.db.open);
    return page({ title, canonical: ctx.publicUrl + path, body: draw(of, ctx) });
  });
}
