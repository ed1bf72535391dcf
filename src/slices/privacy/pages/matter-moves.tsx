import { Choices, Field } from '../../../ui/fields.tsx';
import { Button, Form, Hidden } from '../../../ui/form.tsx';
import { Section } from '../../../ui/sheets.tsx';
import type { MatterMove } from '../rules/matters.ts';
import { privacy } from '../urls.ts';
import { outcomes } from '../words/matters.ts';
import type { MatterProps } from './shown-matter.ts';

/** What whoever answers can do now. */
export function Doing({ one, values, problems, refused }: MatterProps) {
  // What is wrong with the whole stands over the page, because the form may be gone meanwhile.
  const { '': _whole, ...fields } = problems ?? {};
  const kept = (move: MatterMove) => (move === refused ? { values, problems: fields } : {});
  if (one.state === 'answered') return null;
  if (one.state === 'got') {
    return (
      <Section id="take-up" title="Look into it">
        <Form name="take-up-matter" action={privacy.moveMatter(one.id, 'take-up')} {...kept('take-up')}>
          <Hidden name="version" value={one.version} />
          {one.kind === 'rights-request' && (
            <Field
              label="How are you sure who asks?"
              name="identity"
              hint="As little as is enough: they signed in, or you rang the number that you have. Keep no copy of a passport."
            />
          )}
          <Field label="What you want to say to them" name="words" optional />
          <Button>I look into it</Button>
        </Form>
      </Section>
    );
  }
  return (
    <>
      <Section id="tell" title="Tell or ask them something">
        <Form name="tell-matter" action={privacy.moveMatter(one.id, 'tell')} prefix="tell" {...kept('tell')}>
          <Hidden name="version" value={one.version} />
          <Choices
            legend="What is it?"
            name="what"
            chosen="told"
            options={[
              { value: 'told', label: 'How far it is' },
              ...(one.state === 'waiting'
                ? []
                : [
                    { value: 'asked', label: 'A question', note: 'The clock stands still until they reply.' },
                  ]),
            ]}
          />
          <Field label="In your words" name="words" type="textarea" rows={3} />
          <Button kind="second">Send it to them</Button>
        </Form>
      </Section>
      {one.kind === 'rights-request' && one.extendedAt === null && (
        <Section id="more-time" title="Two more months">
          <Form
            name="more-time"
            action={privacy.moveMatter(one.id, 'more-time')}
            prefix="more"
            {...kept('more-time')}
          >
            <Hidden name="version" value={one.version} />
            <Field label="Why it takes longer" name="words" hint="Only for what is complex, and once." />
            <Button kind="second">Take more time</Button>
          </Form>
        </Section>
      )}
      <Section id="close" title="Answer">
        <Form
          name="answer-matter"
          action={privacy.moveMatter(one.id, 'answer')}
          prefix="answer"
          {...kept('answer')}
        >
          <Hidden name="version" value={one.version} />
          <Choices
            legend="What came of it?"
            name="outcome"
            options={Object.entries(outcomes[one.kind]).map(([value, label]) => ({ value, label }))}
          />
          <Field
            label="Your answer"
            name="words"
            type="textarea"
            rows={6}
            hint="What you found, what you did about it, and what happens next."
          />
          <Button>Answer</Button>
        </Form>
      </Section>
    </>
  );
}
