import type { GivenPlace, GivenSchedule } from '../../register/door.ts';
import type { Columns } from '../words/import.ts';
import { clip, line } from './cells.ts';
import type { PlaceColumn, TimeColumn } from './service-headings.ts';

/** The address of a published directory is public. What an address file says goes before what the place itself says. */
export function readPlaceRow(
  at: (name: PlaceColumn) => string,
  postcodeOf: (text: string) => string | undefined,
  more: GivenPlace | undefined,
): GivenPlace | undefined {
  if (line(at('kind')) === 'virtual') return undefined;
  const typed = line(at('postcode'));
  const postcode = postcodeOf(typed) ?? '';
  const lines = [at('address_1'), at('address_2'), at('address_3'), at('town')].map((part) => line(part));
  const address = clip(
    [...lines, postcode === '' ? typed : ''].filter((part) => part !== '').join(', '),
    250,
  );
  const [lat, lon] = [Number(line(at('latitude')) || 'x'), Number(line(at('longitude')) || 'x')];
  const isPoint = Number.isFinite(lat) && Number.isFinite(lon) && Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
  const place: GivenPlace = {
    venue: clip(line(at('name')), 120),
    address: more?.address || address,
    postcode: more?.postcode || postcode,
    shown: 'public',
    ...(isPoint ? { lat, lon } : {}),
  };
  return place.address === '' && place.postcode === '' && !isPoint && place.venue === '' ? undefined : place;
}

const dayCodes = new Set(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']);

/** A row of a schedule file: `TH,FR` with `10:00:00` to `18:00:00`. */
export function readTimes(cells: readonly string[], columns: Columns<TimeColumn>): GivenSchedule {
  function at(name: TimeColumn): string {
    const index = columns.get(name);
    return index === undefined ? '' : line(cells[index]);
  }
  const days = at('days')
    .toUpperCase()
    .split(/[ ,;]+/)
    .map((day) => day.slice(-2))
    .filter((day) => dayCodes.has(day));
  return {
    days: [...new Set(days)],
    opens: time(at('opens')),
    closes: time(at('closes')),
    note: clip(at('note'), 200),
  };
}

function time(text: string): string | null {
  const found = /^(\d{1,2}):(\d{2})/.exec(text);
  return found && Number(found[1]) < 24 && Number(found[2]) < 60
    ? `${found[1]?.padStart(2, '0')}:${found[2]}`
    : null;
}
