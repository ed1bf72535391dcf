import { Notice } from './sheets.tsx';
import { CardTable } from './table.tsx';

export interface Difference {
  label: string;
  theirs: string;
  yours: string;
}

/** Somebody else saved first: each field where the two differ, over the form that still holds what was typed. */
export function Differences({ differences }: { differences?: readonly Difference[] | undefined }) {
  if (!differences) return null;
  return (
    <Notice tone="warn" title="Somebody else saved this page meanwhile" id="merge">
      <p>
        What you wrote is in the form below. Look at what differs, put it right, and save: then yours counts.
      </p>
      <CardTable
        caption="What differs"
        quiet
        columns={[{ label: 'Field' }, { label: 'There now' }, { label: 'What you wrote' }]}
        rows={differences.map((one) => ({
          head: one.label,
          cells: [one.theirs || 'Nothing', one.yours || 'Nothing'],
        }))}
      />
    </Notice>
  );
}
