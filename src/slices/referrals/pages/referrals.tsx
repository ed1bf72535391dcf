import { dayWords } from '../../../platform/dates.ts';
import { Empty, Entries, Entry, Tags } from '../../../ui/lists.tsx';
import { states, views } from '../lists/reasons.ts';
import { referrals } from '../urls.ts';
import type { ReferralRow } from '../words/referral.ts';
import { toneOf } from './say-referral.ts';

export const referralsTitle = 'Referrals';

interface ListProps {
  of: keyof typeof views;
  rows: readonly ReferralRow[];
  /** Whether somebody refers in the name of this reader’s organisation. */
  hasBehalf: boolean;
  isOpen: boolean;
  now: Date;
}

/** How far each of them is, at one look and without a name. */
export function ReferralsPage({ of, rows, hasBehalf, isOpen, now }: ListProps) {
  const shown = Object.entries(views).filter(([value]) => value !== 'behalf' || hasBehalf || of === 'behalf');
  return (
    <>
      <h1>{referralsTitle}</h1>
      <Tags
        label="Which"
        tags={shown.map(([value, label]) => ({
          ...{ href: `${referrals.list()}?of=${value}`, label, current: value === of },
        }))}
      />
      {rows.length === 0 && (
        <Empty
          fact={isOpen ? 'Nothing is open here.' : 'There is nothing here.'}
          next="To refer somebody, look for the service first; its page has the link."
          action={{ href: '/search?kind=service', label: 'Look for a service' }}
        />
      )}
      {rows.length > 0 && (
        <Entries list={`referrals-${of}`}>
          {rows.map((row) => (
            <Entry
              id={row.id}
              name={row.code}
              href={referrals.one(row.id)}
              text={
                of === 'received' ? `${row.serviceName}, from ${row.from}` : `${row.serviceName} of ${row.to}`
              }
              kind={[`since ${dayWords(row.changedAt, now)}`]}
              chip={{ state: row.state, tone: toneOf(row.state), words: states[row.state] }}
            />
          ))}
        </Entries>
      )}
      <p>
        {isOpen ? (
          <a href={`${referrals.list()}?of=${of}&open=`}>Show those that are over, too</a>
        ) : (
          <a href={`${referrals.list()}?of=${of}`}>Show only open ones</a>
        )}
      </p>
    </>
  );
}
