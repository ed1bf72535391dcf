import { Field } from '../../../ui/fields.tsx';
import { Button, ButtonRow, Form, Hidden, type Problems, type Values } from '../../../ui/form.tsx';
import { Notice, Section } from '../../../ui/sheets.tsx';
import { hasSecondKey } from '../rules/keys.ts';
import { people } from '../urls.ts';
import type { Doing, SecondKeys } from '../words/keys.ts';
import { AddPasskeyForm, BeginAuthenticator } from './keys.tsx';
import { KeptDoing, PasskeyForm } from './passkey.tsx';

interface SecondKeyProps {
  keys: SecondKeys;
  doing: Doing;
  /** Whether this machine may go on without: the practice network only. */
  practice: boolean;
  /** Which of the forms was refused. */
  refused?: { by: string; values: Values; problems: Problems } | undefined;
}

export const secondKeyTitle = 'Show your second key';

/** Shown when somebody's place asks for a second key, or what they do wants one shown just now. */
export function SecondKeyPage(props: SecondKeyProps) {
  const { keys, doing, practice } = props;
  const there = hasSecondKey(keys);
  return (
    <div class="text stack">
      <div>
        <h1>{secondKeyTitle}</h1>
        <p class="lead">
          {there
            ? 'What you want to do touches other people, so your mailbox alone is not enough.'
            : 'What you want to do touches other people, so it wants a second key. You have none yet: set one up now, it takes a minute.'}
        </p>
        {doing.kept !== '' && <p>What you wrote is kept. You send it again afterwards with one press.</p>}
      </div>
      {there ? <Show {...props} /> : <SetUp doing={doing} />}
      {practice && <Practice doing={doing} there={there} />}
      <p>
        <a href={doing.method === 'GET' && !isShut(doing.to) ? doing.to : '/'}>Not now</a>. What is open to
        everybody stays open to you.
      </p>
    </div>
  );
}

/** Going there would only lead back to this page. */
function isShut(path: string): boolean {
  return !['/', '/me', '/search', '/register'].includes(path.split('?')[0] ?? '');
}

function Show({ keys, doing, refused }: SecondKeyProps) {
  const of = (by: string) => (refused?.by === by ? refused : undefined);
  return (
    <>
      {keys.passkeys.length > 0 && (
        <Section id="passkey" title="With your passkey">
          <PasskeyForm
            name="show-passkey"
            action={people.secondKey()}
            options={people.secondKeyOptions()}
            button="Use my passkey"
            problems={of('passkey')?.problems}
          >
            <Hidden name="by" value="passkey" />
            <KeptDoing doing={doing} />
          </PasskeyForm>
        </Section>
      )}
      {keys.authenticatorSince && (
        <Section id="app" title="With your authenticator app">
          <Form
            name="show-code"
            action={people.secondKey()}
            prefix="app"
            problems={of('authenticator')?.problems}
          >
            <Hidden name="by" value="authenticator" />
            <KeptDoing doing={doing} />
            <Field
              name="app_code"
              label="The code your app shows now"
              short
              inputmode="numeric"
              autocomplete="one-time-code"
            />
            <ButtonRow>
              <Button>Show this code</Button>
            </ButtonRow>
          </Form>
        </Section>
      )}
      <details open={refused?.by === 'recovery'}>
        <summary>I have lost it</summary>
        <Form
          name="show-recovery-code"
          action={people.secondKey()}
          prefix="recovery"
          values={of('recovery')?.values}
          problems={of('recovery')?.problems}
        >
          <Hidden name="by" value="recovery" />
          <KeptDoing doing={doing} />
          <Field
            name="recovery_code"
            label="One of your recovery codes"
            hint="You wrote them down when you set up your second key. Each works once."
            autocomplete="off"
          />
          <ButtonRow>
            <Button kind="second">Use this recovery code</Button>
          </ButtonRow>
        </Form>
        <p>
          No recovery code either? Somebody who runs the page of your organisation can let you back in, with a
          second one who makes sure. Or ring the hub: the number stands at the foot of this page.
        </p>
      </details>
    </>
  );
}

function SetUp({ doing }: { doing: Doing }) {
  return (
    <>
      <Section id="passkey" title="A passkey in this device">
        <p>
          Your finger, your face or the PIN of this device opens it. Nothing to type, nothing to remember.
        </p>
        <AddPasskeyForm doing={doing} />
      </Section>
      <Section id="app" title="Or an authenticator app">
        <p>An app on your phone shows six figures, new each half minute. It works without scripts.</p>
        <BeginAuthenticator doing={doing} />
      </Section>
    </>
  );
}

function Practice({ doing, there }: { doing: Doing; there: boolean }) {
  return (
    <Notice title="This is the practice network">
      <p>
        {there
          ? 'Somebody set up this key while practising. You can go on without it.'
          : 'Its people are invented and hold no keys, so a button stands for one. In a real network it is not here.'}
      </p>
      <Form name="pass-in-practice" action={people.secondKey()} prefix="practice">
        <Hidden name="by" value="practice" />
        <KeptDoing doing={doing} />
        <ButtonRow>
          <Button kind="second">Go on as if I had shown a second key</Button>
        </ButtonRow>
      </Form>
    </Notice>
  );
}

export const sendKeptTitle = 'Now send what you wrote';

/** The form as it was typed, under the address it was meant for. */
export function SendKeptPage({ doing, codes }: { doing: Doing; codes: readonly string[] }) {
  return (
    <div class="text stack">
      <h1>{codes.length > 0 ? recoveryCodesTitle : sendKeptTitle}</h1>
      <GoOn doing={doing} codes={codes} />
    </div>
  );
}

export const recoveryCodesTitle = 'Write down your recovery codes';

function GoOn({ doing, codes }: { doing: Doing; codes: readonly string[] }) {
  const kept = [...new URLSearchParams(doing.kept)];
  return (
    <>
      {codes.length > 0 && (
        <>
          <p class="lead">
            They open your account on the day your second key is lost. Each works once. We show them only now.
          </p>
          <ul class="lines plain" data-list="recovery-codes">
            {codes.map((code) => (
              <li data-id={code}>
                <code>{code}</code>
              </li>
            ))}
          </ul>
          <p>Print this page or copy them onto paper, and keep it where you keep your keys.</p>
        </>
      )}
      {doing.method === 'POST' ? (
        <Form name="send-kept" action={doing.to}>
          <p class="lead">Thank you, that is your second key. Nothing you wrote was lost.</p>
          {kept.map(([name, value]) => (
            <Hidden name={name} value={value} />
          ))}
          <ButtonRow>
            <Button>Send it now</Button>
          </ButtonRow>
        </Form>
      ) : (
        <p>
          <a class="btn" href={doing.to}>
            {codes.length > 0 ? 'I have written them down' : 'Go on'}
          </a>
        </p>
      )}
    </>
  );
}
