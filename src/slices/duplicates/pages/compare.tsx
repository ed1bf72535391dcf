import { Choices, Field } from '../../../ui/fields.tsx';
import { Button, ButtonRow, Form, Hidden, type Problems, type Values } from '../../../ui/form.tsx';
import { Notice, Section } from '../../../ui/sheets.tsx';
import { CardTable } from '../../../ui/table.tsx';
import { organisations } from '../../register/urls.ts';
import { duplicates } from '../urls.ts';
import type { Beside, Choice } from '../words.ts';

interface Named {
  id: string;
  name: string;
}

export interface ComparisonProps {
  gone: Named;
  kept: Named;
  beside: readonly Beside[];
}

export interface CompareProps extends ComparisonProps {
  choices: readonly Choice[];
  /** What the one that goes offers; ticked is what the other one does not offer yet. */
  services: readonly { id: string; name: string; summary: string }[];
  versions: string;
  /** Why the two cannot become one now. */
  whyNot: string | undefined;
  /** `now`, or `ask` where the other record has keepers of its own. */
  how: 'now' | 'ask';
  mayTake: boolean;
  mayTurn: boolean;
  values?: Values;
  problems?: Problems;
}

export function compareTitle({ gone, kept }: Pick<ComparisonProps, 'gone' | 'kept'>): string {
  return `Is ${gone.name} the same as ${kept.name}?`;
}

/** Both records field by field, what would stay, and the word that makes one of them. */
export function ComparePage(props: CompareProps) {
  const { gone, kept } = props;
  return (
    <div class="stack">
      <div class="text">
        <h1>{compareTitle(props)}</h1>
        <p class="lead">{`${kept.name} stays. ${gone.name} becomes another name for it, and keeps its history.`}</p>
        {props.mayTurn && (
          <p>
            <a href={duplicates.compare(kept.id, gone.id)}>{`Let ${gone.name} stay instead`}</a>
          </p>
        )}
      </div>
      <SideBySide {...props} />
      {props.whyNot ? (
        <Notice tone="warn" title="They cannot become one now">
          <p>{props.whyNot}</p>
        </Notice>
      ) : (
        <Decide {...props} />
      )}
    </div>
  );
}

export function SideBySide({ gone, kept, beside }: ComparisonProps) {
  return (
    <Section id="beside" title="Side by side">
      <CardTable
        caption="The two records"
        quiet
        list="beside"
        columns={[{ label: 'Field' }, { label: 'This one goes' }, { label: 'This one stays' }]}
        rows={[
          {
            head: 'Page',
            cells: [gone, kept].map((one) => <a href={organisations.one(one.id)}>{one.name}</a>),
          },
          ...beside.map((line) => ({
            id: line.label,
            head: line.label,
            cells: [line.gone, line.gone === line.kept ? 'The same' : line.kept],
          })),
        ]}
      />
    </Section>
  );
}

function Decide(props: CompareProps) {
  const { gone, kept, choices, how, mayTake } = props;
  const ready = Object.fromEntries(
    choices.map(({ field, taken }) => [`take_${field}`, taken ? 'gone' : 'kept']),
  );
  return (
    <Section id="decide" title={how === 'now' ? 'Make one record of them' : 'Ask whether they are one'}>
      <div class="text">
        {!mayTake && (
          <p>{`Another centre looks after ${kept.name}, so nothing in it changes. Suggest a change there, if something is newer here.`}</p>
        )}
        <Form
          name="merge-records"
          action={duplicates.compare(gone.id, kept.id)}
          values={{ ...ready, ...props.values }}
          problems={props.problems}
        >
          <Hidden name="versions" value={props.versions} />
          {mayTake && choices.map((choice) => <Which key={choice.field} choice={choice} />)}
          {mayTake && props.services.length > 0 && (
            <Choices
              name="services"
              type="checkbox"
              optional
              legend={`What of it does ${kept.name} offer from now on?`}
              hint="Leave out what is there already."
              options={props.services.map((one) => ({ value: one.id, label: one.name, note: one.summary }))}
            />
          )}
          <Field
            name="reason"
            type="textarea"
            rows={3}
            label="How do you know?"
            hint="Both groups read it."
          />
          <ButtonRow>
            <Button>{how === 'now' ? 'They are the same: make one of them' : 'Ask its keepers'}</Button>
          </ButtonRow>
        </Form>
      </div>
    </Section>
  );
}

function Which({ choice }: { choice: Choice }) {
  return (
    <Choices
      name={`take_${choice.field}`}
      legend={choice.label}
      options={[
        { value: 'kept', label: choice.kept },
        { value: 'gone', label: choice.gone },
      ]}
    />
  );
}
