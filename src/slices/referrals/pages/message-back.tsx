import { dayWords } from '../../../platform/dates.ts';
import { ButtonLink, ButtonRow } from '../../../ui/form.tsx';
import { Facts } from '../../../ui/lists.tsx';
import type { MessageBack } from '../rules/message-back.ts';
import { referrals } from '../urls.ts';

export const messageBackTitle = ({ referrer_details: { reference } }: MessageBack) =>
  `Message back ${reference}`;

/** What became of a referral, to be read, printed or filed. */
export function MessageBackPage({
  id,
  message,
  hasPdf,
}: {
  id: string;
  message: MessageBack;
  hasPdf: boolean;
}) {
  return (
    <div class="stack text">
      <div class="noprint">
        <ButtonRow>
          {hasPdf && <ButtonLink href={referrals.messageBackPdf(id)}>As a PDF</ButtonLink>}
          <ButtonLink href={referrals.messageBack(id)}>As a file for your system</ButtonLink>
        </ButtonRow>
      </div>
      <MessageWords message={message} />
    </div>
  );
}

/** Under the heads of the social prescribing standard, in their order. */
export function MessageWords({ message }: { message: MessageBack }) {
  const {
    person_demographics: person,
    referrer_details: referrer,
    referral_details: details,
    outcome,
  } = message;
  const { about_me: about, consent } = message;
  return (
    <article>
      <h1>{messageBackTitle(message)}</h1>
      <Head
        title="Person"
        facts={[
          { name: 'Name', fact: person.preferred_name },
          { name: 'Telephone', fact: person.telephone },
          { name: 'E-mail', fact: person.email },
        ]}
      />
      <Head
        title="Referral"
        facts={[
          { name: 'From', fact: referrer.organisation },
          { name: 'Reference', fact: referrer.reference },
          { name: 'Sent', fact: day(details.sent_at) },
          { name: 'Received', fact: day(details.received_at) },
          { name: 'Reason', fact: details.reason_for_referral },
          { name: 'SNOMED CT', fact: details.code_label },
        ]}
      />
      <Head
        title="About me"
        facts={[{ name: 'What matters most to me', fact: about.what_is_most_important_to_me }]}
      />
      <Head
        title="Consent"
        facts={[
          { name: 'How', fact: consent.how },
          { name: 'On', fact: consent.given_on },
          { name: 'Ground', fact: consent.ground.replace('_', ' ') },
        ]}
      />
      <Head
        title="Offered"
        facts={message.social_prescribing_services_offered.map(({ organisation, activity }) => ({
          name: organisation,
          fact: activity,
        }))}
      />
      <Head
        title="Outcome"
        facts={[
          { name: 'Status', fact: outcome.status },
          { name: 'Started', fact: day(outcome.started_at) },
          { name: 'Ended', fact: day(outcome.ended_at) },
          { name: 'Reason', fact: outcome.reason },
        ]}
      />
      <Head
        title="Message back"
        facts={message.message_back.map(({ at, text }) => ({ name: day(at), fact: text }))}
      />
    </article>
  );
}

function Head({ title, facts }: { title: string; facts: readonly { name: string; fact: string }[] }) {
  if (facts.every(({ fact }) => fact === '')) return null;
  return (
    <section class="sheet">
      <h2>{title}</h2>
      <Facts facts={facts} />
    </section>
  );
}

/** With its year, because it is filed. */
function day(at: string | null): string {
  return at === null ? '' : dayWords(new Date(at), new Date(0));
}
