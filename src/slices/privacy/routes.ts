import type { Route } from '../../platform/http/route.ts';
import { routes as breaches } from './routes/breaches.tsx';
import { routes as dataDesk } from './routes/desk.tsx';
import { routes as matters } from './routes/matters.tsx';
import { routes as processing } from './routes/processing.tsx';
import { routes as shared } from './routes/shared.tsx';

/** Every page of this slice, in order: an address with a word stands before one with an id in its place. */
export const routes: readonly Route[] = [...shared, ...matters, ...dataDesk, ...breaches, ...processing];
