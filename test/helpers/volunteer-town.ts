import { runDue } from '../../src/platform/due.ts';
import { volunteering } from '../../src/slices/volunteering/urls.ts';
import type { Client, ShownPage } from './client.ts';
import type { Town } from './db.ts';
import type { FormValues } from './forms.ts';
import { mailTo } from './register-story.ts';
import { type Things, things } from './things.ts';

export interface VolunteerTown {
  readonly there: Things;
  readonly volunteer: Client;
  readonly group: Client;
  readonly centre: Client;
  readonly otherCentre: Client;
  readonly coordinator: Client;
}

export const volunteerMail = 'passer-by@things.example';
export const groupMail = 'admin-of-a@things.example';
export const centreMail = 'centre-worker@practice.example';

/** What nobody but those who were told may read anywhere. */
const asked = {
  name: 'NAMECANARY Robin',
  phone: '07700900321',
  times: 'TIMESCANARY evenings',
  wishes: 'WISHCANARY I like to cook',
  of_age: 'yes',
};

/** A live role of group A, whose home centre is A, and everybody who has a part in it. */
export async function volunteerTown(town: Town): Promise<VolunteerTown> {
  const there = await things(town);
  // Those of the town itself would stand in the way of the story.
  await town.owner.deleteFrom('volunteering.enquiry').execute();
  await town.owner.deleteFrom('privacy.basis').execute();
  const as = async (who: keyof Things['people']) =>
    town.browser((await town.signedIn(there.people[who] ?? '')).token);
  return {
    ...{ there, volunteer: await as('passer-by'), group: await as('admin of A') },
    ...{ centre: await as('centre A'), otherCentre: await as('centre B') },
    coordinator: await as('coordinator'),
  };
}

/** Asks about the live role, and comes to one’s own page of it. */
export async function ask(
  { volunteer, there }: VolunteerTown,
  values: FormValues = { agree_group: 'yes', agree_centre: 'yes' },
): Promise<ShownPage> {
  const form = await volunteer.get(volunteering.ask(there.role));
  return volunteer.submit(form, 'enquire', { ...asked, ...values });
}

export function idIn(page: ShownPage): string {
  return /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(page.url)?.[0] ?? '';
}

/** The first thing in somebody’s inbox whose row has these words. */
export async function inboxLink(browser: Client, words: string): Promise<string> {
  const row = (await browser.get('/inbox')).list('inbox').find(({ text }) => text.includes(words));
  if (!row?.href) throw new Error(`Nothing in the inbox says “${words}”.`);
  return row.href;
}

/** Lets network time pass, with all that falls due and follows from it. */
export async function letPass(town: Town, until: Date): Promise<void> {
  await runDue({ ...town.jobsSource }, until);
  await mailTo(town, '');
}
