import { Choices, Field, Select } from '../../../ui/fields.tsx';
import { Button, ButtonRow, Form, Hidden } from '../../../ui/form.tsx';
import { declineReasons, endReasons } from '../lists/reasons.ts';
import { referrals } from '../urls.ts';
import type { ReferralProps } from './shown-referral.ts';

/** What this side can do now. */
export function Doing(props: ReferralProps) {
  const { one, side } = props;
  if (side === 'receiver') {
    if (one.state === 'sent') return <Opening {...props} />;
    if (one.state === 'opened' || one.state === 'waiting') return <Answering {...props} />;
    if (one.state === 'accepted' || one.state === 'started') return <Telling {...props} />;
  }
  if (side === 'sender') {
    if (one.state === 'more_asked') return <Replying {...props} />;
    if (['declined', 'could_not_reach'].includes(one.state)) return <GoingOn {...props} />;
    if (one.state === 'ended') {
      return (
        <Form name="close-referral" action={referrals.close(one.id)}>
          <ButtonRow>
            <Button>I have read it</Button>
            <a href={referrals.messageBackPage(one.id)}>The message back</a>
          </ButtonRow>
        </Form>
      );
    }
  }
  return null;
}

function Opening({ one }: ReferralProps) {
  return (
    <Form name="open-referral" action={referrals.open(one.id)} class="sheet">
      <p>
        When you open it you see who it is, and they can see that you did. You then have five working days to
        answer.
      </p>
      <Button>Open it</Button>
    </Form>
  );
}

function Answering({ one, values, problems, refused }: ReferralProps) {
  const mine = refused === 'answer';
  return (
    <Form
      name="answer-referral"
      action={referrals.answer(one.id)}
      version={one.version}
      values={mine ? values : { wait_until: one.waitUntil ?? '' }}
      problems={mine ? problems : undefined}
      class="sheet"
    >
      <h2>Your answer</h2>
      <Choices
        name="answer"
        legend="Can you help?"
        options={[
          { value: 'accept', label: 'Yes', note: 'You get in touch with them within five working days.' },
          { value: 'wait', label: 'Yes, but they have to wait' },
          ...(one.state === 'opened' ? [{ value: 'ask', label: 'We have a question first' }] : []),
          { value: 'decline', label: 'No', note: 'Whoever sent it finds another place.' },
        ]}
      />
      <Field name="wait_until" label="If they wait: until about when?" type="date" short optional />
      <Select
        name="reason"
        label="If no: why?"
        options={Object.entries(declineReasons).map(([value, label]) => ({ value, label }))}
        empty="Choose"
        optional
      />
      <Field
        name="said"
        label="What they should know"
        hint="Whoever sent it reads this."
        type="textarea"
        rows={3}
        maxLength={600}
        optional
      />
      <ButtonRow>
        <Button>Send the answer</Button>
      </ButtonRow>
    </Form>
  );
}

function Telling({ one, values, problems, refused }: ReferralProps) {
  const mine = refused === 'tell';
  const started = one.state === 'started';
  return (
    <Form
      name="tell-referral"
      action={referrals.tell(one.id)}
      version={one.version}
      values={mine ? values : undefined}
      problems={mine ? problems : undefined}
      class="sheet"
    >
      <h2>What has happened since</h2>
      <Choices
        name="what"
        legend="Choose one"
        options={
          started
            ? [{ value: 'ended', label: 'It has ended' }]
            : [
                { value: 'tried', label: 'I tried to reach them', note: `${one.tries} of 3 so far` },
                { value: 'started', label: 'They have started' },
                { value: 'could_not_reach', label: 'They cannot be reached', note: 'After two tries' },
              ]
        }
      />
      {started && (
        <Select
          name="end_reason"
          label="How did it end?"
          options={Object.entries(endReasons).map(([value, label]) => ({ value, label }))}
          empty="Choose"
        />
      )}
      <Field
        name="said"
        label="In a sentence"
        hint="It becomes part of the message back."
        type="textarea"
        rows={3}
        maxLength={1000}
        optional
      />
      <Button>Tell them</Button>
    </Form>
  );
}

function Replying({ one, values, problems, refused }: ReferralProps) {
  const mine = refused === 'reply';
  return (
    <Form
      name="reply-referral"
      action={referrals.reply(one.id)}
      version={one.version}
      values={mine ? values : undefined}
      problems={mine ? problems : undefined}
      class="sheet"
    >
      <h2>Answer their question</h2>
      <Field name="said" label="Your answer" type="textarea" rows={3} maxLength={1000} />
      <Button>Send it</Button>
    </Form>
  );
}

function GoingOn({ one, agreed, nextOnes, newId, values, problems, refused }: ReferralProps) {
  const mine = refused === 'next';
  return (
    <div class="sheet stack">
      <h2>What comes next</h2>
      {!agreed?.coversNext && (
        <p>They agreed to this one service only. Ask them before you try another, then refer them anew.</p>
      )}
      {agreed?.coversNext && nextOnes.length === 0 && (
        <p>No other service like it takes referrals here. That is noted as a gap, without the person.</p>
      )}
      {agreed?.coversNext && nextOnes.length > 0 && (
        <Form
          name="try-next"
          action={referrals.next(one.id)}
          version={one.version}
          prefix="next"
          values={mine ? values : undefined}
          problems={mine ? problems : undefined}
        >
          <Hidden name="id" value={newId} />
          <Choices
            name="service_id"
            legend="Try another; they agreed to that"
            options={nextOnes.map(({ id, name, by }) => ({ value: id, label: name, note: by }))}
          />
          <Button>Send it there</Button>
        </Form>
      )}
      <Form name="close-referral" action={referrals.close(one.id)}>
        <Button kind="second">Close it; I talk to them</Button>
      </Form>
    </div>
  );
}
