const bits = 2 ** 26;
const probes = 4;

/**
 * Notices keys it was shown before, in 8 MB however many there are: a Bloom filter (Bloom 1970). It never misses one
 * and is wrong about one in a hundred thousand at a million keys, so what it notices is only looked at more closely.
 */
export function repeatedKeys(): { show(key: string): void; readonly noticed: ReadonlySet<string> } {
  const seen = new Uint32Array(bits / 32);
  const noticed = new Set<string>();

  function show(key: string): void {
    const [one, two] = twoHashes(key);
    let isNew = false;
    for (let probe = 0; probe < probes; probe += 1) {
      const bit = (one + Math.imul(probe, two)) >>> 6;
      const word = bit >>> 5;
      const mask = 1 << (bit & 31);
      const held = seen[word] ?? 0;
      if ((held & mask) === 0) isNew = true;
      seen[word] = held | mask;
    }
    if (!isNew) noticed.add(key);
  }
  return { show, noticed };
}

/** FNV-1a, and the same from another start, spread once more (the finaliser of MurmurHash3). */
function twoHashes(key: string): [number, number] {
  let one = 0x81_1c_9d_c5;
  let two = 0x9e_37_79_b9;
  for (let index = 0; index < key.length; index += 1) {
    const code = key.charCodeAt(index);
    one = Math.imul(one ^ code, 0x01_00_01_93);
    two = Math.imul(two ^ code, 0x85_eb_ca_6b);
  }
  return [spread(one), spread(two) | 1];
}

function spread(hash: number): number {
  const half = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b);
  const most = Math.imul(half ^ (half >>> 13), 0xc2_b2_ae_35);
  return (most ^ (most >>> 16)) >>> 0;
}
