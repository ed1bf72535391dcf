import { onTestFinished } from 'vitest';
import type { Egress } from '../../src/platform/egress/words.ts';
import { networkWords } from '../../src/platform/http/context.ts';
import { drainJobs } from '../../src/platform/jobs.ts';
import { egressTo, type LocalServer, localServer } from './bad-servers.ts';
import type { Town } from './db.ts';

export interface Sent {
  status?: number;
  type?: string;
  headers?: Record<string, string>;
  /** Sent as JSON, unless it is bytes or a text already. */
  body: unknown;
}

/** What a feed answers: by path, with the page it was asked for. */
export type Answers = (path: string, page: number) => Sent | undefined;

/** A feed of this test, that may change its mind. */
export async function feedServer(answers: Answers): Promise<LocalServer & { now: { answers: Answers } }> {
  const now = { answers };
  const server = await localServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://feeds.test');
    const sent = now.answers(url.pathname, Number(url.searchParams.get('page') ?? 1)) ?? {
      status: 404,
      body: { error: 'nothing here' },
    };
    const { status = 200, type = 'application/json', headers = {}, body } = sent;
    response.writeHead(status, { 'content-type': type, ...headers });
    response.end(typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body));
  });
  onTestFinished(() => server.close());
  return { ...server, now };
}

/** The services of a feed of 3.0, by pages, each whole. */
export function feedOf3(services: readonly object[], perPage = 2): Answers {
  const pages = Math.max(1, Math.ceil(services.length / perPage));
  return (path, page) => {
    if (path === '/oruk/') return { body: { version: 'HSDS-UK-3.0' } };
    if (path === '/oruk/services') {
      const contents = services.slice((page - 1) * perPage, page * perPage);
      return { body: envelope(contents, { page, pages, total: services.length }) };
    }
    const one = services.find((service) => 'id' in service && path === `/oruk/services/${service.id}`);
    return one && { body: one };
  };
}

export function envelope(
  contents: readonly unknown[],
  { page, pages, total }: { page: number; pages: number; total: number },
): object {
  return {
    ...{ total_items: total, total_pages: pages, page_number: page, size: contents.length },
    ...{ first_page: page === 1, last_page: page >= pages, empty: contents.length === 0, contents },
  };
}

/** A service as a good feed has it. */
export function service(number: number, more: object = {}): { id: string } & Record<string, unknown> {
  const id = `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
  return {
    id,
    name: `Warm room ${number}`,
    status: 'active',
    description: `<p>Tea &amp; company in room ${number}.</p>`,
    organization: {
      id: `${id.slice(0, -2)}${number % 2}9`,
      name: `Group ${number % 2}`,
      description: 'A group.',
    },
    schedules: [{ id: `s${number}`, byday: 'TU,TH', opens_at: '10:00:00', closes_at: '12:00:00' }],
    service_at_locations: [
      {
        id: `l${number}`,
        location: {
          id: `place-${number}`,
          location_type: 'physical',
          name: 'Mill Hall',
          addresses: [{ id: 'a', address_1: '4 Mill Lane', city: 'Eastlock', postal_code: 'EK1 1AA' }],
        },
      },
    ],
    ...more,
  };
}

/** A town that sees these servers, and no others, as the open web. */
export function among(town: Town, ...servers: readonly LocalServer[]): Egress {
  const egress = egressTo(...servers);
  Object.assign(town.source, { egress });
  Object.assign(town.jobsSource, { egress });
  return egress;
}

/** Does what waits: reads the feeds that are in line. */
export function whatWaits(town: Town): Promise<void> {
  return drainJobs(town.jobsSource, networkWords(town.jobsSource), town.urls.jobs);
}
