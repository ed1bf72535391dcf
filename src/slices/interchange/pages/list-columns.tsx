import { Select } from '../../../ui/fields.tsx';
import { Button, ButtonRow, Form, type Problems, type Values } from '../../../ui/form.tsx';
import { Notice, Stages } from '../../../ui/sheets.tsx';
import { columnChoices, fieldOf, saysItself } from '../rules/columns.ts';
import { figure } from '../rules/standing.ts';
import { imports } from '../urls.ts';
import type { ImportRow } from '../words/import.ts';
import type { PageKind, SentFile } from '../words/page.ts';
import { stages } from './begin-list.tsx';

interface ColumnsProps {
  title: string;
  one: ImportRow;
  kind: PageKind;
  file: SentFile;
  values?: Values;
  problems?: Problems;
}

export function ListColumnsPage({ title, one, kind, file, values, problems }: ColumnsProps) {
  const options = columnChoices(kind);
  const asked = saysItself(kind, file.headings) ? [] : file.headings;
  return (
    <div class="text stack">
      <div>
        <h1>{title}</h1>
        <p class="lead">
          {`${one.source}: ${figure(one.rowsInFile)} ${one.rowsInFile === 1 ? 'row' : 'rows'}. ${asked.length > 0 ? 'We guessed what the columns are. Put right what is wrong.' : 'It says by itself what its columns are.'}`}
        </p>
        <Stages label="Steps" stages={stages} here={1} steps />
      </div>
      {one.problem !== '' && <Notice tone="stop">{one.problem}</Notice>}
      <Form
        name="say-columns"
        action={imports.columns(one.id)}
        values={values ?? remembered(file)}
        problems={problems}
      >
        {asked.map((heading, index) =>
          heading === '' ? null : (
            <Select
              key={heading}
              name={fieldOf(index)}
              label={<span data-verbatim>{heading}</span>}
              hint={samplesOf(file.samples[index])}
              options={options}
              empty="Leave it out"
            />
          ),
        )}
        <ButtonRow>
          <Button>See what would happen</Button>
        </ButtonRow>
      </Form>
      <Form name="drop-list" action={imports.drop(one.id)}>
        <ButtonRow>
          <Button kind="second">Forget this list</Button>
        </ButtonRow>
      </Form>
    </div>
  );
}

function remembered({ headings, columns }: SentFile): Values {
  return Object.fromEntries(headings.map((heading, index) => [fieldOf(index), columns[heading] ?? '']));
}

function samplesOf(samples: readonly string[] | undefined) {
  if (!samples || samples.length === 0) return 'Nothing stands in it.';
  return <span data-verbatim>{`Like ${samples.map((sample) => `“${sample}”`).join(', ')}`}</span>;
}
