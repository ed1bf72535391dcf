import { Section } from '../../../ui/sheets.tsx';
import { network as urls } from '../urls.ts';
import type { Network } from '../words/network.ts';
import { Contact } from './contact.tsx';

export function WrongPage({ network }: { network: Network }) {
  return (
    <div class="stack text">
      <div>
        <h1>Something went wrong</h1>
        <p class="lead">Tell us. Nobody is cross with you, and it helps whoever comes next.</p>
      </div>
      <Section id="page" title="A group’s page is not right">
        <p>
          Find the page and press “Something is wrong here” at its foot. Whoever keeps it looks at it within{' '}
          {network.clocks.suggestion_answer_days} working days. <a href="/search">Find the page</a>
        </p>
      </Section>
      <Section id="yours" title="It is about you">
        <p>
          You want to know what we keep about you, or have it changed or taken away:{' '}
          <a href="/my-details">Ask about your details</a>
        </p>
      </Section>
      <Section id="complain" title="You were not treated well">
        <p>
          By this site, a centre, a group or the hub. You are told who looks into it, and have an answer
          within 30 days. <a href="/complain">Complain</a>, or ring or write:
        </p>
        <Contact network={network} />
      </Section>
      <Section id="danger" title="Somebody is in danger">
        <p>Ring 999. If you fear for a child or a grown-up in care, ring the council where they live.</p>
      </Section>
      <Section id="broken" title="The site itself is broken">
        <p>
          Look first whether <a href={urls.status()}>everything is working</a>. An error page shows a long
          number: tell us that number and we find what happened.
        </p>
      </Section>
    </div>
  );
}
