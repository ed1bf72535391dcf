import { expect, test } from 'vitest';
import type { ShownPage } from '../../../../test/helpers/client.ts';
import { demoTest } from '../../../../test/helpers/demo-town.ts';
import { routes } from '../../../app.ts';
import { formless, forms } from './forms.ts';

test('every address that takes a form is named, and no other', () => {
  const taking = routes.filter((route) => route.method === 'POST').map((route) => `POST ${route.path}`);
  const named = [...Object.keys(forms), ...formless].filter((address) => address.startsWith('POST'));

  expect(named.sort()).toEqual(taking.sort());
});

demoTest('the forms of the pages go where the list says', async ({ browser }) => {
  const wrong: string[] = [];
  const seen = new Set<string>();
  for (const person of ['', 'group-organiser', 'centre-worker', 'centre-admin', 'coordinator']) {
    const visitor = await browser();
    if (person) await visitor.post('/practice/sign-in', { person });
    const open = ['/', '/search?q=lunch', '/me', '/inbox', '/register', '/practice', '/practice/forms'];
    for (const path of open) {
      const page = await visitor.get(path);
      for (const form of formsOn(page)) {
        seen.add(form.name);
        if (!fits(form)) wrong.push(`${form.name} on ${path} goes to ${form.method} ${form.action}`);
      }
      if (path === '/me' || path === '/inbox' || path.startsWith('/search'))
        open.push(...further(page, open));
    }
  }

  expect(wrong).toEqual([]);
  expect(seen.size).toBeGreaterThan(10);
});

interface Sent {
  name: string;
  method: string;
  action: string;
}

function formsOn(page: ShownPage): Sent[] {
  return page.root.querySelectorAll('form[data-form]').map((form) => ({
    name: form.getAttribute('data-form') ?? '',
    method: (form.getAttribute('method') ?? 'get').toUpperCase(),
    action: (form.getAttribute('action') ?? page.url).split('?')[0] ?? '',
  }));
}

function fits({ name, method, action }: Sent): boolean {
  return Object.entries(forms).some(([address, names]) => {
    const [known = '', path = ''] = address.split(' ');
    const shape = new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`);
    return known === method && names.includes(name) && shape.test(action);
  });
}

/** Some of the pages that this one leads to: enough to meet most forms. */
function further(page: ShownPage, open: readonly string[]): string[] {
  const links = page.root
    .querySelectorAll('main a[href^="/"]')
    .map((link) => link.getAttribute('href') ?? '')
    .filter((href) => !open.includes(href) && !href.startsWith('/search') && !href.startsWith('/practice'));
  return [...new Set(links)].slice(0, 6);
}
