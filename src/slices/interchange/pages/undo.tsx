import { weekdayWords } from '../../../platform/dates.ts';
import { Button, ButtonRow, Form } from '../../../ui/form.tsx';
import { Section } from '../../../ui/sheets.tsx';
import { CardTable } from '../../../ui/table.tsx';
import type { KeptThing } from '../../register/door.ts';
import { organisations, services } from '../../register/urls.ts';
import { figure } from '../rules/standing.ts';
import { imports } from '../urls.ts';
import type { ImportRow } from '../words/import.ts';

/** What an import changed, as far as it can be taken back. */
export interface Undoable {
  all: number;
  made: number;
}

/** The way back, for as long as there is one. */
export function TakeBack({ one, things }: { one: ImportRow; things: Undoable }) {
  return (
    <Section id="take-back" title="Take it back">
      <p>
        {`${whatGoes(things)} What somebody changed since is kept, and you see why.`}
        {one.undoUntil && ` It can be taken back until ${weekdayWords(one.undoUntil)}.`}
      </p>
      <Form name="undo-import" action={imports.undo(one.id)}>
        <ButtonRow>
          <Button kind="second">Take this list back</Button>
        </ButtonRow>
      </Form>
    </Section>
  );
}

function whatGoes({ all, made }: Undoable): string {
  const changed = all - made;
  if (changed === 0) return `The ${counted(made)} it made would go.`;
  if (made === 0) return `The ${counted(changed)} it changed would be as before.`;
  return `The ${counted(made)} it made would go, and the ${counted(changed)} it changed would be as before.`;
}

function counted(things: number): string {
  return things === 1 ? 'one thing' : `${figure(things)} things`;
}

/** What was left as it is when a list was taken back. */
export function Kept({ one, kept }: { one: ImportRow; kept: readonly KeptThing[] }) {
  if (one.state !== 'undone') return null;
  return (
    <Section id="kept" title="What was kept">
      {kept.length === 0 ? (
        <p>
          {one.kept === 0
            ? 'Nothing: everything is as it was before.'
            : `${counted(one.kept)}, of which the names are gone by now.`}
        </p>
      ) : (
        <CardTable
          caption={
            kept.length < one.kept
              ? `The first ${kept.length} of ${figure(one.kept)}`
              : 'Each with its reason'
          }
          list="kept"
          plain
          columns={[{ label: 'What' }, { label: 'Why' }]}
          rows={kept.map((thing) => ({ id: thing.id, head: <Named {...thing} />, cells: [thing.reason] }))}
        />
      )}
    </Section>
  );
}

function Named({ kind, id, title }: KeptThing) {
  if (kind === 'organisation' && title !== '') return <a href={organisations.one(id, title)}>{title}</a>;
  if (kind === 'service' && title !== '') return <a href={services.one(id, title)}>{title}</a>;
  return <span data-verbatim>{title || 'Something that is gone'}</span>;
}
