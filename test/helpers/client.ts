import { type HTMLElement, parse } from 'node-html-parser';
import { CookieJar } from './cookies.ts';
import { type FormValues, fillForm, readForm, type ShownForm } from './forms.ts';
import { brokenLaws, type LawOptions, spoken } from './html-law.ts';

export type ClientOptions = LawOptions & {
  app: { fetch(request: Request): Response | Promise<Response> };
  origin?: string;
};

export type ShownEntry = { id: string; text: string; href: string | undefined };

export type ShownPage = {
  status: number;
  /** Path and query of the page that was shown last. */
  url: string;
  headers: Headers;
  /** The body as it came, whatever its type. */
  body: string;
  /** The same before it was read as text. */
  bytes: Uint8Array;
  /** Empty when the answer was no page. */
  html: string;
  text: string;
  title: string;
  h1: string;
  alert: string | undefined;
  /** What is wrong, by the name of the field. */
  problems: Record<string, string>;
  root: HTMLElement;
  json(): unknown;
  form(name: string): ShownForm;
  hasForm(name: string): boolean;
  list(name: string): ShownEntry[];
};

export type Client = {
  get(path: string): Promise<ShownPage>;
  post(path: string, form?: FormValues, options?: { follow?: boolean }): Promise<ShownPage>;
  /** Fills in a form as the page shows it and presses its first button, or the one with these words. */
  submit(
    page: ShownPage,
    formName: string,
    values?: FormValues,
    options?: { follow?: boolean; press?: string },
  ): Promise<ShownPage>;
  /** The same with a file in one of its fields. */
  upload(
    page: ShownPage,
    formName: string,
    file: { field: string; name: string; body: string | Uint8Array<ArrayBuffer>; type?: string },
    values?: FormValues,
  ): Promise<ShownPage>;
  /** Internal links met so far, each with the page that has it. */
  links: Map<string, string>;
  /** Opens every link met so far; what does not answer, as "404 /x, linked on /y". */
  deadLinks(): Promise<string[]>;
  cookies: CookieJar;
};

/** Somebody with a browser without scripts. Each page that is shown has to keep the law of pages. */
export function client({ app, origin = 'http://localhost:3000', ...law }: ClientOptions): Client {
  const cookies = new CookieJar();
  const links = new Map<string, string>();

  async function send(path: string, init: RequestInit, follow: boolean, hops = 0): Promise<ShownPage> {
    const url = new URL(path, origin);
    const headers = new Headers(init.headers);
    if (cookies.header() !== '') headers.set('cookie', cookies.header());
    headers.set('host', url.host);
    headers.set('accept', 'text/html');
    const response = await app.fetch(new Request(url, { ...init, headers, redirect: 'manual' }));
    cookies.take(response.headers.getSetCookie());
    const to = response.headers.get('location');
    if (follow && to !== null && [301, 302, 303].includes(response.status)) {
      if (hops === 5) throw new Error(`${path} leads round in a circle`);
      const target = new URL(to, url);
      return send(target.pathname + target.search, {}, true, hops + 1);
    }
    const page = await show(response, url.pathname + url.search, law);
    for (const link of internalLinks(page, origin)) if (!links.has(link)) links.set(link, page.url);
    return page;
  }

  function get(path: string): Promise<ShownPage> {
    return send(path, {}, true);
  }

  function post(
    path: string,
    form: FormValues = {},
    { follow = true, from }: { follow?: boolean; from?: string } = {},
  ): Promise<ShownPage> {
    const headers = { origin, 'sec-fetch-site': 'same-origin', ...(from && { referer: origin + from }) };
    return send(path, { method: 'POST', headers, body: encoded(form) }, follow);
  }

  return {
    get,
    post,
    links,
    cookies,
    submit(page, formName, values = {}, { follow = true, press } = {}) {
      const { action, method, sent } = fillForm(page.form(formName), values, press);
      const path = new URL(action, new URL(page.url, origin));
      if (method === 'post') return post(path.pathname + path.search, sent, { follow, from: page.url });
      return get(`${path.pathname}?${encoded(sent)}`);
    },
    upload(page, formName, { field, name, body, type = 'text/csv' }, values = {}) {
      const { action, sent } = fillForm(page.form(formName), values, undefined);
      const data = new FormData();
      for (const [key, value] of encoded(sent)) if (key !== field) data.append(key, value);
      data.append(field, new File([body], name, { type }));
      const headers = { origin, 'sec-fetch-site': 'same-origin' };
      const path = new URL(action, new URL(page.url, origin));
      return send(path.pathname + path.search, { method: 'POST', headers, body: data }, true);
    },
    async deadLinks() {
      const dead: string[] = [];
      for (const [path, foundOn] of [...links]) {
        const { status } = await get(path);
        if (status >= 400) dead.push(`${status} ${path}, linked on ${foundOn}`);
      }
      return dead;
    },
  };
}

function encoded(form: FormValues): URLSearchParams {
  return new URLSearchParams(
    Object.entries(form).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
  );
}

/** How a page is drawn depends on no engine, so the older PostgreSQL is spared a second look at each. */
const looksAtPages = process.env.TEST_ENGINE !== '15';

async function show(response: Response, url: string, law: LawOptions): Promise<ShownPage> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const body = new TextDecoder().decode(bytes);
  const isPage = (response.headers.get('content-type') ?? '').includes('text/html');
  const html = isPage ? body : '';
  if (isPage && looksAtPages) {
    const broken = await brokenLaws(html, law);
    if (broken.length > 0) throw new Error(`${url} breaks the law of pages:\n- ${broken.join('\n- ')}`);
  }
  const root = parse(html, { comment: false });
  const alert = root.querySelector('[role=alert]');
  return {
    status: response.status,
    url,
    headers: response.headers,
    body,
    bytes,
    html,
    root,
    text: spoken(root.querySelector('main')),
    title: spoken(root.querySelector('title')),
    h1: spoken(root.querySelector('h1')),
    alert: alert === null ? undefined : spoken(alert),
    problems: problemsOf(root),
    json: () => JSON.parse(body),
    form: (name) => readForm(root, name, url),
    hasForm: (name) => root.querySelector(`form[data-form="${name}"]`) !== null,
    list: (name) => entriesOf(root, name, url),
  };
}

function problemsOf(root: HTMLElement): Record<string, string> {
  const problems: Record<string, string> = {};
  for (const control of root.querySelectorAll('[name][aria-describedby]')) {
    for (const id of (control.getAttribute('aria-describedby') ?? '').split(' ')) {
      const problem = root.querySelector(`.problem[id="${id}"]`);
      if (problem !== null) problems[control.getAttribute('name') ?? ''] = spoken(problem);
    }
  }
  return problems;
}

function entriesOf(root: HTMLElement, name: string, url: string): ShownEntry[] {
  const list = root.querySelector(`[data-list="${name}"]`);
  if (list === null) throw new Error(`${url} has no list "${name}"`);
  return list.querySelectorAll('[data-id]').map((entry) => ({
    id: entry.getAttribute('data-id') ?? '',
    text: spoken(entry),
    href: entry.querySelector('a[href]')?.getAttribute('href'),
  }));
}

/** Without those of a mail that is shown: they open only for whom it was sent to. */
function internalLinks(page: ShownPage, origin: string): string[] {
  return page.root
    .querySelectorAll('a[href]:not([rel=nofollow])')
    .map((link) => new URL(link.getAttribute('href') ?? '', new URL(page.url, origin)))
    .filter((link) => link.origin === origin)
    .map((link) => link.pathname + link.search);
}
