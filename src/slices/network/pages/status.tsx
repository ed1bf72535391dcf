import type { BackupState } from '../../../platform/backup/state.ts';
import { clockWords, weekdayWords } from '../../../platform/dates.ts';
import { Chip } from '../../../ui/words.tsx';
import type { Network } from '../words/network.ts';
import { Backups } from './backups.tsx';
import { Contact } from './contact.tsx';

interface StatusProps {
  network: Network;
  now: Date;
  checks: readonly { name: string; ok: boolean }[];
  /** Absent for everybody but the coordinator. */
  backups: readonly BackupState[] | undefined;
  backsUp: boolean;
}

const checkWords: Readonly<Record<string, { what: string; fails: string }>> = {
  database: { what: 'What you write is kept', fails: 'You can read, but not write just now.' },
  mail: { what: 'Mail goes out', fails: 'Codes and messages are late.' },
  disk: { what: 'There is room', fails: 'The disk is nearly full. Whoever runs the server has to look.' },
  backup: {
    what: 'A copy of everything is made each night',
    fails: 'The last copy is too old, or could not be read again.',
  },
  clock: { what: 'The clocks agree', fails: 'Times on these pages may be wrong.' },
};

export function StatusPage({ network, now, checks, backups, backsUp }: StatusProps) {
  const failing = checks.filter((check) => !check.ok);
  return (
    <div class="stack text">
      <div>
        <h1>Is everything working?</h1>
        <p class="lead">
          {failing.length === 0 ? 'Yes.' : 'Not everything. We know, and somebody is looking at it.'}
        </p>
      </div>
      <ul class="lines" data-list="checks">
        {checks.map(({ name, ok }) => (
          <li data-id={name}>
            {checkWords[name]?.what ?? name}{' '}
            <Chip state={ok ? 'ok' : 'failing'} tone={ok ? 'end' : 'late'} words={ok ? 'Yes' : 'No'} />
            {!ok && <p>{checkWords[name]?.fails}</p>}
          </li>
        ))}
      </ul>
      <p class="small quiet">{`Looked at on ${weekdayWords(now)} at ${clockWords(now)}.`}</p>
      {backups && <Backups backups={backups} scheduled={backsUp} now={now} />}
      <Contact network={network} />
    </div>
  );
}
