import { dayWords } from '../../../platform/dates.ts';
import { Choices, Field } from '../../../ui/fields.tsx';
import { Button, ButtonRow, Form, Hidden, type Problems, type Values } from '../../../ui/form.tsx';
import { Traps } from '../../../ui/human.tsx';
import { Notice, Section } from '../../../ui/sheets.tsx';
import { CardTable } from '../../../ui/table.tsx';
import type { Standing } from '../rules/suggestions.ts';
import { centres, organisations } from '../urls.ts';
import { fieldWords, valueWords } from '../words/fields.ts';
import { Decide } from './deciding.tsx';
import { RecordFields } from './edit.tsx';

interface Typed {
  values?: Values;
  problems?: Problems;
}

export function SuggestEditPage(
  props: {
    one: { id: string; name: string };
    keeper: string;
    days: number;
    version: number;
    withPlace: boolean;
  } & Typed,
) {
  const { one, keeper, days } = props;
  return (
    <div class="text">
      <h1>{`What should stand at ${one.name}?`}</h1>
      <p class="lead">{`Change what is wrong, and leave the rest. ${keeper} takes it over field by field, or says why not, within ${days} working days.`}</p>
      <Form
        name="suggest-edit"
        action={organisations.suggestEdit(one.id)}
        version={props.version}
        values={props.values}
        problems={props.problems}
      >
        <RecordFields place={props.withPlace ? 'public' : undefined} />
        <Field
          name="why"
          type="textarea"
          rows={3}
          optional
          label="How do you know?"
          hint="Leave out anything about a person’s health or troubles."
        />
        <Traps />
        <ButtonRow>
          <Button>Suggest this</Button>
        </ButtonRow>
      </Form>
    </div>
  );
}

interface AnswerProps extends Typed {
  about: { id: string; name: string };
  suggestionId: string;
  by: string;
  what: string;
  madeAt: Date;
  now: Date;
  open: boolean;
}

/** In words: whoever keeps the page puts it right there. */
export function AnswerSuggestionPage(props: AnswerProps) {
  return (
    <div class="text">
      <h1>{`Something is wrong at ${props.about.name}`}</h1>
      <Notice title={`Written on ${dayWords(props.madeAt, props.now)}`}>
        <p>{props.what}</p>
      </Notice>
      <p>
        <a href={organisations.edit(props.about.id)}>Put it right on the page</a>, then say so here.
      </p>
      <Decide
        {...props}
        name="answer-suggestion"
        action={centres.suggestion(props.suggestionId)}
        yes="done"
        no="declined"
      >
        <Field
          name="reason"
          type="textarea"
          rows={3}
          label="A word to whoever wrote it"
          hint="Needed when you leave it as it is."
        />
      </Decide>
    </div>
  );
}

/** Field by field: what stands there, and what somebody suggests. */
export function AnswerChangesPage(props: AnswerProps & { standing: readonly Standing[]; version: number }) {
  const { about, standing, now } = props;
  const left = standing.filter((one) => !one.stands);
  const first = {
    answer: 'done',
    fields: left.filter((one) => !one.movedOn).map((one) => one.field),
    ...props.values,
  };
  return (
    <div class="text stack">
      <div>
        <h1>{changesTitle(about.name)}</h1>
        <p class="lead">{`By ${props.by}, ${dayWords(props.madeAt, now)}.`}</p>
        {props.what && <p>{`How they know: “${props.what}”`}</p>}
      </div>
      <Section id="what" title="What differs">
        <ChangesTable standing={standing} />
      </Section>
      {props.open ? (
        <Form
          name="answer-suggestion"
          action={centres.suggestion(props.suggestionId)}
          values={first}
          problems={props.problems}
        >
          <Hidden name="version" value={props.version} />
          <Choices
            name="answer"
            legend="Your answer"
            options={[
              { value: 'done', label: 'Take over what is ticked' },
              { value: 'declined', label: 'No, it stays as it is' },
            ]}
          />
          <Choices
            name="fields"
            type="checkbox"
            legend="Which of it?"
            optional
            options={left.map((one) => ({ value: one.field, label: fieldWords(one.field) }))}
          />
          <Field
            name="reason"
            type="textarea"
            rows={3}
            label="A word to whoever suggested it"
            hint="Needed when you leave it as it is."
          />
          <ButtonRow>
            <Button>Send the answer</Button>
          </ButtonRow>
        </Form>
      ) : (
        <p class="lead">This has an answer already.</p>
      )}
    </div>
  );
}

export function changesTitle(name: string): string {
  return `A change suggested to ${name}`;
}

function ChangesTable({ standing }: { standing: readonly Standing[] }) {
  const moved = standing.some((one) => one.movedOn);
  return (
    <>
      {moved && (
        <Notice tone="warn" title="The page has changed since">
          <p>
            Some of these fields were changed after this was suggested. They are not ticked; look at them
            first.
          </p>
        </Notice>
      )}
      <CardTable
        caption="What differs"
        quiet
        list="changes"
        columns={[
          { label: 'Field' },
          ...(moved ? [{ label: 'When it was suggested' }] : []),
          { label: 'There now' },
          { label: 'Suggested' },
        ]}
        rows={standing.map((one) => ({
          id: one.field,
          head: fieldWords(one.field),
          cells: [
            ...(moved ? [one.movedOn ? valueWords(one.field, one.before) : 'The same'] : []),
            valueWords(one.field, one.now),
            one.stands ? 'Stands there already' : valueWords(one.field, one.after),
          ],
        }))}
      />
    </>
  );
}

const answers: Readonly<Record<string, string>> = {
  waiting: 'Nobody has answered yet.',
  // Whoever wrote it is told nothing else than others are.
  held: 'Nobody has answered yet.',
  spam: 'Nobody has answered yet.',
  done: 'Thank you. All of it has been taken over.',
  partly: 'Thank you. Some of it has been taken over, the rest stays as it is.',
  declined: 'They have looked at it and left it as it is.',
};

/** What became of it, for whoever suggested it. */
export function OwnSuggestionPage(props: {
  about: { id: string; name: string };
  state: string;
  reason: string;
  standing: readonly Standing[];
  taken: readonly string[];
}) {
  const { about, taken } = props;
  return (
    <div class="text stack">
      <div>
        <h1>{changesTitle(about.name)}</h1>
        <p class="lead">{answers[props.state] ?? ''}</p>
        {props.reason && <p>{`In their words: “${props.reason}”`}</p>}
        <p>
          <a href={organisations.one(about.id, about.name)}>See the page</a>
        </p>
      </div>
      <Section id="what" title="What you suggested">
        <CardTable
          caption="What you suggested"
          quiet
          columns={[
            { label: 'Field' },
            { label: 'It said' },
            { label: 'You suggested' },
            { label: 'Taken over' },
          ]}
          rows={props.standing.map((one) => ({
            head: fieldWords(one.field),
            cells: [
              valueWords(one.field, one.before),
              valueWords(one.field, one.after),
              taken.includes(one.field) ? 'Yes' : props.state === 'waiting' ? 'Not yet' : 'No',
            ],
          }))}
        />
      </Section>
    </div>
  );
}
