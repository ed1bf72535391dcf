import type { LookupFunction } from 'node:net';
import { isIPv6 } from 'node:net';
import type { buildConnector } from 'undici';
import { NotReached } from './words.ts';

/** An address and a port, as a connection is made to it. */
export interface Spot {
  readonly address: string;
  readonly port: number;
}

const connectMs = 5000;

/**
 * Connects to addresses that were checked, whatever the name means by now. Where the connection went in the end is
 * looked at once more, because a literal address never comes by a look-up.
 */
export async function checkedConnector(
  spots: readonly Spot[],
  mayReach: (spot: Spot) => boolean,
): Promise<buildConnector.connector> {
  const { buildConnector } = await import('undici');
  const connect = buildConnector({ timeout: connectMs, lookup: answering(spots), maxCachedSessions: 0 });
  return (options, done) => {
    connect(options, (problem, socket) => {
      if (!socket) return done(problem ?? new Error('There is no connection.'), null);
      const spot = { address: socket.remoteAddress ?? '', port: socket.remotePort ?? 0 };
      if (mayReach(spot)) return done(null, socket);
      socket.destroy();
      done(new NotReached('address', 'The connection led elsewhere.'), null);
    });
  };
}

function answering(spots: readonly Spot[]): LookupFunction {
  const found = spots.map(({ address }) => ({ address, family: isIPv6(address) ? 6 : 4 }));
  return (_name, options, done) => {
    const [first] = found;
    if (options.all) done(null, found);
    else done(null, first?.address ?? '', first?.family);
  };
}
