import { dayWords } from '../../../../platform/dates.ts';
import { Field } from '../../../../ui/fields.tsx';
import { Button, ButtonRow, Form, Hidden, type Problems, type Values } from '../../../../ui/form.tsx';
import { Columns, Section } from '../../../../ui/sheets.tsx';
import { register } from '../../urls.ts';
import type { Draft } from '../../words/registration.ts';
import { type StepProps, WhatToExpect } from './steps.tsx';

interface StartProps {
  promise: StepProps['promise'];
  signedIn: boolean;
  drafts: readonly Draft[];
  now: Date;
  values?: Values;
  problems?: Problems;
}

/** The way in: everybody reads the promise first; whoever is not signed in proves a mailbox, so that nothing is lost. */
export function StartPage(props: StartProps) {
  return (
    <Columns aside={<WhatToExpect {...props.promise} />} asideLabel="What to expect">
      <h1>Tell us about your group, once</h1>
      <p class="lead">
        One form. Every centre whose area you work in sees it, answers it, and adds only its own questions.
      </p>
      {props.drafts.length > 0 && <Drafts drafts={props.drafts} now={props.now} />}
      <Section id="begin" title={props.drafts.length > 0 ? 'Begin another' : 'Begin'}>
        {props.signedIn ? (
          <Form name="begin-registration" action={register.start()}>
            <p>Have at hand: where you meet, what you do there, and a number people may ring.</p>
            <ButtonRow>
              <Button>Begin the form</Button>
            </ButtonRow>
          </Form>
        ) : (
          <Form name="ask-for-sign-in" action="/sign-in" values={props.values} problems={props.problems}>
            <p>First your e-mail address, so that nothing you write is lost and we can answer you.</p>
            <Hidden name="next" value={register.start()} />
            <Field
              name="email"
              type="email"
              label="Your e-mail address"
              hint="We send a code. There is no password."
              autocomplete="email"
              inputmode="email"
            />
            <ButtonRow>
              <Button>Send me a code</Button>
            </ButtonRow>
          </Form>
        )}
      </Section>
      <p>
        Rather with a pen? <a href={register.paper()}>Print the form</a>, or ring your centre and they write
        for you.
      </p>
      <p>
        Already listed? <a href="/search">Find your page</a> and say there that it is yours.
      </p>
    </Columns>
  );
}

function Drafts({ drafts, now }: { drafts: readonly Draft[]; now: Date }) {
  return (
    <Section id="drafts" title="Go on where you stopped">
      <ul class="lines plain" data-list="drafts">
        {drafts.map((draft) => (
          <li key={draft.id} data-id={draft.id}>
            <a href={register.step(draft.id, 'who')}>
              {String(draft.answers.name ?? 'A group without a name yet')}
            </a>{' '}
            <span class="quiet">{`kept on ${dayWords(draft.changedAt, now)}`}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
