import { Field } from '../../../ui/fields.tsx';
import { Button, ButtonRow, Form, Hidden, type Problems, type Values } from '../../../ui/form.tsx';
import { Traps } from '../../../ui/human.tsx';
import { Columns, Section } from '../../../ui/sheets.tsx';
import { people } from '../urls.ts';
import { PasskeyForm } from './passkey.tsx';

interface SignInProps {
  next: string;
  hubPhone: string;
  values?: Values;
  problems?: Problems;
  passkeyProblems?: Problems;
  /** Organisations whose own accounts sign people in. */
  providers?: readonly { organisationId: string; label: string; issuer: string }[];
}

export function SignInPage(props: SignInProps) {
  return (
    <Columns aside={<NoPassword />} asideLabel="About signing in">
      <h1>Sign in</h1>
      <p class="lead">Type your e-mail address. We send you a code; there is no password to remember.</p>
      <AskForSignIn {...props} button="Send me a code" />
      <Section id="passkey" title="You have a passkey?">
        <p>Then you need no mail: your device asks for your finger, your face or its PIN.</p>
        <PasskeyForm
          name="sign-in-with-passkey"
          action={people.signInWithPasskey()}
          options={people.signInWithPasskeyOptions()}
          button="Sign in with a passkey"
          kind="second"
          problems={props.passkeyProblems}
        >
          <Hidden name="next" value={props.next} />
        </PasskeyForm>
      </Section>
      {(props.providers ?? []).length > 0 && <Elsewhere {...props} />}
    </Columns>
  );
}

function Elsewhere({ providers = [], next }: SignInProps) {
  return (
    <Section id="elsewhere" title="With the account of your organisation">
      <p>Once you have linked it on your own page.</p>
      {providers.map(({ organisationId, label }) => (
        <Form key={organisationId} name="sign-in-elsewhere" action={people.toProvider(organisationId)}>
          <Hidden name="next" value={next} />
          <ButtonRow>
            <Button kind="second">{label}</Button>
          </ButtonRow>
        </Form>
      ))}
    </Section>
  );
}

function AskForSignIn(props: { next: string; button: string; values?: Values; problems?: Problems }) {
  return (
    <Form name="ask-for-sign-in" action={people.signIn()} values={props.values} problems={props.problems}>
      <Hidden name="next" value={props.next} />
      <Field
        name="email"
        label="E-mail address"
        type="email"
        autocomplete="email"
        inputmode="email"
        hint="New here? The same way in makes your account."
      />
      <Traps />
      <ButtonRow>
        <Button>{props.button}</Button>
      </ButtonRow>
    </Form>
  );
}

function NoPassword() {
  return (
    <div class="sheet">
      <h2>Why a code?</h2>
      <p>
        Passwords get lost and stolen. The code comes to your own mailbox and works once, for ten minutes.
      </p>
      <p>You can read everything public here without signing in.</p>
      <h2>Mailbox or key lost?</h2>
      <p>
        Somebody who runs the page of your organisation can let you back in, together with a second one. No
        organisation? Ring the hub, or begin anew with another mailbox.
      </p>
    </div>
  );
}

export function CodePage(props: { practice: boolean; problems?: Problems }) {
  return (
    <div class="text">
      <h1>Type the code we sent you</h1>
      <p class="lead">
        An e-mail with six figures is on its way. It can take a minute; look among the unwanted mail, too.
      </p>
      {props.practice && (
        <p>
          This is the practice network: <a href="/practice/mail">the mail is shown here</a>.
        </p>
      )}
      <Form name="enter-code" action={people.code()} problems={props.problems}>
        <Field name="code" label="Code" short inputmode="numeric" autocomplete="one-time-code" />
        <ButtonRow>
          <Button>Sign in</Button>
        </ButtonRow>
      </Form>
      <p>
        Nothing came? <a href={people.signIn()}>Ask for another code</a>. A mailbox that is new here gets
        three a day at most.
      </p>
    </div>
  );
}

/** Opening the page does nothing: mail scanners open links. Only the button signs in. */
export function LinkPage(props: { token: string; why?: string | undefined }) {
  return (
    <div class="text">
      <h1>Sign in with this link</h1>
      {props.why ? (
        <>
          <p class="lead">{props.why}</p>
          <p>
            <a href={people.signIn()}>Ask for a new code</a>
          </p>
        </>
      ) : (
        <Form name="use-sign-in-link" action={people.link(props.token)}>
          <p class="lead">One press and you are in. The link works once.</p>
          <ButtonRow>
            <Button>Sign in</Button>
          </ButtonRow>
        </Form>
      )}
    </div>
  );
}
