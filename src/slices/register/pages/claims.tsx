import { dayWords, weekdayWords } from '../../../platform/dates.ts';
import { Choices, Field } from '../../../ui/fields.tsx';
import { Button, ButtonLink, ButtonRow, Form, type Problems, type Values } from '../../../ui/form.tsx';
import { Lines } from '../../../ui/lists.tsx';
import { Notice, Section } from '../../../ui/sheets.tsx';
import { PhoneLink } from '../../../ui/words.tsx';
import { people } from '../../people/urls.ts';
import { claims, organisations } from '../urls.ts';
import type { Claim } from '../words/claims.ts';
import type { Organisation } from '../words/records.ts';
import { Decide } from './deciding.tsx';

interface Typed {
  values?: Values;
  problems?: Problems;
}

/** For a visitor: what it takes, before anything is asked of them. */
export function BeforeClaimPage({ one, centreName }: { one: Organisation; centreName: string }) {
  return (
    <div class="text stack">
      <div>
        <h1>{`Is ${one.name} yours?`}</h1>
        <p class="lead">
          {`Say so, and ${centreName} makes sure. Then you can change the page, and nobody registers twice.`}
        </p>
      </div>
      <p>Your answer comes by mail, so sign in first. That is free, and brings you back here.</p>
      <ButtonRow>
        <ButtonLink kind="main" href={people.signIn(organisations.claim(one.id))}>
          Sign in to say so
        </ButtonLink>
        <ButtonLink href={organisations.one(one.id, one.name)}>Back to the page</ButtonLink>
      </ButtonRow>
    </div>
  );
}

export function ClaimPage(
  props: { one: Organisation; centreName: string; made: Claim | undefined; runs: boolean } & Typed,
) {
  const { one, centreName, made, runs, values, problems } = props;
  if (made && made.state === 'waiting') {
    return (
      <div class="text">
        <h1>{`Is ${one.name} yours?`}</h1>
        <p class="lead">
          {made.mailedTo
            ? `You have said so, and a link went to ${made.mailedTo}. When somebody there has pressed the button, ${centreName} says yes.`
            : `You have said so. ${centreName} makes sure, then the page is yours to keep.`}
        </p>
        <p>
          <a href={claims.one(made.id)}>See how it stands</a>
        </p>
      </div>
    );
  }
  const ways = [
    ...(one.email
      ? [
          {
            value: 'mail',
            label: `A link goes to ${one.email}`,
            note: 'Somebody who reads it presses a button',
          },
        ]
      : []),
    {
      value: 'check',
      label: `${centreName} asks somebody else at the group`,
      note: 'By telephone or in person',
    },
  ];
  return (
    <div class="text">
      <h1>{`Is ${one.name} yours?`}</h1>
      <p class="lead">{`${centreName} makes sure. Then you can change the page, and nobody registers twice.`}</p>
      {runs && (
        <Notice tone="warn" title="Somebody looks after this page already">
          <p>
            They hear of it, and may say that it is not yours. If you know them, ask them to invite you
            instead.
          </p>
        </Notice>
      )}
      <Form
        name="claim-organisation"
        action={organisations.claim(one.id)}
        values={values ?? { way: one.email ? 'mail' : 'check' }}
        problems={problems}
      >
        <Choices name="way" legend="How do we make sure?" options={ways} />
        <Field
          name="words"
          type="textarea"
          rows={3}
          label="Who else can be asked?"
          hint="A second person at the group, and how to reach them. Needed when the centre asks; only the centre reads it."
        />
        <ButtonRow>
          <Button>Yes, this is our group</Button>
        </ButtonRow>
      </Form>
    </div>
  );
}

export interface ClaimView extends Typed {
  about: Organisation;
  claim: Claim;
  person: string;
  centreName: string;
  others: readonly { id: string; person: string; madeAt: Date }[];
  runs: readonly string[];
  dueAt: Date | undefined;
  appeal: { state: string; reason: string } | undefined;
  now: Date;
}

/** The home centre checks and answers. */
export function AnswerClaimPage(props: ClaimView) {
  const { about, claim, now } = props;
  return (
    <div class="text stack">
      <div>
        <h1>{`A claim of ${about.name}`}</h1>
        <p class="lead">{`${props.person} said on ${dayWords(claim.madeAt, now)} that the record is theirs.`}</p>
      </div>
      <Section id="known" title="What there is to go by">
        <Lines
          lines={[
            proofWords(claim, now),
            ...(claim.words ? [`They say who can be asked: “${claim.words}”`] : []),
            ...(about.phone
              ? [
                  <>
                    The number on the record: <PhoneLink number={about.phone} />
                  </>,
                ]
              : []),
            props.runs.length > 0
              ? `Its page is run already by ${props.runs.join(', ')}.`
              : 'Nobody runs its page yet.',
            ...(claim.objection ? [`Somebody who runs it objects: “${claim.objection}”`] : []),
            ...props.others.map((other) => (
              <>
                {`${other.person} says the same since ${dayWords(other.madeAt, now)}. `}
                <a href={claims.one(other.id)}>See the other claim</a>
              </>
            )),
          ]}
        />
      </Section>
      <Decide
        {...props}
        open={claim.state === 'waiting'}
        name="answer-claim"
        action={claims.one(claim.id)}
        yes="accepted"
        no="declined"
      >
        <Field
          name="proof"
          type="textarea"
          rows={3}
          label="How you checked, or why not"
          hint="At a no, the person reads it and may ask the hub."
        />
      </Decide>
    </div>
  );
}

function proofWords(claim: Claim, now: Date): string {
  if (claim.provedAt)
    return `Proved: the link to ${claim.mailedTo} was used on ${dayWords(claim.provedAt, now)}.`;
  if (claim.mailedTo) return `A link went to ${claim.mailedTo}, and nobody has used it yet.`;
  return 'The centre is to ask somebody else at the group.';
}

/** What whoever claimed it reads. */
export function OwnClaimPage(props: ClaimView) {
  const { about, claim, centreName } = props;
  return (
    <div class="text stack">
      <div>
        <h1>{`Your claim of ${about.name}`}</h1>
        <p class="lead">{standingWords(props)}</p>
        <p>
          <a href={organisations.one(about.id, about.name)}>See the page</a>
        </p>
      </div>
      {claim.state === 'declined' && (
        <Section id="why" title={`Why ${centreName} said no`}>
          <p>{`“${claim.reason}”`}</p>
          {props.appeal ? (
            <p>
              {props.appeal.state === 'waiting'
                ? 'You have asked the hub to look again.'
                : `The hub has looked at it, and the no stands: “${props.appeal.reason}”`}
            </p>
          ) : (
            <Form
              name="appeal-claim"
              action={claims.appeal(claim.id)}
              values={props.values}
              problems={props.problems}
            >
              <Field name="what" type="textarea" rows={4} label="Why should the hub look again?" />
              <ButtonRow>
                <Button>Ask the hub to look again</Button>
              </ButtonRow>
            </Form>
          )}
        </Section>
      )}
    </div>
  );
}

function standingWords({ claim, centreName, dueAt }: ClaimView): string {
  if (claim.state === 'accepted') return `${centreName} has checked. The page is yours to keep right.`;
  if (claim.state === 'declined') return `${centreName} could not make sure that the record is yours.`;
  const by = dueAt ? ` by ${weekdayWords(dueAt)}` : '';
  if (claim.mailedTo && !claim.provedAt) {
    return `A link went to ${claim.mailedTo}. When somebody there has pressed the button, ${centreName} answers${by}.`;
  }
  return `${centreName} answers${by}.`;
}
