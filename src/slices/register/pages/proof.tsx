import { Field } from '../../../ui/fields.tsx';
import { Button, ButtonRow, Form, Hidden, type Problems, Saved, type Values } from '../../../ui/form.tsx';
import { Section } from '../../../ui/sheets.tsx';
import { organisations } from '../urls.ts';
import type { Organisation } from '../words/records.ts';

interface ProofProps {
  one: Organisation;
  token: string;
  /** What the browser works on. */
  work: { on: string; bits: number };
  /** Whether a code was mailed. */
  mailed: boolean;
  practice: boolean;
  /** Which of the forms was refused. */
  refused?: { form: string; values: Values; problems: Problems } | undefined;
}

/** What was held for how it came: the browser works for it by itself, or somebody types a code. No riddle. */
export function ProofPage({ one, token, work, mailed, practice, refused }: ProofProps) {
  const typed = (form: string) => (refused?.form === form ? refused : undefined);
  return (
    <div class="text">
      <h1>Thank you, they will look at it</h1>
      <p class="lead">
        {`We have what you wrote about ${one.name}. It came in a way in which programs send, too, so somebody at the network looks at it first. With one more step it goes to them at once.`}
      </p>
      {!mailed && (
        <Section id="work" title="Your browser can do it">
          <Form
            name="prove-by-work"
            action={organisations.proveSuggestion(one.id, token)}
            work={refused ? undefined : work}
            problems={typed('prove-by-work')?.problems}
          >
            <p>It does a long sum, which costs a person nothing and a sender of thousands a lot.</p>
            <Hidden name="answer" value="" />
            <Saved />
            <ButtonRow>
              <Button kind="second">Send it on</Button>
            </ButtonRow>
          </Form>
        </Section>
      )}
      <Section id="mail" title={mailed ? 'The code from the e-mail' : 'Or with a code by e-mail'}>
        {mailed && (
          <Form
            name="prove-by-code"
            action={organisations.proveByCode(one.id, token)}
            problems={typed('prove-by-code')?.problems}
            values={typed('prove-by-code')?.values}
          >
            <p>
              An e-mail with six figures is on its way. Look among the unwanted mail, too.
              {practice && (
                <>
                  {' '}
                  This is the practice network: <a href="/practice/mail">the mail is shown here</a>.
                </>
              )}
            </p>
            <Field name="code" label="Code" short inputmode="numeric" autocomplete="one-time-code" />
            <ButtonRow>
              <Button>Send it on with this code</Button>
            </ButtonRow>
          </Form>
        )}
        <Form
          name="prove-by-mail"
          action={organisations.proveByMail(one.id, token)}
          problems={typed('prove-by-mail')?.problems}
          values={typed('prove-by-mail')?.values}
        >
          <Field
            name="email"
            type="email"
            label="Your e-mail address"
            autocomplete="email"
            hint="Only for the code. We do not keep it with what you wrote."
          />
          <ButtonRow>
            <Button kind="second">{mailed ? 'Mail me another code' : 'Mail me a code'}</Button>
          </ButtonRow>
        </Form>
      </Section>
      <p>
        <a href={organisations.one(one.id, one.name)}>Back to the page</a>
      </p>
    </div>
  );
}
