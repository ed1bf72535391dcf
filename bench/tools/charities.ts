import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { NewPostcode } from '../../src/slices/areas/door.ts';

const places = [
  'Eastlock',
  'Hartlow',
  'Nine Elders',
  'Underwold',
  'Millfield',
  'Saltmarsh',
  'Quarry Bank',
  'Ferry End',
];
const whom = [
  'Elders',
  'Young People',
  'Families',
  'Carers',
  'Gardeners',
  'Newcomers',
  'Veterans',
  'Neighbours',
];
const what = [
  'Lunch Club',
  'Choir',
  'Repair Café',
  'Advice Desk',
  'Sports Club',
  'Library',
  'Food Bank',
  'Theatre',
];
const letters = 'ABDEFGHJLNPQRSTUWXYZ';

/** Twenty thousand invented postcodes around one place. */
export function* postcodes(): Generator<NewPostcode> {
  for (let index = 0; index < 20_000; index += 1) {
    const angle = index * 2.399_963;
    const reach = Math.sqrt(index / 20_000) / 4;
    yield {
      postcode: postcode(index),
      lat: 51.5 + reach * Math.sin(angle),
      lon: -2.4 + reach * Math.cos(angle),
      areaCode: `B0${index % 8}`,
    };
  }
}

/** A register of charities as a CSV: every row is its own, with number, place, words and an address of the web. */
export async function writeCharities(path: string, size: number): Promise<void> {
  await pipeline(Readable.from(lines(size)), createWriteStream(path));
}

function* lines(size: number): Generator<string> {
  yield 'org_id,name,postcode,activities,web\n';
  for (let index = 0; index < size; index += 1) {
    const [place = '', group = '', deed = ''] = [
      pick(places, index, 1),
      pick(whom, index, 8),
      pick(what, index, 64),
    ];
    const words = `A ${deed} for ${group.toLowerCase()} in ${place}, open to all. We meet every week, and number ${index} is ours.`;
    yield `GB-CHC-${1_000_000 + index},${place} ${group} ${deed} ${index},${postcode(index % 20_000)},"${words}",www.g${index}.example\n`;
  }
}

function pick(list: readonly string[], index: number, step: number): string | undefined {
  return list[Math.floor(index / step) % list.length];
}

function postcode(index: number): string {
  const unit = `${letters[index % 20]}${letters[Math.floor(index / 20) % 20]}`;
  const sector = Math.floor(index / 400) % 10;
  return `AV${1 + Math.floor(index / 4000)} ${sector}${unit}`;
}
