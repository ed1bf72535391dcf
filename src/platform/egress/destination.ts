import { isIP } from 'node:net';
import { NotReached } from './words.ts';

const longest = 2000;
/** Ports on which pages and feeds are served. On others somebody else listens: databases, mail, printers. */
export const webPorts: ReadonlySet<number> = new Set([80, 443, 8080, 8443]);
/** Names that mean a machine nearby, whoever answers for them. */
const nearby = /(^|[.])(localhost|local|internal|intranet|lan|home|corp|private|arpa|onion)$/;

/**
 * Reads an address that somebody typed or that an answer sends us on to. The parser of the web's own standard has
 * turned every spelling of a number (decimal, octal, hex, full-width) into a plain one before anything is looked at.
 */
export function readDestination(text: string, base?: URL): URL {
  if (text.length > longest) throw new NotReached('address', 'This address is too long.');
  const url = URL.canParse(text, base?.href) ? new URL(text, base?.href) : undefined;
  if (!url) throw new NotReached('address', 'This is no address of the web. It begins with https://.');
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new NotReached('address', 'Only addresses that begin with https:// or http:// are asked.');
  }
  if (url.username !== '' || url.password !== '') {
    throw new NotReached(
      'address',
      'There is a name or a password before the @. Give the address without it.',
    );
  }
  url.hash = '';
  refuseName(url.hostname.replace(/[.]$/, ''));
  return url;
}

function refuseName(name: string): void {
  if (isIP(name.replace(/^\[|\]$/g, '')) !== 0) {
    throw new NotReached(
      'address',
      'This is a number. Give the name of the site, like feeds.example.org.uk.',
    );
  }
  if (!name.includes('.') || nearby.test(name)) {
    throw new NotReached('address', `“${name}” is no name of the open web.`);
  }
}
