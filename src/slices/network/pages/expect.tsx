import { Lines } from '../../../ui/lists.tsx';
import { Section } from '../../../ui/sheets.tsx';
import { network as urls } from '../urls.ts';
import type { Network } from '../words/network.ts';

export function ExpectPage({ network }: { network: Network }) {
  const { clocks, promise } = network;
  return (
    <div class="stack text">
      <div>
        <h1>What you can expect</h1>
        <p class="lead">What we promise, and how long it may take.</p>
      </div>
      {promise.length > 0 && (
        <Section id="promise" title="Our promise">
          <Lines lines={promise} />
        </Section>
      )}
      <Section id="clocks" title="Our clocks">
        <Lines
          lines={[
            `A centre answers a new group within ${working(clocks.registration_answer_days)}.`,
            `Whoever says that something on a page is wrong hears within ${working(clocks.suggestion_answer_days)}.`,
            `Whoever asks for help hears from a person within ${working(clocks.help_answer_days)}.`,
            `A group that another one says hello to answers within ${working(clocks.hello_answer_days)}.`,
            `Whoever asks about volunteering hears from a centre within ${working(clocks.enquiry_answer_days)}.`,
            `A group answers whoever would like to volunteer there within ${working(clocks.introduction_answer_days)}.`,
            `When nobody answers in time, it goes to the next person after every ${working(clocks.climb_days)}: a ` +
              'second contact, the home centre, then the hub.',
            `After ${clocks.check_due_months} months we ask a group whether its page is still right. After ` +
              `${clocks.check_old_months} the page says that it may be out of date. After ` +
              `${clocks.check_out_months} it is no longer found unless somebody asks for old pages.`,
          ]}
        />
        <p>
          Working days are Monday to Friday, nine to five, without bank holidays. What comes later counts from
          the next working morning.
        </p>
      </Section>
      <p>
        We were late? <a href={urls.wrong()}>Tell us</a>. It helps whoever comes after you.
      </p>
    </div>
  );
}

function working(days: number): string {
  return days === 1 ? 'one working day' : `${days} working days`;
}
