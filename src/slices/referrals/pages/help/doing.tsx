import { Choices, Field } from '../../../../ui/fields.tsx';
import { Button, ButtonRow, Form } from '../../../../ui/form.tsx';
import { Section } from '../../../../ui/sheets.tsx';
import { services } from '../../../register/urls.ts';
import { help, referrals, signpost } from '../../urls.ts';
import type { HelpProps } from './shown-help.ts';

/** The one thing to do next; below it the letter, and what the person may say. */
export function HelpDoing(props: HelpProps) {
  const { one, mayAnswer } = props;
  return (
    <>
      {mayAnswer && one.state === 'received' && <Take {...props} />}
      {mayAnswer && ['sorted', 'referred'].includes(one.state) && <Places {...props} />}
      {mayAnswer && one.state === 'sorted' && <Answer {...props} />}
      {mayAnswer && ['referred', 'signposted', 'helped', 'no_service'].includes(one.state) && (
        <Close {...props} />
      )}
      {!['withdrawn', 'spam'].includes(one.state) && <ForThem {...props} />}
    </>
  );
}

function remembered({ refused, values, problems }: HelpProps, what: string) {
  if (refused !== what) return {};
  // What is about the whole stands over the page: the form may be gone with what somebody else did meanwhile.
  const { '': _, ...ofFields } = problems ?? {};
  return { values, problems: ofFields };
}

function Take(props: HelpProps) {
  const { one, doubts } = props;
  return (
    <>
      <Form
        name="take-up-help"
        action={help.take(one.id)}
        version={one.version}
        {...remembered(props, 'take')}
      >
        <ButtonRow>
          <Button>I take this up</Button>
        </ButtonRow>
      </Form>
      {doubts.length > 0 && <NotAPerson {...props} />}
    </>
  );
}

function NotAPerson({ one }: HelpProps) {
  return (
    <Form name="answer-help" action={help.answer(one.id)} version={one.version} prefix="spam">
      <input type="hidden" name="answer" value="spam" />
      <Button kind="second">No person sent this</Button>
    </Form>
  );
}

function Places({ one, places, mayRefer }: HelpProps) {
  return (
    <Section id="places" title="Where they could go">
      {places.length === 0 && (
        <p>
          Nothing is listed near them for this. <a href="/search?kind=service">Search further</a>, or say that
          there is no service: that counts as a gap.
        </p>
      )}
      {places.length > 0 && (
        <ul class="lines plain" data-list="places">
          {places.map((place) => (
            <li data-id={place.id}>
              <a href={services.one(place.id, place.name)}>{place.name}</a>
              {` of ${place.by}. `}
              {mayRefer && place.takes && (
                <a href={referrals.refer(place.id, one.id)}>{`Refer them to ${place.name}`}</a>
              )}
            </li>
          ))}
        </ul>
      )}
      {places.length > 0 && (
        <p>
          <a href={signpost.list({ s: places.slice(0, 5).map(({ id }) => id) })}>
            Put them on a sheet to tell them of
          </a>
        </p>
      )}
    </Section>
  );
}

function Answer(props: HelpProps) {
  const { one } = props;
  return (
    <Section id="answer" title="What became of it">
      <Form
        name="answer-help"
        action={help.answer(one.id)}
        version={one.version}
        prefix="answer"
        {...remembered(props, 'answer')}
      >
        <Choices
          name="answer"
          legend="Say what you do"
          options={[
            { value: 'helped', label: 'We help them ourselves' },
            {
              value: 'signposted',
              label: 'We tell them of services',
              note: 'They ring or go there themselves.',
            },
            {
              value: 'referred',
              label: 'We passed them on elsewhere',
              note: 'With a referral, it says so by itself.',
            },
            {
              value: 'no_service',
              label: 'There is no service for it',
              note: 'It counts as a gap, without them.',
            },
            { value: 'spam', label: 'No person sent this' },
          ]}
        />
        <ButtonRow>
          <Button>Keep this</Button>
        </ButtonRow>
      </Form>
    </Section>
  );
}

function Close(props: HelpProps) {
  const { one } = props;
  return (
    <Section id="close" title="Tell them, then close it">
      <Form
        name="close-help"
        action={help.close(one.id)}
        version={one.version}
        prefix="close"
        {...remembered(props, 'close')}
      >
        <Field name="told_how" label="How were they told?" maxLength={200} />
        <ButtonRow>
          <Button>Close it</Button>
        </ButtonRow>
      </Form>
    </Section>
  );
}

function ForThem(props: HelpProps) {
  const { one, refused } = props;
  const isOpen = one.state !== 'closed';
  return (
    <Section id="for-them" title="For them">
      <Form name="make-help-letter" action={help.letter(one.id)}>
        <Button kind="second">Print a letter for them</Button>
      </Form>
      {isOpen && (
        <details open={refused === 'withdraw'}>
          <summary>They have changed their mind</summary>
          <Form
            name="withdraw-help"
            action={help.withdraw(one.id)}
            prefix="withdraw"
            {...remembered(props, 'withdraw')}
          >
            <p class="quiet">Everything stops at once, and what was written here about them is gone.</p>
            <Field name="told_how" label="How did they tell you?" maxLength={200} />
            <Button kind="wax">Stop it</Button>
          </Form>
        </details>
      )}
    </Section>
  );
}
