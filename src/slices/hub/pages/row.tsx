import { addDays, dayOf, dayWords } from '../../../platform/dates.ts';
import { Field } from '../../../ui/fields.tsx';
import { Button, ButtonRow, Form, Hidden, type Problems, type Values } from '../../../ui/form.tsx';
import { Entries, Task } from '../../../ui/lists.tsx';
import { PhoneLink } from '../../../ui/words.tsx';
import { hub } from '../urls.ts';
import { aside, type DrawnRow, end, type ToRing } from '../words.ts';

/** A form that was refused, and the row it belongs to. */
export interface RefusedRow {
  row: string;
  values: Values;
  problems: Problems;
}

interface RowsProps {
  list: string;
  rows: readonly DrawnRow[];
  /** Beside each row: when it came, or of which queue it is where several are mixed. */
  mixed?: boolean;
  /** Where to be again once something is done. */
  back: 'hub' | 'queue';
  refused?: RefusedRow | undefined;
  now: Date;
}

/** Things that wait, each with what can be done about it right here. */
export function Rows({ list, rows, mixed = false, back, refused, now }: RowsProps) {
  return (
    <Entries list={list}>
      {rows.map((row) => (
        <Task
          key={row.id}
          id={row.id}
          kind={mixed ? row.queueLabel : row.at ? dayWords(row.at, now) : ''}
          name={row.title}
          href={row.url}
          text={row.ring ? <Ring row={row} ring={row.ring} /> : row.text}
          chip={row.late ? { state: 'late', tone: 'late', words: 'Late' } : undefined}
          below={
            <Clear row={row} back={back} refused={refused?.row === row.id ? refused : undefined} now={now} />
          }
          action={row.url ? { href: row.url, label: row.go ?? 'Look at it' } : undefined}
        />
      ))}
    </Entries>
  );
}

/** What is to be said of a refused form whose row is not on the page any more. */
export function RefusedElsewhere({
  refused,
  rows,
}: {
  refused: RefusedRow | undefined;
  rows: readonly DrawnRow[];
}) {
  if (!refused || rows.some((row) => row.id === refused.row)) return null;
  const typed = String(refused.values.words ?? '');
  return (
    <div class="notice stop" role="alert">
      {Object.values(refused.problems).map((problem) => (
        <p key={problem}>{problem}</p>
      ))}
      {typed !== '' && <p>{`You wrote: “${typed}”`}</p>}
    </div>
  );
}

function Ring({ row, ring }: { row: DrawnRow; ring: ToRing }) {
  return (
    <>
      {`${row.text}: ${ring.name}`}
      {ring.phone === '' ? (
        '.'
      ) : (
        <>
          , <PhoneLink number={ring.phone} />.
        </>
      )}
    </>
  );
}

type ClearProps = Pick<RowsProps, 'back' | 'refused' | 'now'> & { row: DrawnRow };

/** Closed until somebody wants it, so that the list stays a list. */
function Clear({ row, back, refused, now }: ClearProps) {
  const values = refused?.values ?? { until: dayOf(addDays(now, 7)) };
  return (
    <details open={refused !== undefined}>
      <summary>
        Deal with it here<span class="sr">: {row.title}</span>
      </summary>
      <Form
        name="clear-row"
        action={hub.queue(row.queue)}
        prefix={`${row.queue}-${row.id}`}
        values={values}
        problems={refused?.problems}
      >
        <Hidden name="row" value={row.id} />
        <Hidden name="back" value={back} />
        <Field
          name="words"
          label="What you did, or why it can wait"
          hint="The centre it is about can read this."
          maxLength={500}
        />
        <Field name="until" label="See it again on" type="date" short />
        <ButtonRow>
          {row.moves.map(({ name, label }) => (
            <Button key={name} kind="second" name="move" value={name}>
              {label}
            </Button>
          ))}
          <Button kind="second" name="move" value={aside}>
            Set aside until then
          </Button>
          {row.canEnd && (
            <Button kind="second" name="move" value={end}>
              Done with it
            </Button>
          )}
        </ButtonRow>
      </Form>
    </details>
  );
}
