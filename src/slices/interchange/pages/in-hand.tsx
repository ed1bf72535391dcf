import type { ComponentChildren } from 'preact';
import { Button, ButtonLink, ButtonRow, Form } from '../../../ui/form.tsx';
import { Notice, Stages } from '../../../ui/sheets.tsx';
import { figure } from '../rules/standing.ts';
import { imports } from '../urls.ts';
import type { ImportRow } from '../words/import.ts';
import { stages } from './begin-list.tsx';

interface InHandProps {
  title: string;
  one: ImportRow;
  children?: ComponentChildren;
}

/** A list that a job has in hand, or that somebody stopped half way. */
export function InHandPage({ title, one, children }: InHandProps) {
  const isStopped = one.state === 'stopped';
  return (
    <div class="text stack">
      <div>
        <h1>{title}</h1>
        <p class="lead" data-state={one.state}>
          {leads[one.state] ?? ''}
        </p>
        <Stages label="Steps" stages={stages} here={one.state === 'looking' ? 2 : 3} steps />
      </div>
      {one.problem !== '' && <Notice tone="stop">{one.problem}</Notice>}
      <p>
        <b>{howFar(one)}</b>
        {!isStopped && '. You can leave this page and come back later; it goes on.'}
      </p>
      {isStopped ? (
        <Form name="bring-in" action={imports.bringIn(one.id)}>
          <ButtonRow>
            <Button>Go on</Button>
          </ButtonRow>
        </Form>
      ) : (
        <p>
          <ButtonLink href={imports.one(one.id)}>See how far it is now</ButtonLink>
        </p>
      )}
      {children}
      {one.state === 'running' && (
        <Form name="stop-import" action={imports.stop(one.id)}>
          <ButtonRow>
            <Button kind="second">Stop here</Button>
          </ButtonRow>
        </Form>
      )}
    </div>
  );
}

function howFar(one: ImportRow): string {
  if (one.state === 'undoing') return `${figure(one.takenBack + one.kept)} things so far`;
  return `${figure(Math.min(one.rowsDone, one.rowsInFile))} of ${figure(one.rowsInFile)} rows`;
}

const leads: Readonly<Record<string, string>> = {
  looking: 'We are looking what would happen to each row. Nothing is kept.',
  running: 'The list is being brought in.',
  undoing: 'What this list made goes, and what it changed goes back to what it was.',
  stopped: 'It was stopped half way. What was brought in so far stays; going on takes up where it was.',
};
