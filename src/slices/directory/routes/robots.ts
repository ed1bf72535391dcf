import { get, type Route, textReply } from '../../../platform/http/route.ts';
import { network } from '../../network/door.ts';
import { allDocuments } from '../queries/documents.ts';

/** What one file of this kind may hold, by its standard, is 50,000. */
const sitemapMax = 45_000;

export const routes: readonly Route[] = [
  get('/robots.txt', 'anyone', {}, async (ctx) => {
    const { practice, publishedAt } = await network(ctx.db.open);
    const closed = 'User-agent: *\nDisallow: /\n';
    const real = `User-agent: *\nDisallow: /search?\nDisallow: /map?\nDisallow: /map/\nDisallow: /searches/\n\nSitemap: ${ctx.publicUrl}/sitemap.xml\n`;
    return textReply(practice || !publishedAt ? closed : real);
  }),

  get('/sitemap.xml', 'anyone', {}, async (ctx) => {
    const { practice, publishedAt } = await network(ctx.db.open);
    const documents = practice || !publishedAt ? [] : await allDocuments(ctx.db.open, sitemapMax);
    const pages = documents.flatMap(
      ({ id, kind, name }) => ctx.house.documentsByKind.get(kind)?.url(id, name) ?? [],
    );
    const lines = ['/', '/search', ...pages].map(
      (path) => `<url><loc>${escaped(ctx.publicUrl + path)}</loc></url>`,
    );
    return textReply(
      `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${lines.join('\n')}
</urlset>
`,
      'application/xml',
    );
  }),
];

function escaped(address: string): string {
  return address.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
