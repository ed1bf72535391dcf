import type { StepState } from '../../../platform/contributions.ts';
import { figure } from './standing.ts';

interface LevelCount {
  level: string;
  count: number;
  outlines: number;
}

const words: Readonly<Record<string, readonly [string, string]>> = {
  region: ['region', 'regions'],
  sub_region: ['sub-region', 'sub-regions'],
  borough: ['borough', 'boroughs'],
  neighbourhood: ['neighbourhood', 'neighbourhoods'],
};

/** Which areas there are, and what they lack. Centres answer for boroughs, so those are needed. */
export function areasStand(levels: readonly LevelCount[]): StepState {
  const boroughs = levels.find(({ level }) => level === 'borough');
  const said = levels.map(
    ({ level, count }) => `${figure(count)} ${words[level]?.[count === 1 ? 0 : 1] ?? level}`,
  );
  if (!boroughs) {
    const there = said.length === 0 ? 'No areas yet.' : `${said.join(', ')}, but no borough.`;
    return { state: 'open', words: `${there} They come from a file.` };
  }
  const bare = boroughs.count - boroughs.outlines;
  const outlines =
    bare === 0 ? '' : ` ${figure(bare)} of the boroughs are not on the map: they have no outline.`;
  return { state: bare === 0 ? 'done' : 'partly', words: `${said.join(', ')}.${outlines}` };
}

export function postcodesStand({ postcodes, outcodes }: { postcodes: number; outcodes: number }): StepState {
  if (postcodes > 0) return { state: 'done', words: `About ${figure(postcodes)} postcodes are known.` };
  if (outcodes > 0) {
    return { state: 'partly', words: `${figure(outcodes)} first halves are known, but no whole postcode.` };
  }
  return {
    state: 'partly',
    words: 'None yet. People can search by the name of an area until they are there.',
  };
}
