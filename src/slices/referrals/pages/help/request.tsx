import { dayWords, weekdayWords } from '../../../../platform/dates.ts';
import { Facts } from '../../../../ui/lists.tsx';
import { Columns, Notice, Section } from '../../../../ui/sheets.tsx';
import { Chip, PhoneLink } from '../../../../ui/words.tsx';
import { people } from '../../../people/urls.ts';
import { helpStates, replyWays, takenHows } from '../../lists/help.ts';
import { concerns, help } from '../../urls.ts';
import { HelpDoing } from './doing.tsx';
import { helpTone } from './requests.tsx';
import type { HelpProps } from './shown-help.ts';

export const helpTitle = (code: string) => `Request ${code}`;

export function HelpRequestPage(props: HelpProps) {
  const { one, answers, needWords, areaName, until, doubts, problems } = props;
  return (
    <Columns aside={<Asked {...props} />} asideLabel="What was asked">
      <div class="stack">
        <h1>{helpTitle(one.code)}</h1>
        <p class="lead">{`${needWords}, ${areaName || 'place unknown'}. ${answers.name} answers.`}</p>
        <p class="row">
          <Chip state={one.state} tone={helpTone(one.state)} words={helpStates[one.state]} />
        </p>
        {until && <p>{`The next word is owed by ${weekdayWords(until)}.`}</p>}
        {doubts.length > 0 && (
          <Notice tone="warn" title="It may not come from a person">
            <p>{`What speaks for that: ${doubts.join('; ')}. Read it all the same: it may be somebody in need.`}</p>
          </Notice>
        )}
        {problems?.[''] && <Notice tone="warn">{problems['']}</Notice>}
        <HelpDoing {...props} />
        <p>
          <a href={concerns.worried({ request: one.id })}>I am worried about someone’s safety</a>
        </p>
      </div>
    </Columns>
  );
}

function Asked(props: HelpProps) {
  const { one, story, details, wantsKey, takenBy, keeper, now } = props;
  return (
    <div class="stack">
      <Section id="asked" title="What they wrote" sheet>
        {wantsKey && (
          <p>
            This opens with your second key. <a href={people.secondKey(help.one(one.id))}>Show it</a>
          </p>
        )}
        {story && <p>{`“${story}”`}</p>}
        {!story && !wantsKey && <p class="quiet">{goneWords(props)}</p>}
      </Section>
      {details && (
        <Section id="who" title="Who it is" sheet>
          <Facts
            facts={[
              { name: 'Name', fact: details.name },
              { name: 'Answer', fact: replyWays[one.replyBy] },
              { name: 'Telephone', fact: details.phone && <PhoneLink number={details.phone} /> },
              { name: 'E-mail', fact: details.email },
              { name: 'Address', fact: details.address },
              { name: 'Postcode', fact: details.postcode },
              { name: 'Safely', fact: details.safe && <b>{details.safe}</b> },
              { name: 'Written by', fact: details.asker },
            ]}
          />
        </Section>
      )}
      <Section id="how" title="How it came" sheet>
        <Facts
          facts={[
            { name: 'Came', fact: `${takenHows[one.takenHow]}, ${dayWords(one.madeAt, now)}` },
            { name: 'Taken by', fact: takenBy },
            { name: 'Taken up by', fact: keeper },
            { name: 'Told', fact: one.toldHow },
            { name: 'Agreed', fact: props.wording },
          ]}
        />
      </Section>
    </div>
  );
}

function goneWords({ one, mayAnswer, answers }: HelpProps): string {
  if (one.state === 'withdrawn') return 'They withdrew, so nothing is left of it but the dates.';
  if (!mayAnswer) return `What they wrote is between them and ${answers.name}.`;
  return 'This is over, so what they wrote is locked.';
}
