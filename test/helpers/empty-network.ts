import { fillWhenEmpty, inviteFirstCoordinator } from '../../src/first-filling.ts';
import { readConfig } from '../../src/platform/config.ts';
import { networkWords } from '../../src/platform/http/context.ts';
import type { Client } from './client.ts';
import type { Town } from './db.ts';
import { signedInAs } from './register-story.ts';
import { pathIn } from './two-boroughs.ts';

export const ruth = 'ruth@hub.example';

/** As after `JOINERY_NETWORK=empty npm start`: a bare hub, and the link for the first coordinator. */
export async function emptyNetwork({ jobsSource, urls }: Town): Promise<{ link: string }> {
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  const words = networkWords(jobsSource);
  const config = readConfig({ JOINERY_NETWORK: 'empty' });
  await fillWhenEmpty({ config, jobsSource, words, urls }, say);
  await inviteFirstCoordinator({ config, jobsSource, words }, say);
  const all = said.join('\n');
  return { link: all.includes('/invitations/') ? pathIn(all, '/invitations/') : '' };
}

/** The same, with Ruth signed in as its coordinator. */
export async function coordinating(town: Town): Promise<Client> {
  const { link } = await emptyNetwork(town);
  const browser = await signedInAs(town, ruth);
  await browser.submit(await browser.get(link), 'accept-invitation');
  return browser;
}
