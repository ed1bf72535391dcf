import { Section } from '../../../ui/sheets.tsx';
import { roleWords } from '../words/answers.ts';

/** Somebody who looks after a record that is part of this one now; that gives no rights here. */
export interface FormerKeeper {
  positionId: string;
  name: string;
  role: string;
  from: string;
}

export function FormerKeepers({ before }: { before: readonly FormerKeeper[] }) {
  return (
    <Section id="before" title="From a record that is part of this one now">
      <p>They have no place here. Invite whoever should have one.</p>
      <ul class="lines plain" data-list="before">
        {before.map((one) => (
          <li key={one.positionId} data-id={one.positionId}>
            <b>{one.name}</b>
            {`, ${(roleWords[one.role] ?? one.role).toLowerCase()} of ${one.from}`}
          </li>
        ))}
      </ul>
    </Section>
  );
}
