import { Section } from '../../../ui/sheets.tsx';
import { network as urls } from '../urls.ts';
import type { Network } from '../words/network.ts';
import { Contact } from './contact.tsx';

export function TermsPage({ network }: { network: Network }) {
  return (
    <div class="stack text">
      <div>
        <h1>What you agree to here</h1>
        <p class="lead">{`${network.name} is run by its centres and groups, for everyone.`}</p>
      </div>
      <Section id="reading" title="When you read">
        <p>
          Groups write their own pages and say when they last checked them. Ring before you travel far: a date
          of checking is a promise about that day, not about today.
        </p>
        <p>In danger, ring 999. This site is not watched day and night and cannot send help.</p>
      </Section>
      <Section id="writing" title="When you write">
        <ul>
          <li>Write only what is true, and only for a group you have a part in.</li>
          <li>Name nobody who has not agreed to it. Never write about somebody’s health.</li>
          <li>What you put on a public page may be reused by anyone under our open licence.</li>
          <li>Your code to sign in is for you alone.</li>
        </ul>
      </Section>
      <Section id="we" title="What we do">
        <p>
          We <a href={urls.expect()}>answer within the days we promise</a>, say why when we say no, and take
          nothing down without telling whoever wrote it. A page that hurts people goes at once.
        </p>
        <Contact network={network} />
      </Section>
    </div>
  );
}
