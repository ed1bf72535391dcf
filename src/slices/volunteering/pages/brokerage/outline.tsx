import { Facts } from '../../../../ui/lists.tsx';
import { Chip, PhoneLink } from '../../../../ui/words.tsx';
import { enquiryStates } from '../../lists/brokerage.ts';
import type { EnquiryState } from '../../words/brokerage/enquiry.ts';
import { enquiryTitle } from './enquiry.tsx';
import { toneOf } from './say.ts';

interface OutlineProps {
  readonly role: { title: string } | undefined;
  readonly state: EnquiryState;
  readonly bodies: readonly { name: string; phone: string }[];
}

/** For whoever only keeps an eye on a promise: how far it is and whom to ring, and nothing of the person. */
export function OutlinePage({ role, state, bodies }: OutlineProps) {
  return (
    <div class="stack">
      <h1>{enquiryTitle(role?.title)}</h1>
      <p class="row">
        <Chip state={state} tone={toneOf(state)} words={enquiryStates[state]} />
      </p>
      <p>Who asked is private to them and to whoever they told. You can ring those who owe a word.</p>
      <Facts
        facts={bodies.map(({ name, phone }) => ({ name, fact: phone && <PhoneLink number={phone} /> }))}
      />
    </div>
  );
}
