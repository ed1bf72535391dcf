import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import { type Browser, chromium, type Page } from '@playwright/test';
import { Hono } from 'hono';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { frameWords } from '../../test/helpers/gallery/pages.tsx';
import { isWorked, workBits } from '../platform/human/work.ts';
import { Field } from '../ui/fields.tsx';
import { Button, ButtonRow, Form, Hidden, Saved } from '../ui/form.tsx';
import { drawPage } from '../ui/frame.tsx';

const strict = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'";
const words = ['food parcels', 'food growing', 'foodbank driver'];

const kept: string[] = [];
let offline = false;
let browser: Browser;
let server: ReturnType<typeof serve>;
let origin = '';

beforeAll(async () => {
  const app = await town();
  await new Promise((ready) => {
    server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, (address: AddressInfo) => {
      origin = `http://127.0.0.1:${address.port}`;
      ready(undefined);
    });
  });
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
  });
}, 60_000);

afterAll(async () => {
  await browser.close();
  server.close();
});

test('suggestions come while typing and are chosen from the keyboard', async () => {
  const page = await open('/');

  await page.getByLabel('What are you looking for?').pressSequentially('foo');
  await page.getByRole('listbox').waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');

  expect(await page.getByLabel('What are you looking for?').inputValue()).toBe('food growing');
  expect(await page.getByRole('listbox').count()).toBe(0);
});

test('suggestions go away with Escape and can be pressed', async () => {
  const page = await open('/');
  const input = page.getByLabel('What are you looking for?');

  await input.pressSequentially('foo');
  await page.getByRole('listbox').waitFor();
  await page.keyboard.press('Escape');
  expect(await input.getAttribute('aria-expanded')).toBe('false');
  await input.pressSequentially('d');
  await page.getByRole('option', { name: 'foodbank driver' }).click();

  expect(await input.inputValue()).toBe('foodbank driver');
});

test('a form is kept while somebody writes, with the version it then has', async () => {
  const page = await open('/');

  await page.getByLabel('Your story').fill('We moved here');
  await page.getByText(/^Saved at \d+\.\d\d\.$/).waitFor();

  expect(kept.at(-1)).toBe('version=1&q=&story=We+moved+here');
  expect(await page.locator('[name=version]').inputValue()).toBe('2');
});

test('a browser works until the server is content, and sends the form by itself', async () => {
  const page = await open('/work');

  await page.waitForURL('**/worked', { timeout: 60_000 });

  expect(isWorked('tell.token', (await page.textContent('body')) ?? '')).toBe(true);
  expect(isWorked('tell.another', (await page.textContent('body')) ?? '')).toBe(false);
}, 90_000);

test('without a connection the form says so and loses nothing', async () => {
  const page = await open('/');
  offline = true;

  await page.getByLabel('Your story').fill('We moved here');
  await page.getByText('What you wrote stays on this page').waitFor();
  offline = false;

  expect(await page.getByLabel('Your story').inputValue()).toBe('We moved here');
});

async function open(path: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(origin + path, { waitUntil: 'networkidle' });
  return page;
}

async function town(): Promise<Hono> {
  const scripts = await builtScripts();
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    c.header('content-security-policy', strict);
  });
  app.get('/', (c) => c.html(storyPage()));
  app.get('/work', (c) => c.html(workPage()));
  app.post('/worked', async (c) => c.text(String((await c.req.parseBody()).answer)));
  app.get('/words', (c) => {
    const q = c.req.query('q') ?? '';
    const items = words
      .filter((word) => word.startsWith(q))
      .map((word) => ({ value: word, label: word, note: '' }));
    return c.json({ items });
  });
  app.post('/keep', async (c) => {
    if (offline) return c.text('', 503);
    kept.push(await c.req.text());
    return c.json({ version: 2 });
  });
  app.get('/:script{.+\\.js}', (c) => {
    c.header('content-type', 'text/javascript');
    return c.body(scripts.get(c.req.param('script')) ?? '');
  });
  return app;
}

function storyPage(): string {
  const body = (
    <>
      <h1>Your story</h1>
      <Form name="tell-story" action="/tell" version={1} autosave="/keep">
        <Field name="q" label="What are you looking for?" suggest="/words" />
        <Field name="story" type="textarea" label="Your story" />
        <ButtonRow>
          <Button>Send</Button>
        </ButtonRow>
        <Saved />
      </Form>
    </>
  );
  return drawPage({ title: 'Your story', body }, frameWords(String));
}

function workPage(): string {
  const body = (
    <>
      <h1>One more step</h1>
      <Form name="prove" action="/worked" work={{ on: 'tell.token', bits: workBits }}>
        <Hidden name="answer" value="" />
        <Saved />
        <ButtonRow>
          <Button>Send</Button>
        </ButtonRow>
      </Form>
    </>
  );
  return drawPage({ title: 'One more step', body }, frameWords(String));
}

async function builtScripts(): Promise<Map<string, string>> {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      target: 'es2022',
      modulePreload: { polyfill: false },
      rollupOptions: {
        input: ['loader', 'suggest', 'saving', 'work'].map((name) => `${folder}${name}.ts`),
        output: { entryFileNames: '[name].js' },
      },
    },
  });
  const chunks = [built].flat().flatMap((bundle) => ('output' in bundle ? bundle.output : []));
  return new Map(
    chunks.flatMap((chunk) => (chunk.type === 'chunk' ? [[chunk.fileName, chunk.code] as const] : [])),
  );
}
