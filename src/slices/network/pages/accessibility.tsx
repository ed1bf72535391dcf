import { Section } from '../../../ui/sheets.tsx';
import type { Network } from '../words/network.ts';
import { Contact } from './contact.tsx';

export function AccessibilityPage({ network }: { network: Network }) {
  return (
    <div class="stack text">
      <div>
        <h1>Using this site</h1>
        <p class="lead">It should work for you on any phone or computer, with any help you use.</p>
      </div>
      <Section id="works" title="What works">
        <ul>
          <li>Everything works without scripts, by keyboard alone, and with a screen reader.</li>
          <li>Make the text as large as you like: nothing is cut off at twice the size.</li>
          <li>Colours follow the light or dark setting of your device, and never say anything alone.</li>
          <li>Every map has a list beside it that says the same.</li>
          <li>Any page prints well in black ink.</li>
          <li>Nothing moves, flashes or disappears by itself. What you wrote in a form is kept.</li>
        </ul>
      </Section>
      <Section id="aim" title="What we hold ourselves to">
        <p>
          The Web Content Accessibility Guidelines, version 2.2, level AA. Each page is checked by machine
          whenever it changes. No person from outside has checked it yet.
        </p>
      </Section>
      <Section id="not-yet" title="What does not work yet">
        <ul>
          <li>Descriptions are in the language their group wrote them in.</li>
          <li>The map cannot be moved by keyboard; the list holds everything it shows.</li>
        </ul>
      </Section>
      <Section id="tell" title="Something is in your way?">
        <p>Tell us, and we read a page to you on the telephone meanwhile.</p>
        <Contact network={network} />
        <p>
          If we do not put it right, the Equality Advisory and Support Service can help:
          equalityadvisoryservice.com.
        </p>
      </Section>
    </div>
  );
}
