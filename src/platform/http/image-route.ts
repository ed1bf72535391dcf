import { imageBytes } from '../images.ts';
import { byId, get, type Route } from './route.ts';

/** An image has its id for ever, so a browser need not ask again. It is shown as a picture and as nothing else. */
const headers = {
  'Cache-Control': 'public, max-age=31536000, immutable',
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'Content-Disposition': 'inline',
};

export const imageRoute: Route = get('/images/:id', 'anyone', { params: byId }, async (ctx, { params }) => {
  const { type, body } = await imageBytes(ctx.db.open, params.id);
  return { kind: 'bytes', status: 200, type, body, headers };
});
