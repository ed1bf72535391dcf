import { expect, test } from 'vitest';
import { readTiles } from './tiles.ts';

const problemOf = (typed: string) => {
  const read = readTiles(typed);
  return 'problem' in read ? read.problem : 'none';
};

test('an address with three gaps is one of pictures, and one that ends in .pmtiles is one of a file', () => {
  expect(readTiles('https://tiles.example/a/{z}/{x}/{y}.png?key=7')).toEqual({
    kind: 'pictures',
    address: 'https://tiles.example/a/{z}/{x}/{y}.png?key=7',
    origin: 'https://tiles.example',
  });
  expect(readTiles('https://files.example:8443/vale.pmtiles')).toEqual({
    kind: 'file',
    address: 'https://files.example:8443/vale.pmtiles',
    origin: 'https://files.example:8443',
  });
});

test('an address that cannot be used comes back with a sentence', () => {
  expect(problemOf('http://tiles.example/{z}/{x}/{y}.png')).toMatch(/begins with https:/);
  expect(problemOf('https://{s}.tiles.example/{z}/{x}/{y}.png')).toContain('We cannot fill in {s}.');
  expect(problemOf('https://tiles.example/{z}/{x}.png')).toContain('{y} is missing');
  expect(problemOf('https://tiles.example/map')).toContain('{z} and {x} and {y} are missing');
  expect(problemOf('https://ruth:secret@tiles.example/{z}/{x}/{y}.png')).toContain('name and password');
});

test('nothing but the name of one server gets into the header of the page', () => {
  const wild = [
    'https://*/{z}/{x}/{y}.png',
    'https://*.example/{z}/{x}/{y}.png',
    'https://tiles.example;script-src%20*/{z}/{x}/{y}.png',
    'https://{z}.example/{x}/{y}.png',
    'https://tiles.example /{z}/{x}/{y}.png',
    'https://tiles/{z}/{x}/{y}.png',
    "https://tiles.example'/{z}/{x}/{y}.png",
    'https://[::1]/{z}/{x}/{y}.png',
  ];

  expect(wild.filter((typed) => problemOf(typed) === 'none')).toEqual([]);
});
