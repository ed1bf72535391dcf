import { Choices, Field } from '../../../ui/fields.tsx';
import { FileField } from '../../../ui/file-field.tsx';
import { Button, ButtonRow, Form, type Problems, type Values } from '../../../ui/form.tsx';
import { Section, Stages } from '../../../ui/sheets.tsx';
import { imports } from '../urls.ts';

export const stages = ['The file', 'Its columns', 'What would happen', 'Brought in'];

interface BeginProps {
  title: string;
  values?: Values;
  problems?: Problems;
}

export function BeginListPage({ title, values, problems }: BeginProps) {
  return (
    <div class="text stack">
      <div>
        <h1>{title}</h1>
        <p class="lead">Nothing is kept before you have seen what would happen to each row.</p>
        <Stages label="Steps" stages={stages} here={0} steps />
      </div>
      <ListForm values={values} problems={problems} />
      <Section id="which" title="Which lists fit">
        <p>
          Any table with one group or one service in each row, and a heading over each column. What the
          columns are called does not matter: you say in the next step which is which. Save a spreadsheet as
          CSV first.
        </p>
        <p>
          Bring in only what its owner lets you pass on. Names and addresses of single people do not belong
          here: leave such columns out.
        </p>
      </Section>
    </div>
  );
}

interface ListFormProps {
  values?: Values | undefined;
  problems?: Problems | undefined;
}

function ListForm({ values, problems }: ListFormProps) {
  return (
    <Form name="send-list" action={imports.begin()} values={values} problems={problems} files>
      <Choices
        name="kind"
        legend="What is it a list of?"
        options={[
          { value: 'organisations', label: 'Groups and organisations' },
          { value: 'services', label: 'Services', note: 'Lunch clubs, advice, classes: with who runs them.' },
          {
            value: 'charities',
            label: 'A charity register',
            note: 'As OSCR or CCNI publish it. It fills in and checks registrations; no page is made from it.',
          },
        ]}
      />
      <Field
        name="source"
        label="Whose list is it?"
        hint="Like “Hartlow Council”. It stands beside everything the list gave. Send a newer one under the same name."
      />
      <Field
        name="attribution"
        label="How its owner wants to be named"
        hint="Like “Contains information from Hartlow Council, Open Government Licence v3.0”."
        optional
      />
      <FileField
        name="file"
        label="The file"
        hint="A table (.csv) of at most 20 MB."
        accept=".csv,.txt,.tsv"
      />
      <ButtonRow>
        <Button>Send the list</Button>
      </ButtonRow>
    </Form>
  );
}
