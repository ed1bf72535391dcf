import { dayWords } from '../../../../platform/dates.ts';
import { Empty, Entries, Entry, Tags } from '../../../../ui/lists.tsx';
import { Section } from '../../../../ui/sheets.tsx';
import { helpStates, helpViews } from '../../lists/help.ts';
import { help } from '../../urls.ts';
import type { HelpRow, HelpState } from '../../words/help/request.ts';

export const helpListTitle = 'Requests for help';

interface ListProps {
  of: keyof typeof helpViews;
  rows: readonly HelpRow[];
  isOpen: boolean;
  needWords: (theme: string) => string;
  now: Date;
}

/** How far each of them is, at one look and without a name. */
export function HelpRequestsPage({ of, rows, isOpen, needWords, now }: ListProps) {
  return (
    <>
      <h1>{helpListTitle}</h1>
      <Tags
        label="Which"
        tags={Object.entries(helpViews).map(([value, label]) => ({
          ...{ href: `${help.list()}?of=${value}`, label, current: value === of },
        }))}
      />
      <p>
        <a href={help.taken()}>Write for a caller</a>
      </p>
      {rows.length === 0 && (
        <Empty
          fact={isOpen ? 'Nobody waits here for help.' : 'There is nothing here.'}
          next="When somebody near you asks for what you do, it stands here and in your inbox."
        />
      )}
      {rows.length > 0 && (
        <Section id="help-requests-list" title="Requests" quiet>
          <Entries list="help-requests">
            {rows.map((row) => (
              <Entry
                id={row.id}
                name={row.code}
                href={help.one(row.id)}
                text={
                  of === 'ours'
                    ? needWords(row.theme)
                    : `${needWords(row.theme)}, with ${row.organisationName}`
                }
                kind={[`since ${dayWords(row.madeAt, now)}`]}
                chip={{ state: row.state, tone: helpTone(row.state), words: helpStates[row.state] }}
              />
            ))}
          </Entries>
        </Section>
      )}
      <p>
        {isOpen ? (
          <a href={`${help.list()}?of=${of}&open=`}>Show those that are over, too</a>
        ) : (
          <a href={`${help.list()}?of=${of}`}>Show only open ones</a>
        )}
      </p>
    </>
  );
}

export function helpTone(state: HelpState): 'wait' | 'end' | undefined {
  if (state === 'received' || state === 'sorted') return 'wait';
  return ['closed', 'spam', 'withdrawn'].includes(state) ? 'end' : undefined;
}
