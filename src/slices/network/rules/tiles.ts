/** Pictures under the map: one by one from an address with three gaps, or all in one PMTiles file. */
export interface Tiles {
  readonly kind: 'pictures' | 'file';
  readonly address: string;
  /** The one server that a page with a map may ask besides ours. */
  readonly origin: string;
}

const gaps = ['{z}', '{x}', '{y}'] as const;

/**
 * An address that can be used, or what is wrong with it. The origin goes into a header of the page, so its name is held to
 * letters that mean nothing there: a star would let in everybody.
 */
export function readTiles(typed: string): Tiles | { problem: string } {
  if (!/^https:\/\//.test(typed)) {
    return { problem: 'The address begins with https://, like https://tiles.example/{z}/{x}/{y}.png.' };
  }
  const stranger = /\{([^}]*)\}/g;
  const unknown = [...typed.matchAll(stranger)].find(([gap]) => !gaps.some((known) => known === gap));
  if (unknown) {
    return { problem: `We cannot fill in ${unknown[0]}. Only {z}, {x} and {y} may stand in the address.` };
  }
  const plain = typed.replaceAll(stranger, '0');
  if (/\s/.test(typed) || !URL.canParse(plain)) return { problem: 'This is no address. Copy it once more.' };
  const { hostname, origin, pathname, username, password } = new URL(plain);
  if (username !== '' || password !== '') {
    return { problem: 'Leave out the name and password before the @: everybody could read them.' };
  }
  if (!/^[a-z0-9-]+([.][a-z0-9-]+)+$/.test(hostname) || /\{/.test(typed.split('/')[2] ?? '')) {
    return { problem: 'The name of the server is written out, like tiles.example, without gaps or stars.' };
  }
  if (/[.]pmtiles$/i.test(pathname)) return { kind: 'file', address: typed, origin };
  const missing = gaps.filter((gap) => !typed.includes(gap));
  if (missing.length > 0) {
    const ways = 'an address of pictures has {z}, {x} and {y} in it, and one of a file ends in .pmtiles';
    return { problem: `${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} missing: ${ways}.` };
  }
  return { kind: 'pictures', address: typed, origin };
}

/** Those that were saved were read before; without any the map has its own ground alone. */
export function tilesOptional(saved: string): Tiles | undefined {
  const tiles = saved === '' ? undefined : readTiles(saved);
  return tiles && 'problem' in tiles ? undefined : tiles;
}
