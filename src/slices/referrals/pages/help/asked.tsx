import { dayWords, weekdayWords } from '../../../../platform/dates.ts';
import { Facts } from '../../../../ui/lists.tsx';
import { Notice } from '../../../../ui/sheets.tsx';
import { Chip, PhoneLink } from '../../../../ui/words.tsx';
import { privacy } from '../../../privacy/urls.ts';
import { askerStates } from '../../lists/help.ts';
import { help } from '../../urls.ts';
import type { HelpRequest } from '../../words/help/request.ts';
import { NotForEmergencies } from './emergencies.tsx';

export const askedTitle = 'Your request for help';

interface AskedProps {
  one: HelpRequest;
  answers: { name: string; phone: string };
  /** Until when they hear next. */
  until: Date | undefined;
  token: string;
  now: Date;
}

/** For whoever asked, without an account: who has it, how far it is, until when they hear, and how to stop it. */
export function AskedPage({ one, answers, until, token, now }: AskedProps) {
  return (
    <div class="text stack">
      <h1>{askedTitle}</h1>
      <p class="row">
        <Chip state={one.state} words={askerStates[one.state]} />
      </p>
      <Facts
        facts={[
          { name: 'Code', fact: one.code },
          { name: 'Who has it', fact: answers.name },
          { name: 'Ring them', fact: answers.phone && <PhoneLink number={answers.phone} /> },
          { name: 'Asked', fact: dayWords(one.madeAt, now) },
          { name: 'You hear by', fact: until && weekdayWords(until) },
        ]}
      />
      <Notice title="Keep this page">
        <p>
          Its address is yours alone. Write down the code, or keep the address: here you see how far it is.
          Nobody else can open it.
        </p>
        <p>
          <a href={privacy.sharedByLink(token)}>See who has my details, and stop it</a>
        </p>
      </Notice>
      <NotForEmergencies />
      <p>
        <a href={help.ask()}>Ask for something else</a>
      </p>
    </div>
  );
}
