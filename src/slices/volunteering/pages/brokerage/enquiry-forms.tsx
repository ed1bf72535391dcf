import { Choices, Field, Tick } from '../../../../ui/fields.tsx';
import { Button, ButtonRow, Form } from '../../../../ui/form.tsx';
import { centreReasons } from '../../lists/brokerage.ts';
import { isWithCentre } from '../../rules/brokerage/lifecycle.ts';
import { enquiries } from '../../urls.ts';
import type { EnquiryProps } from './shown-enquiry.ts';

/** What the centre can do now, one thing after the other. */
export function Moving(props: EnquiryProps) {
  const { one, asker } = props;
  if (asker === undefined) return null;
  const isBefore = isWithCentre(one.state);
  const isMatched = ['matched', 'consent_asked'].includes(one.state);
  return (
    <>
      {isBefore && !isMatched && <Matching {...props} />}
      {isBefore && one.roleId !== null && <Introducing {...props} />}
      {one.state !== 'started' && <Stopping {...props} />}
    </>
  );
}

function Matching({ one, matches, values, problems, refused }: EnquiryProps) {
  const mine = refused === 'match';
  if (matches.length === 0) return <p>No live role fits yet. Look again when a group posts one.</p>;
  return (
    <Form
      name="match-enquiry"
      action={enquiries.match(one.id)}
      version={one.version}
      prefix="match"
      values={mine ? values : { role_id: one.roleId ?? '' }}
      problems={mine ? problems : undefined}
      class="sheet"
    >
      <h2>What could fit</h2>
      <Choices
        name="role_id"
        legend="Choose one to talk about"
        options={matches.map(({ id, title, by, why }) => ({
          value: id,
          label: title,
          note: `${by}. ${why}`,
        }))}
      />
      <p class="row">
        <Button name="go" value="match">
          Match them
        </Button>
        <Button kind="second" name="go" value="ask">
          Ask them on their own page
        </Button>
      </p>
    </Form>
  );
}

function Introducing(props: EnquiryProps) {
  const { one, role, group, wording, permission, today, values, problems, refused } = props;
  const mine = refused === 'introduce';
  if (!role || !group || wording === undefined) return null;
  if (one.young && (permission?.answer !== 'yes' || permission.roleId !== role.id)) {
    return <AskingParent {...props} />;
  }
  return (
    <Form
      name="introduce"
      action={enquiries.introduce(one.id)}
      version={one.version}
      prefix="introduce"
      values={mine ? values : { given_on: today, how: 'spoken' }}
      problems={mine ? problems : undefined}
      class="sheet"
    >
      <h2>{`Introduce them to ${group.name}`}</h2>
      <Choices
        name="how"
        legend="How did they agree?"
        options={[
          { value: 'spoken', label: 'They said so, on the telephone or at the desk' },
          { value: 'written', label: 'They signed it' },
        ]}
      />
      <Field name="given_on" label="On which day?" type="date" short />
      <Tick name="agreed" label="I read these words to them, and they agreed" hint={wording} />
      <ButtonRow>
        <Button>Send it</Button>
      </ButtonRow>
    </Form>
  );
}

function AskingParent({ one, permission, role, values, problems, refused }: EnquiryProps) {
  const mine = refused === 'parent';
  if (permission?.answer === null && permission.roleId === role?.id) {
    return <p>A parent or guardian has been asked. Nothing can be sent before they say yes.</p>;
  }
  return (
    <Form
      name="ask-parent"
      action={enquiries.parent(one.id)}
      prefix="parent"
      values={mine ? values : undefined}
      problems={mine ? problems : undefined}
      class="sheet"
    >
      <h2>They are under 18</h2>
      <Field
        name="parent_email"
        label="E-mail address of a parent or guardian"
        hint="They are asked about this one role, by a link of their own."
        type="email"
      />
      <Button>Ask them</Button>
    </Form>
  );
}

function Stopping({ one, values, problems, refused }: EnquiryProps) {
  const mine = refused === 'stop';
  return (
    <details open={mine}>
      <summary>It stops here</summary>
      <Form
        name="stop-enquiry"
        action={enquiries.stop(one.id)}
        version={one.version}
        prefix="stop"
        values={mine ? values : undefined}
        problems={mine ? problems : undefined}
      >
        <Choices
          name="reason"
          legend="Why?"
          options={Object.entries(centreReasons).map(([value, label]) => ({ value, label }))}
        />
        <Field name="said" label="What they should know" type="textarea" rows={2} optional maxLength={600} />
        <Button kind="second">Stop it</Button>
      </Form>
    </details>
  );
}
