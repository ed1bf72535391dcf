import { dayWords } from '../../../platform/dates.ts';
import { Choices } from '../../../ui/fields.tsx';
import { Button, Form, type Problems } from '../../../ui/form.tsx';
import { Facts } from '../../../ui/lists.tsx';
import { Notice } from '../../../ui/sheets.tsx';
import { terms } from '../lists/terms.ts';
import { referrals } from '../urls.ts';

export const termsTitle = 'Sharing terms';

export function TermsPage({
  one,
  networkName,
  acceptedAt,
  mayAccept,
  now,
  problems,
}: {
  one: { id: string; name: string };
  networkName: string;
  acceptedAt: Date | undefined;
  mayAccept: boolean;
  now: Date;
  problems?: Problems | undefined;
}) {
  return (
    <div class="text stack">
      <h1>{termsTitle}</h1>
      <p class="lead">
        {`What every organisation of ${networkName} agrees to before it refers a person or takes a referral.`}
      </p>
      <Facts facts={terms.map(({ title, text }) => ({ name: title, fact: text }))} />
      {acceptedAt && (
        <Notice title="Accepted">
          <p>{`${one.name} accepted these terms on ${dayWords(acceptedAt, now)}.`}</p>
        </Notice>
      )}
      {!acceptedAt && mayAccept && (
        <Form name="accept-terms" action={referrals.terms(one.id)} problems={problems}>
          <Choices
            name="read"
            legend="Before you accept"
            type="checkbox"
            options={[{ value: 'yes', label: `I have read them, and may accept them for ${one.name}` }]}
          />
          <Button>Accept for {one.name}</Button>
        </Form>
      )}
      {!acceptedAt && !mayAccept && <p>{`An admin of ${one.name} can accept them.`}</p>}
    </div>
  );
}
