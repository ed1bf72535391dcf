import { EdgeError } from '../errors.ts';

interface Bucket {
  left: number;
  at: number;
}

/**
 * Counts how often, without the database: a bucket of `burst` that fills up again over `seconds`.
 * IPv6 addresses count by their /64, because one person has all of it.
 */
export function limiter(options: { burst: number; seconds: number }): (key: string, now: Date) => boolean {
  const buckets = new Map<string, Bucket>();
  const perMs = options.burst / (options.seconds * 1000);

  return function allowed(key, now) {
    const at = now.getTime();
    if (buckets.size > 50_000) buckets.clear();
    const bucket = buckets.get(key) ?? { left: options.burst, at };
    bucket.left = Math.min(options.burst, bucket.left + Math.max(0, at - bucket.at) * perMs);
    bucket.at = at;
    buckets.set(key, bucket);
    if (bucket.left < 1) return false;
    bucket.left -= 1;
    return true;
  };
}

/** The corner of the internet: of an IPv4 address its /24, of IPv6 its /64. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:/, '');
  return plain.includes(':') ? rateKey(plain) : plain.split('.').slice(0, 3).join('.');
}

function rateKey(address: string): string {
  return address.includes(':') && !address.startsWith('::ffff:')
    ? address.split(':').slice(0, 4).join(':')
    : address;
}

/** A limit of a route: says no with the time to wait. */
export function limited(options: { burst: number; seconds: number }): (address: string, now: Date) => void {
  const allowed = limiter(options);
  return function refuseTooOften(address, now) {
    if (allowed(rateKey(address), now)) return;
    throw new EdgeError(
      429,
      'too_often',
      'That was a lot at once. Wait a minute, then go on.',
      options.seconds,
    );
  };
}
