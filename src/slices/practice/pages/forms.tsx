import { CardTable } from '../../../ui/table.tsx';
import type { ListedForm } from '../words.ts';

export function FormsPage({ forms }: { forms: readonly ListedForm[] }) {
  return (
    <>
      <h1>All forms of this site</h1>
      <p class="lead">By the name that stands in each page, where it is sent, and who may send it.</p>
      <CardTable
        caption="Forms, in order of the alphabet"
        quiet
        list="forms"
        columns={[{ label: 'Form' }, { label: 'Sent to' }, { label: 'Who may' }]}
        rows={forms.map(({ form, method, path, who }) => ({
          id: form,
          head: <code>{form}</code>,
          cells: [<code>{`${method} ${path}`}</code>, who],
        }))}
      />
    </>
  );
}
