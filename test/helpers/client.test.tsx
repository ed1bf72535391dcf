import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { Choices, Field, Tick } from '../../src/ui/fields.tsx';
import { Button, ButtonRow, Form, type Problems, type Values } from '../../src/ui/form.tsx';
import { drawPage } from '../../src/ui/frame.tsx';
import { Entries, Entry } from '../../src/ui/lists.tsx';
import { client } from './client.ts';
import { frameWords } from './gallery/pages.tsx';

const frame = frameWords((words) => words);

function askPage(values: Values, problems: Problems): string {
  const body = (
    <>
      <h1>Ask</h1>
      <Form name="enquire" action="/ask" version={7} values={values} problems={problems}>
        <Field name="story" type="textarea" label="What are you looking for?" />
        <Choices
          name="when"
          type="checkbox"
          legend="When?"
          options={[
            { value: 'day', label: 'Daytime' },
            { value: 'evening', label: 'Evenings' },
          ]}
        />
        <Tick name="agreed" label="You may ring me" />
        <ButtonRow>
          <Button>Send</Button>
          <Button kind="second" name="go" value="back">
            Back
          </Button>
        </ButtonRow>
      </Form>
    </>
  );
  return drawPage({ title: 'Ask', body }, frame);
}

function town(): { app: Hono; received: [string, string][][] } {
  const app = new Hono();
  const received: [string, string][][] = [];
  app.get('/ask', (c) => c.html(askPage({ story: 'Lunch', when: ['day'] }, {})));
  app.post('/ask', async (c) => {
    const form = new URLSearchParams(await c.req.text());
    received.push([...form]);
    if (form.get('story') === '') return c.html(askPage({}, { story: 'Say what it is about.' }), 422);
    c.header('set-cookie', 'asked=yes; Path=/; HttpOnly');
    return c.redirect('/mine', 303);
  });
  app.get('/mine', (c) => {
    const words = c.req.header('cookie') ?? 'nobody';
    const body = (
      <>
        <h1>Yours</h1>
        <Entries list="mine">
          <Entry id="1" href="/ask" name="Lunch" text={words} />
        </Entries>
      </>
    );
    return c.html(drawPage({ title: 'Yours', body }, frame));
  });
  return { app, received };
}

test('a form is sent as the page shows it, with what was typed laid over', async () => {
  const { app, received } = town();
  const browser = client({ app });

  const asked = await browser.submit(await browser.get('/ask'), 'enquire', { agreed: 'yes' });

  expect(received).toEqual([
    [
      ['version', '7'],
      ['story', 'Lunch'],
      ['when', 'day'],
      ['agreed', 'yes'],
    ],
  ]);
  expect(asked).toMatchObject({
    status: 200,
    url: '/mine',
    h1: 'Yours',
    title: 'Yours · Ambry Vale Together',
  });
});

test('cookies are carried on and lists can be read', async () => {
  const browser = client({ app: town().app });

  const mine = await browser.submit(await browser.get('/ask'), 'enquire');

  expect(mine.list('mine')).toEqual([{ id: '1', text: 'Lunch asked=yes', href: '/ask' }]);
});

test('a refusal is an alert with each problem at its field', async () => {
  const browser = client({ app: town().app });

  const refused = await browser.submit(await browser.get('/ask'), 'enquire', { story: '' });

  expect(refused).toMatchObject({ status: 422, problems: { story: 'Say what it is about.' } });
  expect(refused.alert).toContain('One thing to put right');
});

test('another button can be pressed, and a redirect left alone', async () => {
  const { app, received } = town();
  const browser = client({ app });

  const answer = await browser.submit(
    await browser.get('/ask'),
    'enquire',
    {},
    { press: 'Back', follow: false },
  );

  expect(answer.status).toBe(303);
  expect(received[0]).toContainEqual(['go', 'back']);
});

test('a field that the form does not have is a mistake', async () => {
  const browser = client({ app: town().app });
  const page = await browser.get('/ask');

  expect(() => browser.submit(page, 'enquire', { storey: 'Lunch' })).toThrow('has no field "storey"');
  expect(() => browser.submit(page, 'enquire', { when: 'night' })).toThrow('does not offer "night"');
});

test('links that lead nowhere are found', async () => {
  const browser = client({ app: town().app });
  await browser.get('/mine');

  const { app } = town();
  app.notFound((c) => c.text('nothing here', 404));

  expect(await browser.deadLinks()).toContain('404 /privacy, linked on /mine');
});

test('a page that breaks the law is not let through', async () => {
  const app = new Hono();
  app.get('/', (c) => c.html('<h1>Hello</h1>'));

  await expect(client({ app }).get('/')).rejects.toThrow('/ breaks the law of pages');
});
