import { Facts } from '../../../ui/lists.tsx';
import { Notice } from '../../../ui/sheets.tsx';
import { Chip, PhoneLink } from '../../../ui/words.tsx';
import { states } from '../lists/reasons.ts';
import type { State } from '../words/referral.ts';
import { toneOf, turnWords } from './say-referral.ts';

interface OutlineProps {
  one: { code: string; state: State };
  from: { name: string; phone: string };
  to: { name: string; phone: string };
  turn: Parameters<typeof turnWords>[0];
}

/** For whoever a late promise climbed to: whom to ring, and nothing of the person. */
export function OutlinePage({ one, from, to, turn }: OutlineProps) {
  return (
    <div class="text stack">
      <h1>{`Referral ${one.code}`}</h1>
      <p class="row">
        <Chip state={one.state} tone={toneOf(one.state)} words={states[one.state]} />
      </p>
      <p>{turnWords(turn)}</p>
      <Facts
        facts={[
          { name: 'From', fact: from.name },
          { name: 'Ring them', fact: from.phone && <PhoneLink number={from.phone} /> },
          { name: 'To', fact: to.name },
          { name: 'Ring them', fact: to.phone && <PhoneLink number={to.phone} /> },
        ]}
      />
      <Notice title="What it is about stays between the two">
        <p>
          Ring whoever owes the next word and say the code. Who it is about, and what they need, is not shown
          here.
        </p>
      </Notice>
    </div>
  );
}
