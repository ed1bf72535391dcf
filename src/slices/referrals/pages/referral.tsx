import { Field } from '../../../ui/fields.tsx';
import { Button, Form } from '../../../ui/form.tsx';
import { Facts } from '../../../ui/lists.tsx';
import { Columns, Notice, Section, Trail } from '../../../ui/sheets.tsx';
import { Chip, PhoneLink } from '../../../ui/words.tsx';
import { people } from '../../people/urls.ts';
import { privacy } from '../../privacy/urls.ts';
import { services } from '../../register/urls.ts';
import { states } from '../lists/reasons.ts';
import { concerns, referrals } from '../urls.ts';
import type { Referral } from '../words/referral.ts';
import { Beside } from './plan/beside.tsx';
import { Doing } from './referral-forms.tsx';
import { toneOf, trailItem, turnWords } from './say-referral.ts';
import type { ReferralProps } from './shown-referral.ts';

export const referralTitle = (code: string) => `Referral ${code}`;

export function ReferralPage(props: ReferralProps) {
  const { one, steps, names, serviceName, turn, problems, refused } = props;
  const from = names.get(one.organisationId) ?? '';
  return (
    <Columns aside={<Known {...props} />} asideLabel="About this referral">
      <div class="stack">
        <h1>{referralTitle(one.code)}</h1>
        <p class="lead">
          {`From ${from} to `}
          <a href={services.one(one.serviceId, serviceName)}>{serviceName}</a>
          {` of ${names.get(one.receiverId) ?? ''}`}
        </p>
        <p class="row">
          <Chip state={one.state} tone={toneOf(one.state)} words={states[one.state]} />
        </p>
        {turn && <p>{turnWords(turn)}</p>}
        {(refused === undefined || one.state === 'on_hold') && problems?.[''] && (
          <Notice tone="warn">{problems['']}</Notice>
        )}
        <Doing {...props} />
        <Section id="trail" title="What has happened">
          <Trail items={steps.map((step) => trailItem(step, names))} />
        </Section>
        <Beside {...props} />
        <p>
          <a href={concerns.worried({ referral: one.id })}>I am worried about someone’s safety</a>
        </p>
      </div>
    </Columns>
  );
}

function Known(props: ReferralProps) {
  const { one, need, story, details, wantsKey, agreed, side } = props;
  return (
    <div class="stack">
      <div class="sheet">
        <h2>What they need</h2>
        {wantsKey && (
          <p>
            This opens with your second key. <a href={people.secondKey(referrals.one(one.id))}>Show it</a>
          </p>
        )}
        {need && <p>{need}</p>}
        {story && <p>{`“${story}”`}</p>}
        {!need && !wantsKey && <p class="quiet">{goneWords(one, side)}</p>}
      </div>
      {details && (
        <div class="sheet">
          <h2>Who it is</h2>
          <Facts
            facts={[
              { name: 'Name', fact: details.name },
              { name: 'Telephone', fact: details.phone && <PhoneLink number={details.phone} /> },
              { name: 'E-mail', fact: details.email },
              { name: 'Lives', fact: details.address },
              { name: 'Safely', fact: details.safe && <b>{details.safe}</b> },
            ]}
          />
        </div>
      )}
      {agreed && (
        <div class="sheet">
          <h2>What they agreed to</h2>
          <Facts
            facts={[
              { name: 'How', fact: groundWords(agreed) },
              {
                name: 'If you cannot',
                fact: agreed.coversNext ? 'Another service may be tried' : 'Ask them first',
              },
            ]}
          />
          <Stopping {...props} />
        </div>
      )}
    </div>
  );
}

function Stopping({ one, side, problems, refused, values }: ReferralProps) {
  if (side === 'behalf' || one.state === 'withdrawn' || one.state === 'closed') return null;
  const mine = refused === 'withdraw';
  return (
    <>
      {side === 'sender' && (
        <Form name="make-letter" action={referrals.letter(one.id)}>
          <Button kind="second">Print a letter for them</Button>
        </Form>
      )}
      <details open={mine}>
        <summary>They have changed their mind</summary>
        <Form
          name="withdraw-referral"
          action={referrals.withdraw(one.id)}
          prefix="withdraw"
          values={mine ? values : undefined}
          problems={mine ? problems : undefined}
        >
          <p class="quiet">Everything stops at once, and what was written here about them is gone.</p>
          <Field name="told_how" label="How did they tell you?" maxLength={200} />
          <Button kind="wax">Stop it</Button>
        </Form>
      </details>
      {one.basisId && (
        <p>
          <a class="tap" href={privacy.wrongPerson(one.basisId)}>
            These are the details of somebody else
          </a>
        </p>
      )}
    </>
  );
}

function groundWords({ how, givenOn, ground }: { how: string; givenOn: string; ground: string }): string {
  if (ground === 'public_task') return 'Without consent: the task of a public body';
  if (ground === 'safeguarding') return 'Without consent: somebody’s safety';
  return `${how === 'written' ? 'Signed' : 'Spoken'}, on ${givenOn}`;
}

function goneWords(one: Referral, side: string): string {
  if (one.state === 'on_hold')
    return 'It is on hold. Until it goes on, a safeguarding lead alone may read it.';
  if (one.state === 'withdrawn') return 'They withdrew, so nothing is left of it but the dates.';
  if (side === 'behalf') return 'What they need is between them, whoever sent it and the service.';
  return 'You can no longer read this: the referral is no longer with you.';
}
