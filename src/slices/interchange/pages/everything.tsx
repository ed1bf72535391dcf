import { Button, ButtonRow, Form } from '../../../ui/form.tsx';
import { CardTable } from '../../../ui/table.tsx';
import { type OwnedTable, rowsWords } from '../rules/everything.ts';
import { everything } from '../urls.ts';

interface EverythingProps {
  title: string;
  organisationId: string;
  tables: readonly OwnedTable[];
}

export function EverythingPage({ title, organisationId, tables }: EverythingProps) {
  return (
    <div class="text stack">
      <div>
        <h1>{title}</h1>
        <p class="lead">
          It is yours. One archive holds it as tables that any spreadsheet opens, once more as JSON for
          programs, and your pictures.
        </p>
      </div>
      <CardTable
        caption="What is in it now"
        list="owned"
        plain
        columns={[{ label: 'File' }, { label: 'How much', number: true }]}
        rows={tables.map(({ file, label, rows }) => ({
          id: file,
          head: label,
          cells: [rowsWords(rows.length)],
        }))}
      />
      <p>
        There are names, mailboxes and perhaps hidden addresses in it: keep it where only you read it. That
        you took it stays in the record. What is about you yourself you take from your own page.
      </p>
      <Form name="take-everything" action={everything.of(organisationId)}>
        <ButtonRow>
          <Button>Take it with you (ZIP)</Button>
        </ButtonRow>
      </Form>
    </div>
  );
}
