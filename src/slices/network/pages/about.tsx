import { Section } from '../../../ui/sheets.tsx';
import { network as urls } from '../urls.ts';
import type { Network } from '../words/network.ts';
import { Contact } from './contact.tsx';

export function AboutPage({ network }: { network: Network }) {
  return (
    <div class="stack text">
      <div>
        <h1>Made with Joinery</h1>
        <p class="lead">
          {`${network.name} runs this site for itself. Joinery is the program it runs on, and it belongs to everybody.`}
        </p>
      </div>
      <Section id="joinery" title="What Joinery is">
        <p>
          A program for a network of voluntary organisations: one place to register once, to be found, and to
          see that nobody waits too long. A joint is where two pieces hold each other.
        </p>
        <p>
          It is free software under the GNU Affero General Public Licence, version 3 or later. Whoever uses
          this site may have its source, changes included: ask the hub, or take it from wherever you got your
          copy.
        </p>
      </Section>
      <Section id="who" title="Who runs this site">
        <Contact network={network} />
        <p>
          <a href={urls.status()}>Is everything working?</a> · <a href={urls.terms()}>What you agree to</a> ·{' '}
          <a href={urls.expect()}>What you can expect</a>
        </p>
      </Section>
    </div>
  );
}
