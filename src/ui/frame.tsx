import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { PracticeBanner, SecondKeyBanner, ViewingBanner } from './banners.tsx';
import { Picture, type PictureWords } from './picture.tsx';
import { Crumb, type Link, Mark, PhoneLink } from './words.tsx';

/** What a page says. It draws its own <h1>, with the same words as `title`. */
export type Page = {
  title: string;
  body: ComponentChildren;
  /** Stands on the dark bar over the page (the front door); then the <h1> belongs in here. */
  hero?: ComponentChildren;
  crumb?: Link | undefined;
  /** The address in the navigation that this page belongs to. */
  current?: string | undefined;
  description?: string | undefined;
  canonical?: string | undefined;
  noindex?: boolean | undefined;
  /** In a frame on somebody else's site: nothing around it, and perhaps a colour of theirs. */
  bare?: { look?: FrameWords['look'] } | undefined;
  jsonLd?: object | undefined;
};

/** What the network says around every page. */
export type FrameWords = {
  networkName: string;
  hubName: string;
  hubPhone: string;
  footLine: string;
  practice: boolean;
  /** For visitors; somebody signed in gets Inbox, Search, `memberNav` and their name. */
  nav: Link[];
  memberNav?: Link[] | undefined;
  signedIn?: { name: string } | undefined;
  /** Where a second key is shown, for somebody whose positions wait for it. */
  secondKey?: string | undefined;
  /** With whose eyes somebody is looking; then nothing can be done but to end it. */
  viewing?: string | undefined;
  /** A notice over every page; one that warns has another colour and is said to be one. */
  banner?: { text: string; warns: boolean } | undefined;
  stylesheet: string;
  /** A colour of the network's own, and the sheet that puts it on. */
  look?: { colour: string; sheet: string } | undefined;
  /** In place of the mark. */
  logo?: PictureWords | undefined;
  /** Addresses of the built scripts by name: `loader`, and one for each island. */
  scripts: { [island: string]: string };
  lang: string;
};

export function drawPage(page: Page, frame: FrameWords): string {
  const body = renderToString(page.bare ? <BareBody page={page} /> : <Body page={page} frame={frame} />);
  const head = renderToString(<Head page={page} frame={frame} islands={islandsIn(body)} />);
  const lang = new Intl.Locale(frame.lang).toString();
  const end = head.length - '</head>'.length;
  return [
    '<!doctype html>',
    `<html lang="${lang}">`,
    `${head.slice(0, end)}${linkedData(page.jsonLd)}</head>`,
    body,
    '</html>\n',
  ].join('\n');
}

function islandsIn(html: string): string[] {
  return [...new Set([...html.matchAll(/ data-island="([a-z]+)"/g)].map((match) => match[1] ?? ''))];
}

function linkedData(data: object | undefined): string {
  if (data === undefined) return '';
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  return `<script type="application/ld+json">${json}</script>`;
}

function Head({ page, frame, islands }: { page: Page; frame: FrameWords; islands: string[] }) {
  const look = page.bare?.look ?? frame.look;
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${page.title} · ${frame.networkName}`}</title>
      {page.description && <meta name="description" content={page.description} />}
      {page.noindex && <meta name="robots" content="noindex" />}
      {page.canonical && <link rel="canonical" href={page.canonical} />}
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" content={look?.colour ?? '#12483b'} />
      <link rel="icon" href="/mark.svg" type="image/svg+xml" />
      <link rel="stylesheet" href={frame.stylesheet} />
      {look && <link rel="stylesheet" href={look.sheet} />}
      {page.bare && <base target="_top" />}
      <Loader islands={islands} scripts={frame.scripts} />
    </head>
  );
}

/** The only script of a page; it stands there only when a part of the page asks for an island. */
function Loader({ islands, scripts }: { islands: string[]; scripts: FrameWords['scripts'] }) {
  const known = islands.filter((island) => scripts[island] !== undefined);
  if (known.length === 0 || scripts.loader === undefined) return null;
  const addresses = Object.fromEntries(known.map((island) => [`data-${island}`, scripts[island]]));
  return <script type="module" src={scripts.loader} data-loader="" {...addresses} />;
}

/** Its links leave the frame; what a form asks stays in it (`base` above, `target` of the form). */
function BareBody({ page }: { page: Page }) {
  return (
    <body>
      <main id="main" class="bare" aria-label={page.title}>
        {page.body}
      </main>
    </body>
  );
}

function Body({ page, frame }: { page: Page; frame: FrameWords }) {
  return (
    <body>
      <a class="skip" href="#main">
        Skip to the page
      </a>
      {frame.practice && <PracticeBanner />}
      {frame.banner && (
        <aside
          class={frame.banner.warns ? 'practice warns' : 'practice'}
          aria-label={`From ${frame.hubName}`}
        >
          <div class="wrap">
            <p>
              {frame.banner.warns && <b>Important: </b>}
              {frame.banner.text}
            </p>
          </div>
        </aside>
      )}
      {frame.viewing && <ViewingBanner as={frame.viewing} />}
      {frame.secondKey && <SecondKeyBanner href={frame.secondKey} />}
      <Top page={page} frame={frame} />
      {page.hero ? (
        <main id="main">
          <div class="hero joint">
            <div class="wrap">
              <Mark size={184} board="#2b7562" />
              {page.hero}
            </div>
          </div>
          <div class="page wrap">{page.body}</div>
        </main>
      ) : (
        <main id="main" class="page wrap">
          {page.crumb && <Crumb {...page.crumb} />}
          {page.body}
        </main>
      )}
      <Foot frame={frame} />
    </body>
  );
}

function Top({ page, frame }: { page: Page; frame: FrameWords }) {
  const links = navigation(frame);
  return (
    <header class={page.hero ? 'top' : 'top joint'}>
      <div class="wrap">
        <a class="brand" href="/">
          {frame.logo ? <Picture {...frame.logo} most={{ width: 120, height: 44 }} /> : <Mark size={36} />}
          <span>{frame.networkName}</span>
        </a>
        <nav aria-label="Main">
          <ul class="nav">
            {links.map(({ href, label }) => (
              <li key={href}>
                <a href={href} aria-current={href === page.current ? 'page' : undefined}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  );
}

function navigation(frame: FrameWords): Link[] {
  if (frame.signedIn === undefined) return frame.nav;
  return [
    { href: '/inbox', label: 'Inbox' },
    { href: '/search', label: 'Search' },
    ...(frame.memberNav ?? []),
    { href: '/me', label: frame.signedIn.name },
  ];
}

const footLinks: Link[] = [
  { href: '/privacy', label: 'What we keep about you' },
  { href: '/wrong', label: 'Something went wrong' },
  { href: '/accessibility', label: 'Using this site' },
  { href: '/open-data', label: 'Open data' },
  { href: '/help', label: 'Help' },
  { href: '/about', label: 'Made with Joinery' },
];

function Foot({ frame }: { frame: FrameWords }) {
  return (
    <footer class="foot">
      <div class="wrap">
        <p class="text">
          {frame.footLine}
          {frame.hubPhone && (
            <>
              {' '}
              {frame.hubName}: <PhoneLink number={frame.hubPhone} />.
            </>
          )}
        </p>
        <ul>
          {footLinks.map(({ href, label }) => (
            <li key={href}>
              <a href={href}>{label}</a>
            </li>
          ))}
        </ul>
      </div>
    </footer>
  );
}
