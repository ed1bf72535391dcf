/** Tiles of all zooms up to 14, counted along the curve that the format puts them on. */
const tilesTo14 = (4 ** 15 - 1) / 3;

/** The smallest PMTiles file (version 3): the same picture everywhere, nothing compressed. */
export function pictureFile(picture: Buffer): Buffer {
  const entry = [1, 0, tilesTo14, picture.length, 1];
  const folder = Buffer.concat(entry.map(varint));
  const words = Buffer.from('{}');
  const head = Buffer.alloc(127);
  head.write('PMTiles');
  head.writeUInt8(3, 7);
  const parts = [folder.length, words.length, 0, picture.length];
  let at = head.length;
  parts.forEach((length, index) => {
    head.writeBigUInt64LE(BigInt(at), 8 + index * 16);
    head.writeBigUInt64LE(BigInt(length), 16 + index * 16);
    at += length;
  });
  // Not compressed, neither folder nor pictures; PNG; zooms 0 to 14.
  head.set([1, 1, 1, 2, 0, 14], 96);
  return Buffer.concat([head, folder, words, picture]);
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return Buffer.from([...bytes, rest]);
}
