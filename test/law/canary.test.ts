import { sql } from 'kysely';
import { parse } from 'node-html-parser';
import { expect } from 'vitest';
import { canary, everything } from '../helpers/canary.ts';
import { dbTest } from '../helpers/db.ts';
import { hostileTown } from '../helpers/hostile-town.ts';
import { busyThings } from '../helpers/things.ts';

const readers = ['nobody', 'passer-by', 'admin of A', 'admin of B', 'centre A', 'coordinator'] as const;

for (const who of readers) {
  dbTest(`T-XSS what anybody wrote stays words on every page ${who} can open`, async (town) => {
    const there = await hostileTown(town);
    const answers = await everything(town, there, { who, asked: canary });

    const wrong = answers.filter(({ status, type, body }) => {
      if (status >= 500) return true;
      return type.startsWith('text/html')
        ? runs(body)
        : !/^(application|text\/(xml|plain|csv|css))/.test(type);
    });

    expect(wrong.map(({ status, path }) => `${status} ${path}`)).toEqual([]);
    expect(answers.filter(({ body }) => body.includes('&lt;svg onload')).length).toBeGreaterThan(8);
  });
}

function runs(html: string): boolean {
  return html.includes('<svg onload') || parse(html).querySelector('[onload]') !== null;
}

dbTest('T-XSS a web address that is a script is no link', async (town) => {
  const there = await busyThings(town);
  for (const table of ['register.organisation', 'register.service']) {
    await sql`update ${sql.table(table)} set website = 'javascript:window.__x=1'`.execute(town.owner);
  }

  const answers = await everything(town, there, { who: 'nobody', asked: canary });

  const links = answers.flatMap(({ type, body }) =>
    type.startsWith('text/html') ? parse(body).querySelectorAll('a[href^="javascript:" i]') : [],
  );
  expect(links.map((link) => link.outerHTML)).toEqual([]);
});
