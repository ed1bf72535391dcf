import type pg from 'pg';
import { isAway } from './away.ts';
import { newPool } from './open.ts';

/** What the job queue takes as a reason to try again, first after three seconds, in the end every two minutes. */
const notYet = '57P03';

/**
 * A pool for the job queue. The queue tries again what failed for want of a database, but only where the error says so
 * with a code it knows. At a socket that refuses or a connection that broke it gives up, and the whole program with it.
 */
export function patientPool(connectionString: string, max: number): pg.Pool {
  const pool = newPool(connectionString, max);
  pool.on('connect', (client) => replace(client, 'query', patiently(client, client.query)));
  replace(pool, 'connect', patiently(pool, pool.connect));
  return pool;
}

function replace(thing: object, name: string, value: unknown): void {
  Object.defineProperty(thing, name, { value, configurable: true });
}

type Work = (...given: never[]) => unknown;

function patiently(on: object, work: Work): (...given: readonly unknown[]) => unknown {
  return (...given) => {
    const result: unknown = Reflect.apply(work, on, given);
    return result instanceof Promise ? result.catch(sayNotYet) : result;
  };
}

function sayNotYet(problem: unknown): never {
  if (!isAway(problem)) throw problem;
  throw Object.assign(new Error('The database is away.', { cause: problem }), { code: notYet });
}
