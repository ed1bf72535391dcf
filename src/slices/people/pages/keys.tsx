import { dayWords } from '../../../platform/dates.ts';
import { Field } from '../../../ui/fields.tsx';
import { Button, ButtonRow, Form, type Problems, type Values } from '../../../ui/form.tsx';
import { Section } from '../../../ui/sheets.tsx';
import { hasSecondKey, inFours } from '../rules/keys.ts';
import { people } from '../urls.ts';
import type { Doing, Passkey, SecondKeys } from '../words/keys.ts';
import { KeptDoing, PasskeyForm } from './passkey.tsx';

export const keysTitle = 'Your second key';

interface KeysProps {
  keys: SecondKeys;
  now: Date;
  /** What was refused: which form, and of which passkey. */
  refused?: { form: string; values: Values; problems: Problems } | undefined;
}

const toHere: Doing = { to: people.keys(), method: 'GET', kept: '' };

export function KeysPage({ keys, now, refused }: KeysProps) {
  const of = (form: string) => (refused?.form === form ? refused : undefined);
  return (
    <div class="text stack">
      <div>
        <h1>{keysTitle}</h1>
        <p class="lead">
          Your mailbox is the first key. With a second one nobody comes in who can only read your mail.
        </p>
        {!hasSecondKey(keys) && (
          <p>
            You have none yet. Whoever answers for a centre, for the hub or as a trustee needs one; everybody
            may have one. It opens your places in organisations from then on.
          </p>
        )}
      </div>
      <Section id="passkeys" title="Passkeys">
        {keys.passkeys.length > 0 && (
          <ul class="lines plain" data-list="passkeys">
            {keys.passkeys.map((one) => (
              <PasskeyLine one={one} now={now} problems={of(`name ${one.id}`)?.problems} />
            ))}
          </ul>
        )}
        <p>
          {keys.passkeys.length === 0
            ? 'Your finger, your face or the PIN of your device opens it. Nothing to type, nothing to remember.'
            : 'Add another one, so that you come in when this device is lost.'}
        </p>
        <AddPasskeyForm doing={toHere} refused={of('add-passkey')} />
      </Section>
      <Section id="app" title="Authenticator app">
        {keys.authenticatorSince ? (
          <>
            <p>{`Set up ${dayWords(keys.authenticatorSince, now)}. Its six figures stand in for a passkey.`}</p>
            <Form
              name="remove-authenticator"
              action={people.removeAuthenticator()}
              prefix="remove-app"
              problems={of('remove-authenticator')?.problems}
            >
              <Button kind="second">Remove the app from my account</Button>
            </Form>
          </>
        ) : (
          <>
            <p>An app on your phone shows six figures, new each half minute. It works without scripts.</p>
            <BeginAuthenticator doing={toHere} problems={of('begin-authenticator')?.problems} />
          </>
        )}
      </Section>
      {hasSecondKey(keys) && <Recovery left={keys.recoveryCodesLeft} />}
      <p>
        <a href={people.me()}>Back to your page</a>
      </p>
    </div>
  );
}

function PasskeyLine({ one, now, problems }: { one: Passkey; now: Date; problems?: Problems | undefined }) {
  const used = one.usedAt ? `last used ${dayWords(one.usedAt, now)}` : 'not used yet';
  return (
    <li data-id={one.id}>
      <p>
        <b>{one.name}</b>
        {`, since ${dayWords(one.madeAt, now)}, ${used}`}
        {one.synced && <span class="quiet">. Your devices share it</span>}
      </p>
      <details open={problems !== undefined}>
        <summary>{`Rename or remove ${one.name}`}</summary>
        <Form
          name="name-passkey"
          action={people.namePasskey(one.id)}
          prefix={`name-${one.id}`}
          values={{ name: one.name }}
          problems={problems}
        >
          <Field name="name" label={`New name of ${one.name}`} maxLength={60} />
          <ButtonRow>
            <Button kind="second">Keep this name</Button>
          </ButtonRow>
        </Form>
        <Form name="remove-passkey" action={people.removePasskey(one.id)} prefix={`remove-${one.id}`}>
          <Button kind="second">{`Remove ${one.name}`}</Button>
        </Form>
      </details>
    </li>
  );
}

interface SetUpProps {
  doing: Doing;
  refused?: { values: Values; problems: Problems } | undefined;
}

export function AddPasskeyForm({ doing, refused }: SetUpProps) {
  return (
    <PasskeyForm
      name="add-passkey"
      action={people.passkeys()}
      options={people.passkeyOptions()}
      button="Add a passkey"
      values={refused?.values}
      problems={refused?.problems}
    >
      <KeptDoing doing={doing} />
      <Field
        name="name"
        label="What you call it"
        hint="By this you know it again, like “my phone” or “the office PC”."
        maxLength={60}
        optional
      />
    </PasskeyForm>
  );
}

export function BeginAuthenticator({ doing, problems }: { doing: Doing; problems?: Problems | undefined }) {
  return (
    <Form name="begin-authenticator" action={people.authenticator()} prefix="begin-app" problems={problems}>
      <KeptDoing doing={doing} />
      <ButtonRow>
        <Button kind="second">Set up an authenticator app</Button>
      </ButtonRow>
    </Form>
  );
}

function Recovery({ left }: { left: number }) {
  return (
    <Section id="recovery" title="Recovery codes">
      <p data-state={String(left)}>
        {left === 0
          ? 'None is left. Make new ones today: without them a lost key costs you days.'
          : `${left} of your recovery codes ${left === 1 ? 'is' : 'are'} left. Each works once.`}
      </p>
      <Form name="make-recovery-codes" action={people.recoveryCodes()} prefix="recovery">
        <Button kind="second">Make new ones in place of the old</Button>
      </Form>
    </Section>
  );
}

export const authenticatorTitle = 'Set up your authenticator app';

interface AuthenticatorProps {
  /** Base 32, as apps take it. */
  keyText: string;
  address: string;
  doing: Doing;
  problems?: Problems | undefined;
}

/** The key in groups of four for typing, and an address for the phone on which the app is. */
export function AuthenticatorPage({ keyText, address, doing, problems }: AuthenticatorProps) {
  return (
    <div class="text stack">
      <h1>{authenticatorTitle}</h1>
      <Section id="app" title="1. Get the app">
        <p>Any app for six-figure codes will do; many phones have one built in where they keep passwords.</p>
      </Section>
      <Section id="key" title="2. Give it this key">
        <p>
          On the phone that has the app: <a href={address}>open the app with the key</a>. Elsewhere choose
          “enter a key” in the app and type:
        </p>
        <p>
          <code data-state="key">{inFours(keyText)}</code>
        </p>
      </Section>
      <Section id="code" title="3. Type the code it shows">
        <Form name="confirm-authenticator" action={people.confirmAuthenticator()} problems={problems}>
          <KeptDoing doing={doing} />
          <Field
            name="app_code"
            label="Six figures from the app"
            short
            inputmode="numeric"
            autocomplete="one-time-code"
          />
          <ButtonRow>
            <Button>That is the code</Button>
          </ButtonRow>
        </Form>
      </Section>
      <p>
        <a href={people.keys()}>Not now</a>
      </p>
    </div>
  );
}
