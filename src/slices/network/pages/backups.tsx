import type { BackupState } from '../../../platform/backup/state.ts';
import { clockWords, dayWords } from '../../../platform/dates.ts';
import { Empty } from '../../../ui/lists.tsx';
import { Section } from '../../../ui/sheets.tsx';
import { CardTable } from '../../../ui/table.tsx';
import { Chip } from '../../../ui/words.tsx';

interface BackupsProps {
  backups: readonly BackupState[];
  /** Whether they are made by themselves. */
  scheduled: boolean;
  now: Date;
}

/** What only the coordinator sees below the answers for everybody. */
export function Backups({ backups, scheduled, now }: BackupsProps) {
  return (
    <Section
      id="backups"
      title="Backups"
      note={scheduled ? 'One is made each night' : 'None are made by themselves'}
    >
      {backups.length === 0 ? (
        <Empty
          fact="There is no backup yet."
          next={
            scheduled
              ? 'The first is made tonight.'
              : 'Whoever runs the server can make one with joinery backup, or set JOINERY_BACKUPS.'
          }
        />
      ) : (
        <CardTable
          caption="The newest first"
          quiet
          list="backups"
          columns={[{ label: 'Made' }, { label: 'Restored to try it' }, { label: 'Taken elsewhere' }]}
          rows={backups.map((backup) => ({
            id: backup.id,
            head: <Made backup={backup} now={now} />,
            cells: [proof(backup, now), copy(backup)],
          }))}
        />
      )}
    </Section>
  );
}

const whys: Readonly<Record<string, string>> = {
  nightly: 'At night',
  'before a change': 'Before the database was changed',
  'by hand': 'By hand',
};

function Made({ backup, now }: { backup: BackupState; now: Date }) {
  const { state, startedAt, why, rows, bytes, trouble } = backup;
  const when = `${dayWords(startedAt, now)}, ${clockWords(startedAt)}`;
  if (state === 'running') return <>{`${when}: it is being made now.`}</>;
  if (state === 'failed') {
    return (
      <>
        {`${when} `}
        <Chip state="failing" tone="late" words="Failed" />
        <p class="small">{trouble}</p>
      </>
    );
  }
  const size = `${rows.toLocaleString('en-GB')} rows, ${Math.max(1, Math.round(bytes / 1_000_000))} MB`;
  return (
    <>
      {when}
      <p class="small quiet">{`${whys[why] ?? why}, ${size}`}</p>
    </>
  );
}

function proof({ state, provedAt, proofTrouble, why }: BackupState, now: Date): string {
  if (proofTrouble !== '') return `No: ${proofTrouble}`;
  if (provedAt) return `Yes, ${dayWords(provedAt, now)}`;
  return state === 'whole' && why === 'nightly' ? 'Not yet' : 'Not tried';
}

function copy({ commandTrouble, commandCode }: BackupState): string {
  if (commandTrouble !== '') return `No. ${commandTrouble}`;
  return commandCode === 0 ? 'Yes' : 'Nobody asked for it';
}
