import type { Database, Db } from './open.ts';

const lastsMs = 5000;

export interface Moments {
  now(): object;
  end(): void;
}

/** A moment ends with the next change of this process, and after five seconds because of the others. */
export function moments(clock: () => number = Date.now): Moments {
  let current = {};
  let until = 0;
  return {
    now() {
      if (clock() >= until) {
        current = {};
        until = clock() + lastsMs;
      }
      return current;
    },
    end() {
      until = 0;
    },
  };
}

/** What everybody may know and what seldom changes, such as the names of boroughs: read once in a moment for all who ask. */
export function known<Value>(read: (db: Db) => Promise<Value>): (database: Database) => Promise<Value> {
  const values = new WeakMap<object, Promise<Value>>();
  return (database) => {
    const moment = database.moment();
    const found = values.get(moment);
    if (found) return found;
    const value = read(database.open);
    values.set(moment, value);
    // Who asks next tries again.
    value.catch(() => values.delete(moment));
    return value;
  };
}
