import { Field } from '../../../ui/fields.tsx';
import { Button, ButtonRow, Form, type Problems, useField, type Values } from '../../../ui/form.tsx';
import { Empty, Entries, Entry, Lines } from '../../../ui/lists.tsx';
import { Notice, Section } from '../../../ui/sheets.tsx';
import { organisations } from '../../register/urls.ts';
import { neighbours } from '../urls.ts';
import { helloWordsAtMost } from '../words/hellos.ts';
import type { Suggested } from './say.ts';

export interface SuggestedProps {
  organisationId: string;
  like: readonly Suggested[];
  other: readonly Suggested[];
  /** How the list was made, a sentence each. */
  weights: readonly string[];
  values?: Values | undefined;
  problems?: Problems | undefined;
}

/** Whom a group could get to know, each with a box to tick, and one button for all of them. */
export function SuggestedSection(props: SuggestedProps) {
  const { organisationId, like, other, values, problems } = props;
  const all = [...like, ...other];
  if (all.length === 0) {
    return (
      <Section id="worth-knowing" title="Worth knowing">
        <Empty
          fact="We found nobody near you who does the same, or helps the same people."
          next="Say on your page what you do, for whom and where: the list is made of that."
          action={{ href: organisations.edit(organisationId), label: 'Change your page' }}
        />
      </Section>
    );
  }
  const first = all.find((one) => one.whyNot === undefined)?.id;
  if (first === undefined) {
    return (
      <div class="stack">
        {Object.values(problems ?? {}).map((problem) => (
          <Notice key={problem} tone="stop" title="That could not be done">
            <p role="alert">{problem}</p>
          </Notice>
        ))}
        <Lists {...props} first={first} />
      </div>
    );
  }
  return (
    <Form name="say-hello" action={neighbours.sayHello(organisationId)} values={values} problems={problems}>
      <div class="stack">
        <PickProblem />
        <Lists {...props} first={first} />
        <div>
          <Field
            name="words"
            label="A line of your own"
            hint="All you ticked read it, like “We cook on Tuesdays, come and look.”"
            maxLength={helloWordsAtMost}
            optional
          />
          <ButtonRow>
            <Button>Say hello to those you ticked</Button>
          </ButtonRow>
          <p class="small quiet">
            A hello says that you know them. It stands on your page once they say the same of you.
          </p>
        </div>
      </div>
    </Form>
  );
}

function Lists({ like, other, weights, first }: SuggestedProps & { first: string | undefined }) {
  return (
    <>
      <Picks id="like" title="Like you" rows={like} first={first} />
      <Picks id="with" title="Other work for the same people" rows={other} first={first} />
      <details>
        <summary>How this list is made</summary>
        <Lines lines={weights} />
      </details>
    </>
  );
}

function PickProblem() {
  const { problem } = useField('to', {});
  return problem === undefined ? null : (
    <p class="problem" id="to-p">
      {problem}
    </p>
  );
}

type PicksProps = { id: string; title: string; rows: readonly Suggested[]; first: string | undefined };

function Picks({ id, title, rows, first }: PicksProps) {
  if (rows.length === 0) return null;
  return (
    <Section id={id} title={title}>
      <Entries list={id}>
        {rows.map((one) => (
          <Entry
            key={one.id}
            id={one.id}
            name={one.name}
            href={organisations.one(one.id, one.name)}
            text={one.summary}
            kind={[one.reason]}
          >
            {one.whyNot === undefined ? (
              <Pick one={one} isFirst={one.id === first} />
            ) : (
              <p class="small quiet">{one.whyNot}</p>
            )}
          </Entry>
        ))}
      </Entries>
    </Section>
  );
}

/** The first box carries the id that the summary of problems leads to. */
function Pick({ one, isFirst }: { one: Suggested; isFirst: boolean }) {
  const { problem, value } = useField('to', {});
  return (
    <label class="choice">
      <input
        type="checkbox"
        id={isFirst ? 'to' : undefined}
        name="to"
        value={one.id}
        checked={[value].flat().includes(one.id)}
        aria-describedby={problem === undefined ? undefined : 'to-p'}
      />
      <span>
        Say hello<span class="sr"> to {one.name}</span>
      </span>
    </label>
  );
}
