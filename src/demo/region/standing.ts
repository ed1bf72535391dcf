import type { Dice } from './dice.ts';
import { borders } from './lists/corners.ts';
import { closings, groupPauses } from './lists/words.ts';
import type { DemoOrganisation, Language, LegalForm } from './shapes.ts';
import type { Trade } from './trade.ts';

const forms: readonly LegalForm[] = [
  ...(['charity', 'charity', 'charity', 'cio', 'cio'] as const),
  ...(['association', 'association', 'company', 'cic', 'society'] as const),
];
const commonTongues: readonly Language[] = ['so', 'ur', 'pl', 'pa', 'ro', 'pt'];

/** Register numbers begin with 99, which neither register has reached. */
export function legalStanding(index: number, throws: Dice) {
  const none: Pick<DemoOrganisation, 'kind' | 'legalForm' | 'registerNumber'> = {
    kind: 'informal',
    legalForm: 'none',
  };
  if (throws.chance(0.24)) return none;
  const kind: DemoOrganisation['kind'] = throws.chance(0.03) ? 'national' : 'group';
  const legalForm = throws.pick(forms);
  if (legalForm === 'charity' || legalForm === 'cio') {
    const registerNumber = { scheme: 'GB-CHC', id: String(9901000 + index * 7) } as const;
    return { kind, legalForm, registerNumber };
  }
  if (legalForm === 'company' || legalForm === 'cic') {
    const registerNumber = { scheme: 'GB-COH', id: String(99020000 + index * 13) } as const;
    return { kind, legalForm, registerNumber };
  }
  return { kind, legalForm };
}

/** Home first, then some of the boroughs that touch it. */
export function worksIn(home: string, throws: Dice): string[] {
  const corners = borders[home] ?? [];
  const touching = Object.entries(borders).flatMap(([code, theirs]) => {
    const shared = theirs.filter((corner) => corners.includes(corner)).length;
    return code !== home && shared > 1 ? [code] : [];
  });
  return throws.chance(0.38) ? [home, ...throws.some(touching, throws.whole(1, 3))] : [home];
}

export function shown(trade: Trade, throws: Dice): DemoOrganisation['place']['show'] {
  if (trade.hidden) return 'hidden';
  return trade.people.includes('lgbt') || throws.chance(0.08) ? 'area' : 'public';
}

export function tongues(trade: Trade, throws: Dice): Language[] {
  const spoken = trade.languages ?? (throws.chance(0.3) ? commonTongues : []);
  const others = spoken.filter((code) => code !== 'en');
  return ['en', ...throws.some(others, throws.whole(1, 3))];
}

/** Most records are fresh, some due, some old, and a few have been forgotten. */
export function lastChecked(throws: Dice): Pick<DemoOrganisation, 'checkedDaysAgo' | 'registeredDaysAgo'> {
  const [from, to] = checkedBetween(throws.next());
  const checkedDaysAgo = throws.whole(from, to);
  return { checkedDaysAgo, registeredDaysAgo: checkedDaysAgo + throws.whole(1, 1400) };
}

export function presentState(index: number, throws: Dice): Pick<DemoOrganisation, 'state' | 'note'> {
  if (index % 47 === 11) return { state: 'paused', note: throws.pick(groupPauses) };
  if (index % 71 === 23) return { state: 'closed', note: throws.pick(closings) };
  return { state: 'active' };
}

function checkedBetween(share: number): [from: number, to: number] {
  if (share < 0.68) return [0, 170];
  if (share < 0.83) return [183, 268];
  if (share < 0.94) return [276, 362];
  return [370, 600];
}
