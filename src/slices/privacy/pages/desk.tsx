import { dayWords } from '../../../platform/dates.ts';
import { ButtonLink, ButtonRow } from '../../../ui/form.tsx';
import { Empty, Task } from '../../../ui/lists.tsx';
import { Section } from '../../../ui/sheets.tsx';
import { hoursLeft } from '../rules/breaches.ts';
import { privacy } from '../urls.ts';
import { type Breach, risks } from '../words/breaches.ts';
import { type Matter, topics } from '../words/matters.ts';
import { looks } from '../words.ts';
import { breachTitle, reportTitle } from './breach.tsx';
import { matterTitle } from './matter.tsx';

export const deskTitle = 'Looking after data';

/** Somebody of the organisation looked at details of somebody else. */
export interface DeskLook {
  readonly who: string;
  readonly what: string;
  readonly at: Date;
}

/** Consents in older words, by their version: people who are asked again when they are next met. */
export interface OldWords {
  readonly version: string;
  readonly purpose: string;
  readonly count: number;
}

interface DeskProps {
  organisation: { id: string; name: string };
  matters: readonly Matter[];
  breaches: readonly Breach[];
  looks: readonly DeskLook[];
  oldWords: readonly OldWords[];
  now: Date;
}

export function DeskPage({ organisation, matters, breaches, looks: looked, oldWords, now }: DeskProps) {
  return (
    <div class="stack">
      <div>
        <h1>{deskTitle}</h1>
        <p class="lead">{`What people ask ${organisation.name} about their details, what went wrong, and who looked.`}</p>
        <ButtonRow>
          <ButtonLink href={privacy.logMatter(organisation.id)}>Somebody asked or complained</ButtonLink>
          <ButtonLink href={privacy.report(organisation.id)}>{reportTitle}</ButtonLink>
        </ButtonRow>
      </div>
      <Section id="requests" title="Requests and complaints">
        {matters.length === 0 ? (
          <Empty
            fact="Nobody has asked or complained."
            next="What comes in stands here, with the day by which it is answered."
          />
        ) : (
          <ol class="entries" data-list="matters">
            {matters.map((one) => (
              <Task
                id={one.id}
                kind={one.kind === 'complaint' ? 'Complaint' : 'Request'}
                name={matterTitle(one)}
                href={privacy.matter(one.id)}
                text={topics[one.kind][one.topic]}
                chip={{ state: one.state, ...chipOf(one, now) }}
              />
            ))}
          </ol>
        )}
      </Section>
      <Section id="breaches" title="Breaches">
        {breaches.length === 0 ? (
          <Empty
            fact="Nothing went where it should not."
            next="If it does, say it at once: the 72 hours run from then."
          />
        ) : (
          <ol class="entries" data-list="breaches">
            {breaches.map((one) => (
              <Task
                id={one.id}
                kind="Breach"
                name={breachTitle(one)}
                href={privacy.breach(one.id)}
                text={one.risk ? risks[one.risk].label : 'Not yet judged'}
                chip={{ state: one.state, ...breachChip(one, now) }}
              />
            ))}
          </ol>
        )}
      </Section>
      <Section id="old-words" title="Asked in older words">
        {oldWords.length === 0 ? (
          <p class="quiet">Everybody who agreed has read the words that are used today.</p>
        ) : (
          <ul class="lines" data-list="old-words">
            {oldWords.map(({ version, purpose, count }) => (
              <li
                data-id={`${version} ${purpose}`}
              >{`${count} agreed to a ${purpose} in the words of ${version}. They stay good; ask again when you next meet.`}</li>
            ))}
          </ul>
        )}
      </Section>
      <Section id="looks" title="Who looked">
        {looked.length === 0 ? (
          <p class="quiet">Nobody here has looked at details that were passed on.</p>
        ) : (
          <ul class="lines" data-list="looks">
            {looked.map(({ who, what, at }) => (
              <li>{`${who} looked at ${whatWords(what)} on ${dayWords(at, now)}`}</li>
            ))}
          </ul>
        )}
      </Section>
    </div>
  );
}

/** On that page the details are those of other people. */
function whatWords(what: string): string {
  const words: Readonly<Record<string, string>> = looks;
  return (words[what] ?? what).replace(/\byour?\b/g, (word) => (word === 'your' ? 'somebody’s' : 'they'));
}

function chipOf(one: Matter, now: Date): { tone?: 'wait' | 'late' | 'end'; words: string } {
  if (one.state === 'answered')
    return { tone: 'end', words: `Answered ${dayWords(one.answeredAt ?? now, now)}` };
  if (one.state === 'waiting') return { tone: 'wait', words: 'A question is open; the clock stands' };
  const by = `Answer by ${dayWords(one.dueAt, now)}`;
  return one.dueAt < now ? { tone: 'late', words: by } : { words: by };
}

function breachChip(one: Breach, now: Date): { tone: 'late' | 'wait' | 'end'; words: string } {
  if (one.endedAt) return { tone: 'end', words: 'Closed' };
  if (one.officeToldAt || one.risk === 'unlikely') return { tone: 'wait', words: 'To be closed' };
  const hours = hoursLeft(one.foundAt, now);
  return { tone: 'late', words: hours < 0 ? 'The 72 hours are over' : `${hours} hours left` };
}
