import { joined } from '../say.ts';

type Item = 'name' | 'email' | 'phone' | 'times' | 'skills';

const itemWords: Readonly<Record<Item, string>> = {
  name: 'your name',
  email: 'your e-mail address',
  phone: 'your telephone number',
  times: 'when you have time',
  skills: 'what you would like to do',
};

const stop = 'You can stop this at any time; nobody will hold it against you.';

/** The latest words in which volunteers are asked; an older record keeps the ones that were used. */
export const volunteerWording = 'volunteer-2026-1';

/** What a group is sent: the least by which it can get in touch. */
export function groupItems(has: { email: string; phone: string; times: string }): Item[] {
  return [
    'name',
    ...(has.email === '' ? [] : (['email'] as const)),
    ...(has.phone === '' ? [] : (['phone'] as const)),
    ...(has.times === '' ? [] : (['times'] as const)),
  ];
}

export function centreItems(has: { email: string; phone: string; times: string; wishes: string }): Item[] {
  return [...groupItems(has), ...(has.wishes === '' ? [] : (['skills'] as const))];
}

/** Read out or shown before somebody agrees to be introduced: it names receiver and role. */
export function groupWording(to: { group: string; role: string; items: readonly Item[] }): string {
  const what = joined(to.items.map((item) => itemWords[item]));
  return `${to.group} may have ${what}, for the role “${to.role}” and for nothing else. ${stop}`;
}

/** Read out or shown before a centre is told who somebody is. */
export function centreWording(to: { centre: string; items: readonly Item[] }): string {
  const what = joined(to.items.map((item) => itemWords[item]));
  return `${to.centre} may have ${what}, to advise you about volunteering. It tells nobody else unless you agree again. ${stop}`;
}
