import type { Use } from '../../../platform/handed.ts';
import { Section } from '../../../ui/sheets.tsx';
import { tilesOptional } from '../rules/tiles.ts';
import type { Network } from '../words/network.ts';
import { Contact } from './contact.tsx';

interface PrivacyProps {
  network: Network;
  /** What the slices say they hold about a person. */
  held: readonly { label: string }[];
  /** What goes by itself, and after how long. */
  kept: readonly { name: string; what: string; after: string }[];
  /** What details of people are used for. */
  uses: readonly Use[];
}

export function PrivacyPage({ network, held, kept, uses }: PrivacyProps) {
  const tiles = tilesOptional(network.map.tiles);
  return (
    <div class="stack text">
      <div>
        <h1>What we keep about you</h1>
        <p class="lead">As little as we can. Here is all of it.</p>
      </div>
      <Section id="visitor" title="When you only look around">
        <p>
          Nothing. Searching needs no account and sets no cookie. Of a search that found nothing we count the
          words and the month, never who asked.
        </p>
        {tiles && (
          <p>
            Who moves the map gets its pictures from {tiles.origin.replace('https://', '')}, which then learns
            your internet address and where on the map you look, but not what you searched for. Nobody has to:
            the drawn map and the list have the same things.
          </p>
        )}
      </Section>
      <Section id="account" title="When you sign in">
        <p>We keep this, and on your own page you can take all of it with you:</p>
        <ul data-list="held">
          {held.map(({ label }) => (
            <li data-id={label}>{label}</li>
          ))}
        </ul>
        <p>
          We keep your e-mail address because the code to sign in goes there. A code lives ten minutes, a
          session two weeks. One cookie keeps you signed in and another belongs to the code you asked for;
          there are no others.
        </p>
      </Section>
      <Section id="uses" title="What we use it for">
        <ul class="lines" data-list="uses">
          {uses.map(({ name, why, ground, who, kept: until }) => (
            <li data-id={name}>
              <b>{name}.</b> {why}
              <small>
                {` ${ground}. Who may read it: ${who}. Kept: ${until[0]?.toLowerCase()}${until.slice(1)}.`}
              </small>
            </li>
          ))}
        </ul>
      </Section>
      <Section id="how-long" title="How long">
        <p>Your account stays until you close it on your own page. This goes by itself:</p>
        <ul data-list="kept">
          {kept.map(({ name, what, after }) => (
            <li data-id={name}>
              {what}: after {after}
            </li>
          ))}
        </ul>
      </Section>
      <Section id="classes" title="Who can read what">
        <p>Every piece of what we hold has one of five marks:</p>
        <ul>
          <li>
            <b>Public:</b> what a group says about itself in the directory. Anyone may read and reuse it.
          </li>
          <li>
            <b>Members:</b> what is shared with those who take part in the network.
          </li>
          <li>
            <b>The organisation’s own:</b> who holds which place in it and how it answered. Its people, its
            centre and the hub, as far as their work needs it.
          </li>
          <li>
            <b>Personal:</b> names and addresses of people, and what they wrote. Only you, and those who have
            to answer you. The database itself keeps everybody else out.
          </li>
          <li>
            <b>Special:</b> health, beliefs and whatever may hurt somebody. Where you agreed to be sent on it
            is kept encrypted; what you look for is seen by you alone.
          </li>
        </ul>
      </Section>
      <Section id="record" title="The record of what was done">
        <p>
          Each change is written down with who made it and when. That record holds no e-mail address and no
          story, cannot be rewritten, and is what we look at when something went wrong.
        </p>
      </Section>
      <Section id="rights" title="Your rights">
        <p>
          You can ask what we hold, have it put right or taken away, and say no to how we use it. It costs
          nothing, and you have an answer within a month. <a href="/my-details">Ask about your details</a>, or
          write or ring:
        </p>
        <Contact network={network} />
        <p>
          Not content with our answer? <a href="/complain">Complain to us</a>, and after that to the
          Information Commissioner’s Office at ico.org.uk.
        </p>
      </Section>
    </div>
  );
}
