import { dayWords } from '../../../platform/dates.ts';
import { Button, ButtonLink, ButtonRow, Form, Hidden } from '../../../ui/form.tsx';
import { Empty } from '../../../ui/lists.tsx';
import { people } from '../urls.ts';
import { type Back, backFields, type LinkedProvider } from '../words/provider.ts';

export const providersTitle = 'The account of your organisation';

interface ProvidersProps {
  rows: readonly LinkedProvider[];
  refused?: string | undefined;
  now: Date;
}

export function ProvidersPage({ rows, refused, now }: ProvidersProps) {
  return (
    <div class="text stack">
      <div>
        <h1>{providersTitle}</h1>
        <p class="lead">
          Link it once, and it signs you in here as it does at work. Your mailbox goes on working.
        </p>
      </div>
      {refused && (
        <p role="alert" class="notice warn">
          {refused}
        </p>
      )}
      {rows.length === 0 ? (
        <Empty
          fact="None of your organisations has set this up."
          next="Whoever runs the page of a centre or a public body can do it."
        />
      ) : (
        <ul class="lines" data-list="providers">
          {rows.map((row) => (
            <li key={row.organisationId} data-id={row.organisationId}>
              <p>
                <b>{row.label}</b>{' '}
                <span class="quiet">
                  {row.linkedAt ? `linked since ${dayWords(row.linkedAt, now)}` : hostOf(row.issuer)}
                </span>
              </p>
              <Link row={row} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Link({ row }: { row: LinkedProvider }) {
  const { organisationId, label, linkedAt } = row;
  const [name, action, words] = linkedAt
    ? (['unlink-account', people.unlinkAccount(organisationId), 'Take the link away'] as const)
    : (['link-account', people.linkAccount(organisationId), `Link my account at ${label}`] as const);
  return (
    <Form name={name} action={action}>
      <Button kind="second">{words}</Button>
    </Form>
  );
}

/** A page of ours between the button and the provider: it says where one goes, and forms may lead to us alone. */
export function GoOnPage({ title, label, address }: { title: string; label: string; address: string }) {
  return (
    <div class="text">
      <h1>{title}</h1>
      <p class="lead">{`You sign in at ${hostOf(address)} and come back here.`}</p>
      <p>
        <a class="btn" href={address} rel="nofollow">
          {`Go on to ${label}`}
        </a>
      </p>
      <p>
        <a href={people.signIn()}>Or sign in with your mailbox</a>
      </p>
    </div>
  );
}

interface BackProps {
  title: string;
  organisationId: string;
  label: string;
  back: Back;
  why?: string | undefined;
}

/** Opening it does nothing: only the button goes on. */
export function BackPage({ title, organisationId, label, back, why }: BackProps) {
  return (
    <div class="text">
      <h1>{title}</h1>
      {why ? (
        <>
          <p class="lead" role="alert">
            {why}
          </p>
          <p>
            <ButtonLink href={people.signIn()}>Sign in</ButtonLink>
          </p>
        </>
      ) : (
        <Form name="come-back" action={people.provider(organisationId)}>
          <p class="lead">{`${label} has sent you back. One press and you are in.`}</p>
          {backFields.map((name) =>
            back[name] === undefined ? null : <Hidden key={name} name={name} value={back[name] ?? ''} />,
          )}
          <ButtonRow>
            <Button>Go on</Button>
          </ButtonRow>
        </Form>
      )}
    </div>
  );
}

function hostOf(address: string): string {
  return new URL(address).hostname;
}
