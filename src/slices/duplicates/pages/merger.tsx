import { Choices, Field, Tick } from '../../../ui/fields.tsx';
import { Button, ButtonRow, Form, type Problems, type Values } from '../../../ui/form.tsx';
import { Notice, Section } from '../../../ui/sheets.tsx';
import { CardTable } from '../../../ui/table.tsx';
import { organisations } from '../../register/urls.ts';
import { duplicates } from '../urls.ts';
import type { MergeState } from '../words.ts';
import { type ComparisonProps, compareTitle, SideBySide } from './compare.tsx';

export interface MergerProps extends ComparisonProps {
  id: string;
  /** How the one that stays was called before. */
  keptBefore: string;
  state: MergeState;
  reason: string;
  /** Who said so, when: a sentence. */
  said: string;
  /** Fields that the one that stays takes from the other. */
  taken: readonly { label: string; before: string; after: string }[];
  services: readonly string[];
  /** Changed by somebody since: it stays as it is now. */
  later: readonly { label: string; before: string; after: string }[];
  answered: string;
  mayAnswer: boolean;
  mayUndo: boolean;
  /** The form that came back. */
  again?: { form: 'answer' | 'undo'; values: Values; problems: Problems };
}

export function mergerTitle(props: Pick<MergerProps, 'gone' | 'kept' | 'keptBefore' | 'state'>): string {
  if (props.state === 'asked') return compareTitle(props);
  if (props.state === 'merged') return `${props.gone.name} and ${props.keptBefore} are one record now`;
  return `${props.gone.name} and ${props.kept.name} are two`;
}

/** A question, an answer, or what a merger did and how it is undone. */
export function MergerPage(props: MergerProps) {
  const { kept, state } = props;
  return (
    <div class="stack">
      <div class="text">
        <h1>{mergerTitle(props)}</h1>
        <p class="lead">{`“${props.reason}”`}</p>
        <p class="quiet">{props.said}</p>
        {props.answered && <p>{props.answered}</p>}
        <p>
          <a href={organisations.one(kept.id, kept.name)}>{`See ${kept.name}`}</a>
        </p>
      </div>
      {(state === 'asked' || state === 'merged') && <WhatStays {...props} />}
      {state === 'asked' && <SideBySide {...props} />}
      {props.mayAnswer && <Answer {...props} />}
      {props.mayUndo && <Undo {...props} />}
    </div>
  );
}

function WhatStays({ gone, kept, taken, services, state }: MergerProps) {
  const would = state === 'asked' ? 'would come' : 'came';
  return (
    <Section id="taken" title={`What ${would} from ${gone.name}`}>
      {taken.length === 0 && services.length === 0 && (
        <p>{`Nothing: ${kept.name} stays as it is, and ${gone.name} is another name for it.`}</p>
      )}
      {taken.length > 0 && (
        <CardTable
          caption="What changes in the record that stays"
          quiet
          list="taken"
          columns={[{ label: 'Field' }, { label: 'Before' }, { label: 'With it' }]}
          rows={taken.map((one) => ({ id: one.label, head: one.label, cells: [one.before, one.after] }))}
        />
      )}
      {services.length > 0 && <p>{`What it offers: ${services.join(', ')}.`}</p>}
    </Section>
  );
}

function Answer({ id, again }: MergerProps) {
  const typed = again?.form === 'answer' ? again : undefined;
  return (
    <Section id="answer" title="What do you say?">
      <div class="text">
        <Form
          name="answer-merger"
          action={duplicates.one(id)}
          values={typed?.values}
          problems={typed?.problems}
          prefix="answer"
        >
          <Choices
            name="answer"
            legend="Are they one?"
            options={[
              { value: 'merged', label: 'Yes, make one record of them', note: 'It can be undone' },
              { value: 'declined', label: 'No, they are two' },
            ]}
          />
          <Field name="reason" label="If not: why?" optional />
          <ButtonRow>
            <Button>Answer</Button>
          </ButtonRow>
        </Form>
      </div>
    </Section>
  );
}

function Undo({ id, gone, kept, later, again }: MergerProps) {
  const typed = again?.form === 'undo' ? again : undefined;
  return (
    <Section id="undo" title="Not the same after all?">
      <div class="text stack">
        <p>{`${gone.name} is a record of its own again, as it was. What ${kept.name} took from it goes back.`}</p>
        {later.length > 0 && (
          <>
            <Notice tone="warn" title="Changed since">
              <p>{`Somebody changed ${kept.name} after the two became one. This stays as it is now:`}</p>
            </Notice>
            <CardTable
              caption="Changed since the two became one"
              quiet
              list="later"
              columns={[{ label: 'Field' }, { label: 'Then' }, { label: 'Now' }]}
              rows={later.map((one) => ({ id: one.label, head: one.label, cells: [one.before, one.after] }))}
            />
          </>
        )}
        <Form
          name="undo-merger"
          action={duplicates.undo(id)}
          values={typed?.values}
          problems={typed?.problems}
          prefix="undo"
        >
          {later.length > 0 && <Tick name="leave" label="Undo it, and leave these as they are now" />}
          <Field name="reason" label="Why are they two?" hint="Both groups read it." />
          <ButtonRow>
            <Button kind="second">Make two records again</Button>
          </ButtonRow>
        </Form>
      </div>
    </Section>
  );
}
