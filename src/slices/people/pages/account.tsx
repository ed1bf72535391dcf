import { Field, Tick } from '../../../ui/fields.tsx';
import { Button, ButtonRow, Form, type Problems, type Values } from '../../../ui/form.tsx';
import { Notice } from '../../../ui/sheets.tsx';
import { people } from '../urls.ts';

export const mailboxTitle = 'Change your mailbox';

interface MailboxProps {
  email: string;
  /** Where a link was sent just now. */
  sent: boolean;
  practice: boolean;
  values?: Values | undefined;
  problems?: Problems | undefined;
}

export function MailboxPage({ email, sent, practice, values, problems }: MailboxProps) {
  return (
    <div class="text stack">
      <div>
        <h1>{mailboxTitle}</h1>
        <p class="lead">{`You sign in as ${email}. Codes go there until you have shown that the new mailbox is yours.`}</p>
      </div>
      {sent && (
        <Notice title="A mail is on its way to the new mailbox">
          <p>Open its link in this browser and press the button. The link is good for a day.</p>
          {practice && (
            <p>
              This is the practice network: <a href="/practice/mail">the mail is shown here</a>.
            </p>
          )}
        </Notice>
      )}
      <Form name="change-mailbox" action={people.mailbox()} values={values} problems={problems}>
        <Field
          name="email"
          type="email"
          label="Your new e-mail address"
          autocomplete="email"
          inputmode="email"
          hint="Your old mailbox is told, and can take the account back for seven days."
        />
        <ButtonRow>
          <Button>Send a link there</Button>
        </ButtonRow>
      </Form>
      <p>
        <a href={people.me()}>Back to your page</a>
      </p>
    </div>
  );
}

interface ByLinkProps {
  token: string;
  why?: string | undefined;
  problems?: Problems | undefined;
}

export const takeTitle = 'Sign in with this mailbox from now on';

export function TakeMailboxPage(props: ByLinkProps) {
  return (
    <ByLink
      title={takeTitle}
      form="take-mailbox"
      action={people.takeMailbox(props.token)}
      lead="One press, and codes come here. Your old mailbox can take it back for seven days."
      button="Use this mailbox"
      {...props}
    />
  );
}

export const undoTitle = 'Take your account back';

export function UndoMailboxPage(props: ByLinkProps) {
  return (
    <ByLink
      title={undoTitle}
      form="undo-mailbox"
      action={people.undoMailbox(props.token)}
      lead="Codes come to this mailbox again. Every session ends, and keys that were added since are removed."
      button="Take it back"
      {...props}
    />
  );
}

interface OneButton {
  title: string;
  form: string;
  action: string;
  lead: string;
  button: string;
}

/** Opening the page does nothing: mail scanners open links. */
function ByLink({ title, form, action, lead, button, why, problems }: OneButton & ByLinkProps) {
  return (
    <div class="text">
      <h1>{title}</h1>
      {why ? (
        <Over why={why} />
      ) : (
        <Form name={form} action={action} problems={problems}>
          <p class="lead">{lead}</p>
          <ButtonRow>
            <Button>{button}</Button>
          </ButtonRow>
        </Form>
      )}
    </div>
  );
}

function Over({ why }: { why: string }) {
  return (
    <>
      <p class="lead">{why}</p>
      <p>
        <a href={people.signIn()}>Sign in</a> or <a href="/help">ask for help</a>.
      </p>
    </>
  );
}

export const closeTitle = 'Close your account';

interface CloseProps {
  inTheWay: readonly { why: string; label: string; href: string }[];
  problems?: Problems | undefined;
}

export function ClosePage({ inTheWay, problems }: CloseProps) {
  return (
    <div class="text stack">
      <h1>{closeTitle}</h1>
      {inTheWay.length > 0 ? (
        <>
          <p class="lead">Not yet: somebody else has to be able to go on without you first.</p>
          <ul class="lines" data-list="in-the-way">
            {inTheWay.map((one) => (
              <li data-id={one.href}>
                {one.why} <a href={one.href}>{one.label}</a>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <>
          <p class="lead">
            Your places in organisations end, your keys go and you are signed out everywhere.
          </p>
          <p>
            What you did with others stays, without your mailbox at once and without your name after thirty
            days. Groups and their pages stay: they belong to the organisations. You can begin anew with the
            same mailbox whenever you like.{' '}
            <a href={people.data()} download>
              Take everything with you first
            </a>
            .
          </p>
          <Form name="close-account" action={people.close()} problems={problems}>
            <Tick name="sure" label="Yes, close my account" />
            <ButtonRow>
              <Button>Close it now</Button>
            </ButtonRow>
          </Form>
        </>
      )}
      <p>
        <a href={people.me()}>Back to your page</a>
      </p>
    </div>
  );
}
