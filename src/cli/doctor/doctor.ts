import { type Config, readConfig } from '../../platform/config.ts';
import { readArgs, type Verb, WrongUse } from '../verb.ts';
import { backupFinding, lookAtDatabase } from './database.ts';
import type { Finding } from './finding.ts';
import { folderFindings, serverFindings, shelfFinding } from './machine.ts';
import { mailFindings, sendTest } from './mail.ts';
import { nodeFinding, settingsFindings } from './settings.ts';

export const doctor: Verb = {
  usage: 'doctor [--mail ADDRESS] [--json]',
  what: 'looks whether this installation is as it should be; --mail sends a test message',
  async run(args) {
    const { values, positionals } = readArgs(args, { json: { type: 'boolean' }, mail: { type: 'string' } });
    if (positionals.length > 0) throw new WrongUse(`There is nothing to do with “${positionals[0]}”.`);
    if (values.mail !== undefined && !/^[^\s@,<>]+@[^\s@,<>]+$/.test(values.mail)) {
      throw new WrongUse('--mail wants an address such as ruth@hub.example.');
    }
    const findings = await examine(readConfig(process.env), values.mail);
    if (values.json) console.log(JSON.stringify({ findings }));
    else for (const one of findings) console.log(inWords(one));
    return findings.some(({ level }) => level === 'not well') ? 1 : 0;
  },
};

async function examine(config: Config, mailTo: string | undefined): Promise<Finding[]> {
  const { findings, network, backups } = await lookAtDatabase(config);
  const all = [
    nodeFinding(process.versions.node),
    ...settingsFindings(config),
    ...folderFindings(config),
    ...findings,
    ...(await serverFindings(config)),
  ];
  // The people of a practice network are invented: nobody waits for mail, and nothing is lost.
  if (network && !network.practice) {
    all.push(...(await mailFindings(config, network.hubEmail)));
    all.push(backupFinding(backups, new Date()), shelfFinding(config));
  }
  if (mailTo !== undefined) all.push(await sendTest(config, mailTo, network?.hubEmail ?? mailTo));
  return all;
}

const heads = { well: 'well      ', advice: 'advice    ', 'not well': 'NOT WELL  ' } as const;

function inWords({ what, level, problem }: Finding): string {
  return `${heads[level]}${what}${problem ? `: ${problem}` : ''}`;
}
