import { dayWords } from '../../../platform/dates.ts';
import { Choices, Field } from '../../../ui/fields.tsx';
import { Button, ButtonRow, Form, type Problems, type Values } from '../../../ui/form.tsx';
import { Empty } from '../../../ui/lists.tsx';
import { Notice, Section } from '../../../ui/sheets.tsx';
import { people as accounts } from '../../people/urls.ts';
import { appointments, invitations, leavings, organisations, recovery } from '../urls.ts';
import { roleWords } from '../words/answers.ts';
import { forWhoeverHoldsIt } from '../words/positions.ts';
import { type FormerKeeper, FormerKeepers } from './former-keepers.tsx';

interface PeopleProps {
  organisation: { id: string; name: string };
  people: readonly {
    positionId: string;
    name: string;
    email: string;
    role: string;
    since: Date;
    own: boolean;
    /** The last moment, and the page where it is planned. */
    leaves?: { at: Date; href: string } | undefined;
  }[];
  before: readonly FormerKeeper[];
  invited: readonly { id: string; email: string; role: string; until: Date }[];
  mayInvite: boolean;
  /** Whether its own accounts may sign its people in. */
  mayProvide: boolean;
  /** May make sure that somebody lost a key. */
  mayLetIn: boolean;
  mayAppoint: boolean;
  now: Date;
  values?: Values;
  problems?: Problems;
}

export function PeoplePage(props: PeopleProps) {
  const { organisation, people, now } = props;
  const admins = people.filter((one) => one.role === 'admin').length;
  return (
    <div class="text stack">
      <h1>{`People of ${organisation.name}`}</h1>
      {admins < 2 && (
        <Notice tone="warn" title="One person alone runs this page">
          <p>If that person is away, nobody can answer. Invite a second one below.</p>
        </Notice>
      )}
      <Section id="now" title="Who is here">
        <ul class="lines plain" data-list="people">
          {people.map((one) => (
            <li key={one.positionId} data-id={one.positionId}>
              <b>{one.name || one.email}</b>
              {`, ${(roleWords[one.role] ?? one.role).toLowerCase()}, since ${dayWords(one.since, now)}`}
              {props.mayLetIn && !one.own && (
                <p class="small">
                  <a href={recovery.one(organisation.id, one.positionId)}>
                    {`${one.name || one.email} has lost a key or the mailbox`}
                  </a>
                </p>
              )}
              {one.leaves ? (
                <p class="small">
                  <a href={one.leaves.href}>
                    {`Leaves at the end of ${dayWords(new Date(one.leaves.at.getTime() - 1), now)}`}
                  </a>
                </p>
              ) : (
                (props.mayInvite || one.own) && (
                  <p class="small">
                    <a href={leavings.begin(organisation.id, one.positionId)}>
                      {one.own ? 'I am going to leave' : `${one.name || one.email} is going to leave`}
                    </a>
                  </p>
                )
              )}
              {(props.mayInvite || one.own) && (
                <Form
                  name="end-position"
                  action={organisations.endPosition(organisation.id, one.positionId)}
                  prefix={one.positionId}
                >
                  <Button kind="second">
                    {one.own ? 'Leave now' : `End it now for ${one.name || one.email}`}
                  </Button>
                </Form>
              )}
            </li>
          ))}
        </ul>
      </Section>
      {props.before.length > 0 && <FormerKeepers before={props.before} />}
      {props.invited.length > 0 && <Invited {...props} />}
      {props.mayInvite && <Invite {...props} />}
      {props.mayInvite && (
        <Section id="second-keys" title="Second keys">
          <p>
            <a href={organisations.secondKeys(organisation.id)}>See who has a second key</a>, take the list
            with you, or ask everybody here for one.
          </p>
          {props.mayProvide && (
            <p>
              <a href={accounts.setProvider(organisation.id)}>Let people sign in with your own accounts</a>
            </p>
          )}
        </Section>
      )}
      {props.mayAppoint && (
        <p>
          <a href={appointments.of(organisation.id)}>
            Give it to somebody new, because nobody here can answer
          </a>
        </p>
      )}
      {people.some((one) => one.own) && (
        <p>
          <a href={leavings.brief(organisation.id)}>New here? What you have to know</a>
        </p>
      )}
      {people.length === 0 && (
        <Empty fact="Nobody looks after this page." next="Its home centre can invite somebody." />
      )}
    </div>
  );
}

