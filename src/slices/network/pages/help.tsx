import { Section } from '../../../ui/sheets.tsx';
import { people } from '../../people/urls.ts';
import { concerns, help } from '../../referrals/urls.ts';
import { register } from '../../register/urls.ts';
import { network as urls } from '../urls.ts';
import type { Network } from '../words/network.ts';
import { Contact } from './contact.tsx';

export function HelpPage({ network }: { network: Network }) {
  return (
    <div class="stack text">
      <div>
        <h1>Help</h1>
        <p class="lead">A person answers. Ring or write, whichever you like better.</p>
        <Contact network={network} />
        <p>
          In danger, ring 999. When you need somebody to talk to at night, ring Samaritans: 116 123, free.
        </p>
      </div>
      <Section id="ask" title="Ask for help">
        <p>
          For yourself, or for somebody who agrees. Two questions, a short form, no account; a person answers.{' '}
          <a href={help.ask()}>Ask for help</a>
        </p>
        <p>
          <a href={concerns.worried()}>I am worried about someone’s safety</a>
        </p>
      </Section>
      <Section id="find" title="Find something">
        <p>
          Type what you look for in your own words, and a postcode. No account is needed.{' '}
          <a href="/search">Search</a>
        </p>
      </Section>
      <Section id="in" title="Sign in">
        <p>
          There is no password. You type your e-mail address, we send six figures, you type those. They work
          for ten minutes, in the browser where you asked. <a href={people.signIn()}>Sign in</a>
        </p>
        <p>
          No mail came? Look among the unwanted mail, wait a minute, ask again. Still none? Ring us: we see
          whether it was taken.
        </p>
      </Section>
      <Section id="register" title="Register a group">
        <p>
          Once, for all centres whose areas you tick. It takes ten minutes and is kept as you write. You hear
          within {network.clocks.registration_answer_days} working days.{' '}
          <a href={register.start()}>Register a group</a>
        </p>
      </Section>
      <Section id="complain" title="Complain">
        <p>
          About this site, a centre or the hub: <a href={urls.wrong()}>say what went wrong</a>. We write back
          that we have it, and answer within 30 days.
        </p>
      </Section>
    </div>
  );
}
