import type { StepState } from '../../../platform/contributions.ts';
import type { CoveredArea, SetUpCentre } from '../words/setting-up.ts';

/** Nobody is alone: a centre is well when two people run its page (C1-J1). */
const adminsWanted = 2;

export function centreStands({ admins, invited }: Pick<SetUpCentre, 'admins' | 'invited'>): StepState {
  if (admins >= adminsWanted) return { state: 'done', words: 'Two people run it' };
  const coming = invited === 0 ? 'nobody else is invited' : `${count(invited)} invited`;
  if (admins === 1) return { state: 'partly', words: `One person alone runs it, ${coming}` };
  return { state: 'open', words: invited === 0 ? 'Nobody runs it' : `Nobody runs it yet, ${coming}` };
}

export function centresStand(centres: readonly SetUpCentre[]): StepState {
  if (centres.length === 0) return { state: 'open', words: 'No centre yet.' };
  const said = `${centres.length === 1 ? 'One centre' : `${centres.length} centres`}.`;
  const alone = centres.filter((centre) => centre.admins < adminsWanted).length;
  if (alone === 0) return { state: 'done', words: `${said} Each is run by two people or more.` };
  const which = centres.length === 1 ? 'It is' : alone === 1 ? 'One of them is' : `${alone} of them are`;
  return { state: 'partly', words: `${said} ${which} not run by two people yet.` };
}

export function coverStands(areas: readonly CoveredArea[]): StepState {
  if (areas.length === 0) return { state: 'open', words: 'There are no boroughs yet.' };
  const gaps = areas.filter((area) => area.centreId === null);
  if (gaps.length === 0) return { state: 'done', words: 'Every borough has a centre or a cover.' };
  const named = gaps.slice(0, 3).map((area) => area.name);
  const more = gaps.length > named.length ? ` and ${gaps.length - named.length} more` : '';
  return { state: 'partly', words: `Nobody answers for ${named.join(', ')}${more}, so the hub does.` };
}

function count(people: number): string {
  return people === 1 ? 'one is' : `${people} are`;
}
