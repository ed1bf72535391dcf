import { clockWords, dayWords } from '../../../platform/dates.ts';
import { ButtonLink } from '../../../ui/form.tsx';
import { Empty, Facts } from '../../../ui/lists.tsx';
import { Section } from '../../../ui/sheets.tsx';
import { CardTable } from '../../../ui/table.tsx';
import type { KeptThing } from '../../register/door.ts';
import { figure } from '../rules/standing.ts';
import { imports } from '../urls.ts';
import { type Counted, type ImportRow, listOfWords } from '../words/import.ts';
import { State } from './imports.tsx';
import { Reasons } from './looked.tsx';
import { Kept, TakeBack, type Undoable } from './undo.tsx';

interface Line {
  file: number;
  line: number;
  reason: string;
}

interface ImportProps {
  title: string;
  one: ImportRow;
  reasons: readonly Counted[];
  /** The first of the rows that were not taken. */
  lines: readonly Line[];
  /** Why cells were left out of rows that were taken, and the first of these rows. */
  remarks: readonly Counted[];
  remarkLines: readonly Line[];
  /** What can be taken back; undefined when nothing can. */
  things?: Undoable | undefined;
  kept?: readonly KeptThing[];
  now: Date;
}

export function ImportPage(props: ImportProps) {
  const { title, one, reasons, lines, remarks, things, kept = [], now } = props;
  return (
    <>
      <h1>{title}</h1>
      <p>
        <State one={one} now={now} />
      </p>
      <Facts
        facts={[
          { name: 'A list of', fact: listOfWords[one.kind] ?? one.kind },
          { name: 'Files', fact: one.fileNames.join(', ') },
          { name: 'Its owner is named', fact: one.attribution },
          { name: 'Begun', fact: `${dayWords(one.startedAt, now)}, ${clockWords(one.startedAt)}` },
          { name: 'Rows read', fact: figure(one.read) },
          { name: 'New', fact: figure(one.new) },
          { name: 'Met a record we had', fact: figure(one.matched) },
          { name: 'Changed', fact: figure(one.changed) },
          { name: 'As they were', fact: figure(one.unchanged) },
          { name: 'Rejected', fact: figure(one.rejected) },
          { name: 'Taken back', fact: one.state === 'undone' ? figure(one.takenBack) : undefined },
        ]}
      />
      <Kept one={one} kept={kept} />
      <Section id="rejects" title="Why rows were rejected">
        {reasons.length === 0 ? (
          <Empty fact="Every row was taken." next="Whatever is not stands here with the reason." />
        ) : (
          <Rejects one={one} reasons={reasons} lines={lines} />
        )}
      </Section>
      {remarks.length > 0 && (
        <Section id="remarks" title="What was left out of rows">
          <p>
            These rows were taken without the cell. Put it right in your file and send the file again: what
            was taken already is not taken twice.
          </p>
          <Reasons reasons={remarks} list="remarks" />
          <Lines
            one={one}
            lines={props.remarkLines}
            list="remark-lines"
            all={remarks.reduce((sum, { rows }) => sum + rows, 0)}
          />
        </Section>
      )}
      {things && things.all > 0 && <TakeBack one={one} things={things} />}
    </>
  );
}

function Rejects({ one, reasons, lines }: Pick<ImportProps, 'one' | 'reasons' | 'lines'>) {
  return (
    <>
      {one.byPage ? <MendAndSend one={one} /> : <p>{whereTheyAre(one)}</p>}
      <Reasons reasons={reasons} />
      <Lines one={one} lines={lines} list="rejected-lines" all={one.rejected} />
    </>
  );
}

/** Those that are shown of `all`. */
function Lines({
  one,
  lines,
  list,
  all = lines.length,
}: {
  one: ImportRow;
  lines: readonly Line[];
  list: string;
  all?: number;
}) {
  return (
    <CardTable
      caption={lines.length < all ? `The first ${lines.length} of them` : 'Line by line'}
      list={list}
      plain
      columns={[{ label: 'Line' }, { label: 'Reason' }]}
      rows={lines.map(({ file, line, reason }) => ({
        id: `${file}-${line}`,
        head: one.fileNames.length > 1 ? `${one.fileNames[file] ?? ''}, ${line}` : line,
        cells: [<span data-verbatim>{reason}</span>],
      }))}
    />
  );
}

function MendAndSend({ one }: { one: ImportRow }) {
  return (
    <>
      <p>
        Take the rejected rows with you, put them right in a spreadsheet, and send that file: what was taken
        already is not taken twice.
      </p>
      <p class="row">
        <ButtonLink href={imports.rejects(one.id)}>Take the rejected rows (CSV)</ButtonLink>
        <ButtonLink href={imports.again(one.id)}>Send the mended rows</ButtonLink>
      </p>
    </>
  );
}

/** The file lies in the data folder, where whoever runs the server finds it; its name says enough here. */
function whereTheyAre({ rejectsFile, state }: ImportRow): string {
  const name = rejectsFile.split(/[\\/]/).at(-1);
  return name
    ? `They stand in ${name}, with the line and the reason. Put them right there and import that file.`
    : state === 'done'
      ? 'The lines are those of your file (the heading is line 1). Put them right there and bring it in again.'
      : 'They are written to a file when the import ends.';
}
