import { backup } from './cli/backup.ts';
import { doctor } from './cli/doctor/doctor.ts';
import { exportKind } from './cli/export.ts';
import { importKind } from './cli/import.ts';
import { mail } from './cli/mail.ts';
import { people } from './cli/people.ts';
import { restore } from './cli/restore.ts';
import { settings } from './cli/settings.ts';
import { explain, type Verb, WrongUse } from './cli/verb.ts';

const serve: Verb = {
  usage: 'serve',
  what: 'the server alone',
  async run() {
    await import('./main.ts');
    return 0;
  },
};

const verbs: Readonly<Record<string, Verb>> = {
  serve,
  import: importKind,
  export: exportKind,
  people,
  mail,
  backup,
  restore,
  doctor,
  settings,
};

function usage(): string {
  const lines = Object.values(verbs).map((verb) => `  ${verb.usage}\n      ${verb.what}`);
  return `Use: bin/joinery VERB …\n${lines.join('\n')}`;
}

/** Exit codes: 0 done, 1 done with something refused, 2 could not run. */
async function main([name = '', ...args]: readonly string[]): Promise<number> {
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  if (!verb) {
    const isAsked = ['help', '--help', '-h'].includes(name);
    if (isAsked) console.log(usage());
    else console.error(name === '' ? usage() : `There is no verb “${name}”.\n${usage()}`);
    return isAsked ? 0 : 2;
  }
  try {
    return await verb.run(args);
  } catch (problem) {
    console.error(explain(problem));
    if (problem instanceof WrongUse) console.error(`Use: bin/joinery ${verb.usage}`);
    return 2;
  }
}

process.exitCode = await main(process.argv.slice(2));
