import { Choices, Field } from '../../../ui/fields.tsx';
import type { Problems, Values } from '../../../ui/form.tsx';
import { Button, ButtonRow, Form, Hidden } from '../../../ui/form.tsx';
import { Human } from '../../../ui/human.tsx';
import { Lines } from '../../../ui/lists.tsx';
import { Notice, Section } from '../../../ui/sheets.tsx';
import { network } from '../../network/urls.ts';
import { people } from '../../people/urls.ts';
import { privacy } from '../urls.ts';
import { hows, topics } from '../words/matters.ts';

export const complainTitle = 'Complain';
export const askTitle = 'Ask about your details';

interface Sending {
  stamp: string;
  signedIn: boolean;
  values?: Values | undefined;
  problems?: Problems | undefined;
}

export function ComplainPage({
  about,
  aboutName,
  ...sending
}: Sending & { about: string; aboutName?: string | undefined }) {
  return (
    <div class="stack text">
      <div>
        <h1>{complainTitle}</h1>
        <p class="lead">
          {aboutName ? `About ${aboutName}. ` : ''}
          You are told within five working days who looks into it, and have an answer within 30 days.
        </p>
      </div>
      <Notice title="Is somebody in danger?">
        <p>
          Ring 999. If you fear for a child or a grown-up in care, ring the council where they live. Do not
          wait for an answer from here.
        </p>
      </Notice>
      <Form name="complain" action={privacy.complain()} values={sending.values} problems={sending.problems}>
        <Hidden name="about" value={about} />
        <Choices legend="What went wrong?" name="topic" options={optionsOf(topics.complaint)} />
        <Typed
          {...sending}
          what="Tell us what happened"
          hint="When it was, and what you would like to happen now."
        />
        <ButtonRow>
          <Button>Send the complaint</Button>
        </ButtonRow>
      </Form>
      <p class="quiet">
        {
          'A complaint about a group goes to its centre, one about a centre to the hub, and one about your details to '
        }
        {'whoever looks after data for the network. '}
        <a href={network.wrong()}>Something else is wrong</a>
      </p>
    </div>
  );
}

export function AskPage(sending: Sending) {
  return (
    <div class="stack text">
      <div>
        <h1>{askTitle}</h1>
        <p class="lead">It costs nothing, and you have an answer within a month.</p>
      </div>
      <Section id="at-once" title="At once, without asking anybody">
        <Lines
          lines={[
            <>
              {'See who was given your details, and stop it: '}
              <a href={sending.signedIn ? privacy.shared() : people.signIn(privacy.shared())}>
                Who has my details?
              </a>
            </>,
            <>
              {'Take everything with you, change it, or close your account: '}
              <a href={sending.signedIn ? people.me() : people.signIn(people.me())}>You</a>
            </>,
          ]}
        />
      </Section>
      <Section id="ask" title="Ask us">
        <Form
          name="ask-about-data"
          action={privacy.ask()}
          values={sending.values}
          problems={sending.problems}
        >
          <Choices legend="What would you like?" name="topic" options={optionsOf(topics['rights-request'])} />
          <Typed
            {...sending}
            what="Tell us more"
            hint="For instance which group or service it is about. Please send no papers about who you are; we ask if we have to."
          />
          <ButtonRow>
            <Button>Send</Button>
          </ButtonRow>
        </Form>
      </Section>
    </div>
  );
}

/** Whoever heard it writes it down; the clock runs from now. */
export function LogMatterPage({
  organisationId,
  name,
  values,
  problems,
}: {
  organisationId: string;
  name: string;
  values?: Values | undefined;
  problems?: Problems | undefined;
}) {
  return (
    <div class="stack text">
      <div>
        <h1>{logTitle}</h1>
        <p class="lead">{`For ${name}. Write it as they said it; they may read it.`}</p>
      </div>
      <Form name="log-matter" action={privacy.logMatter(organisationId)} values={values} problems={problems}>
        <Choices
          legend="What is it about?"
          name="topic"
          options={[...optionsOf(topics['rights-request']), ...optionsOf(topics.complaint)]}
        />
        <Choices
          legend="How did they tell you?"
          name="how"
          options={optionsOf(hows).filter(({ value }) => value !== 'online')}
        />
        <Field label="What they said" name="words" type="textarea" rows={6} />
        <Field label="Who it was" name="name" />
        <Field
          label="Their e-mail address"
          name="email"
          type="email"
          optional
          hint="They get a link to follow it."
        />
        <Field label="Their telephone number" name="phone" type="tel" optional />
        <ButtonRow>
          <Button>Write it down</Button>
        </ButtonRow>
      </Form>
    </div>
  );
}

export const logTitle = 'Somebody asked or complained';

function Typed({ stamp, signedIn, what, hint }: Sending & { what: string; hint: string }) {
  return (
    <>
      <Human stamp={stamp} />
      <Field label={what} hint={hint} name="words" type="textarea" rows={6} />
      {!signedIn && (
        <>
          <Field label="Your name" name="name" autocomplete="name" optional />
          <Field
            label="Your e-mail address"
            name="email"
            type="email"
            autocomplete="email"
            optional
            hint="We write when there is something to read. Without it, keep the link that you get next."
          />
        </>
      )}
      <Field label="Your telephone number" name="phone" type="tel" autocomplete="tel" optional />
    </>
  );
}

function optionsOf(words: Readonly<Record<string, string>>) {
  return Object.entries(words).map(([value, label]) => ({ value, label }));
}
