import { Choices, Field } from '../../../ui/fields.tsx';
import { Button, ButtonRow, Form, type Problems, type Values } from '../../../ui/form.tsx';
import { Notice } from '../../../ui/sheets.tsx';
import { organisations } from '../urls.ts';

const moves: Readonly<Record<string, { label: string; note: string }>> = {
  active: { label: 'It is open', note: 'People find it again' },
  paused: { label: 'Pause it', note: 'The page says so and why, until you open it again' },
  closing: { label: 'It is closing', note: 'Nothing new; what is open is answered first' },
  closed: { label: 'It has closed', note: 'The page says what there is instead' },
};

export function MovePage(props: {
  one: { id: string; name: string };
  to: readonly string[];
  branches: readonly string[];
  values?: Values;
  problems?: Problems;
}) {
  const { one, to, branches } = props;
  return (
    <div class="text">
      <h1>{moveTitle(one.name)}</h1>
      <Form
        name="move-organisation"
        action={organisations.state(one.id)}
        values={props.values}
        problems={props.problems}
      >
        <Choices
          name="to"
          legend="What happens?"
          options={to.map((state) => ({
            value: state,
            label: moves[state]?.label ?? state,
            note: moves[state]?.note,
          }))}
        />
        {branches.length > 0 && (
          <>
            <Notice title={`It has ${branches.length} ${branches.length === 1 ? 'branch' : 'branches'}`}>
              <p>{branches.slice(0, 12).join(', ')}</p>
            </Notice>
            <Choices
              name="branches"
              legend="If it closes: what becomes of its branches?"
              optional
              options={[
                { value: 'stay', label: 'They go on, each by itself' },
                { value: 'close', label: 'They close with it' },
              ]}
            />
          </>
        )}
        <Field
          name="reason"
          label="In a sentence, for whoever opens the page"
          hint="Like “We are back in September.”"
          optional
        />
        <ButtonRow>
          <Button>Do it</Button>
        </ButtonRow>
      </Form>
    </div>
  );
}

export function moveTitle(name: string): string {
  return `Pause or close ${name}`;
}
