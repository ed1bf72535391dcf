import { Choices, Field, Tick } from '../../../../ui/fields.tsx';
import { Button, ButtonRow, Form, Hidden, type Problems, type Values } from '../../../../ui/form.tsx';
import { Traps } from '../../../../ui/human.tsx';
import { Lines } from '../../../../ui/lists.tsx';
import { Columns, Notice, Section } from '../../../../ui/sheets.tsx';
import { privacy } from '../../../privacy/urls.ts';
import { roles, volunteering } from '../../urls.ts';

export interface AskProps {
  /** Undefined where somebody asks a centre for advice alone. */
  readonly role: { id: string; title: string; ages: string; isForYoung: boolean; words: string } | undefined;
  readonly group: string;
  readonly centre: { id: string; name: string; words: string };
  readonly email: string | undefined;
  /** It was all said before: nothing is left but to agree. */
  readonly isKnown: boolean;
  readonly days: { group: number; centre: number };
  /** Why nobody can ask about it now. */
  readonly stopped: string | undefined;
  readonly kept: string;
  readonly values: Values | undefined;
  readonly problems: Problems | undefined;
}

export function askTitle(role: string | undefined, centre: string): string {
  return role === undefined ? `Ask ${centre} about volunteering` : `Ask about “${role}”`;
}

export function AskPage(props: AskProps) {
  const { role, group, centre, stopped } = props;
  return (
    <Columns aside={<Expect {...props} />} asideLabel="What you can expect" tight>
      <h1>{askTitle(role?.title, centre.name)}</h1>
      <p class="lead">{role ? `With ${group}. ` : ''}Nothing is sent before you say who may have it.</p>
      {stopped === undefined ? (
        <Asking {...props} />
      ) : (
        <Notice tone="warn">
          <p>
            {stopped} <a href={roles.all()}>Look for other roles</a>
          </p>
        </Notice>
      )}
    </Columns>
  );
}

function Expect({ role, group, centre, days, email }: AskProps) {
  const working = (count: number) => (count === 1 ? 'one working day' : `${count} working days`);
  return (
    <Section id="promise" title="What you can expect" sheet>
      <Lines
        lines={[
          'You get a letter at once that says who has to answer, and until when.',
          ...(role ? [`${group} answers within ${working(days.group)}.`] : []),
          `${centre.name} answers within ${working(days.centre)} where you ask it.`,
          'If nobody answers in time, you hear that from us, with other roles.',
          <>
            You see{' '}
            {email === undefined ? (
              'who has your details'
            ) : (
              <a href={privacy.shared()}>who has your details</a>
            )}
            , and stop each of them in one press.
          </>,
        ]}
      />
    </Section>
  );
}

function Asking(props: AskProps) {
  const { role, group, centre, email, isKnown, kept, values, problems } = props;
  return (
    <Form
      name="enquire"
      action={role ? volunteering.ask(role.id) : volunteering.askCentre(centre.id)}
      values={values}
      problems={problems}
    >
      <Hidden name="kept" value={kept} />
      {email === undefined && <Traps />}
      {isKnown ? (
        <details open={problems !== undefined}>
          <summary>What they get of you</summary>
          <Yourself {...props} />
        </details>
      ) : (
        <Yourself {...props} />
      )}
      {role && (
        <Tick
          name="agree_group"
          label={`Send it to ${group}, for this role`}
          hint={
            email === undefined
              ? 'Your name, and how to reach you. For this role and nothing else.'
              : role.words
          }
        />
      )}
      <Tick
        name="agree_centre"
        label={`${centre.name} may know, and help me`}
        hint={
          email === undefined ? 'It advises you, and tells nobody else unless you agree again.' : centre.words
        }
      />
      <ButtonRow>
        <Button>{email === undefined ? 'Go on' : 'Send it'}</Button>
      </ButtonRow>
      <p class="small quiet">
        {email === undefined
          ? 'Next you write your e-mail address and get a code. What you wrote here stays. It costs nothing.'
          : `They reach you at ${email}.`}
      </p>
    </Form>
  );
}

function Yourself({ role }: AskProps) {
  return (
    <>
      <Field
        name="name"
        label="Your name"
        hint="As they are to call you. Who shares a mailbox each writes their own."
        autocomplete="name"
        maxLength={120}
      />
      <Field name="phone" label="Telephone" type="tel" autocomplete="tel" short optional maxLength={40} />
      <Field name="times" label="When do you have time?" optional maxLength={300} />
      <Field
        name="wishes"
        label="What would you like to do, and what should they know?"
        hint="Only your volunteer centre reads this."
        type="textarea"
        rows={3}
        optional
        maxLength={600}
      />
      <Age role={role} />
    </>
  );
}

/** A birthday is asked for only where somebody under 18 could have the role. */
function Age({ role }: Pick<AskProps, 'role'>) {
  const isForYoung = role === undefined || role.isForYoung;
  return (
    <>
      <Choices
        name="of_age"
        legend={isForYoung ? 'Are you 18 or older?' : `Are you ${role.ages}?`}
        options={[
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
        ]}
      />
      {isForYoung && (
        <>
          <Field
            name="born_on"
            label="If not: when were you born?"
            hint="Only to see what is right for your age."
            type="date"
            short
            optional
          />
          {role && (
            <Field
              name="parent_email"
              label="And the e-mail address of a parent or guardian"
              hint="We ask them about this one role. Nothing is sent before they say yes."
              type="email"
              optional
            />
          )}
        </>
      )}
    </>
  );
}