function Invited({ organisation, invited, now }: PeopleProps) {
  return (
    <Section id="invited" title="Invited, not here yet">
      <ul class="lines plain" data-list="invitations">
        {invited.map((one) => (
          <li key={one.id} data-id={one.id}>
            {`${one.email}, good until ${dayWords(one.until, now)}`}
            <Form
              name="revoke-invitation"
              action={organisations.revoke(organisation.id, one.id)}
              prefix={one.id}
            >
              <Button kind="second">{`Take back the invitation of ${one.email}`}</Button>
            </Form>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Invite({ organisation, values, problems }: PeopleProps) {
  return (
    <Section id="invite" title="Invite somebody">
      <Form
        name="invite-person"
        action={organisations.people(organisation.id)}
        values={values}
        problems={problems}
      >
        <Field
          name="email"
          type="email"
          label="Their own e-mail address"
          hint="A person’s, not info@ or office@."
        />
        <Choices
          name="role"
          legend="What do they do for you?"
          options={[
            {
              value: 'admin',
              label: 'Runs the page with you',
              note: 'May change everything and invite others',
            },
            {
              value: 'worker',
              label: 'Works or helps here',
              note: 'May answer, and say that it is still right',
            },
            { value: 'trustee', label: 'Trustee', note: 'Sees how things stand' },
          ]}
        />
        <ButtonRow>
          <Button>Send the invitation</Button>
        </ButtonRow>
      </Form>
    </Section>
  );
}

const invitedTo: Readonly<Record<string, string>> = {
  admin: 'to run its page with them',
  worker: 'to answer for it and to keep its page right',
  trustee: 'as one of its trustees',
  coordinator: 'to coordinate the network',
  'link-worker': 'as a link worker',
  'data-lead': 'to look after data',
};

interface InvitationProps {
  token: string;
  organisationName: string;
  role: string;
  email: string;
  /** Whom the reader is signed in as. */
  signedInAs: string | undefined;
  why: string | undefined;
}

export function InvitationPage(props: InvitationProps) {
  const title = `Join ${props.organisationName}`;
  if (props.why) {
    return (
      <div class="text">
        <h1>{title}</h1>
        <p class="lead">{props.why}</p>
      </div>
    );
  }
  const isForHolder = props.email === forWhoeverHoldsIt;
  const right = isForHolder ? props.signedInAs !== undefined : props.signedInAs === props.email;
  return (
    <div class="text">
      <h1>{title}</h1>
      <p class="lead">{`You are invited ${invitedTo[props.role] ?? 'to join'}.`}</p>
      {isForHolder && right && (
        <p>{`You are signed in as ${props.signedInAs}. Whoever coordinates sets the network up and invites its centres.`}</p>
      )}
      {right ? (
        <Form name="accept-invitation" action={invitations.one(props.token)}>
          <ButtonRow>
            <Button>Yes, I join</Button>
          </ButtonRow>
        </Form>
      ) : (
        <>
          <p>
            {props.signedInAs
              ? `You are signed in as ${props.signedInAs}. The invitation is for another mailbox: sign in with that one.`
              : isForHolder
                ? 'Sign in with your own e-mail address first, and come back here by itself.'
                : 'Sign in with the mailbox to which the invitation came, so that nobody else can use it.'}
          </p>
          <p>
            <a class="btn" href={`/sign-in?next=${encodeURIComponent(invitations.one(props.token))}`}>
              Sign in
            </a>
          </p>
        </>
      )}
    </div>
  );
}
