import type { ComponentChildren } from 'preact';

export type Column = { label: string; number?: boolean };
export type TableRow = {
  id?: string | undefined;
  head: ComponentChildren;
  /** One for each column after the first. An empty cell is a sentence with a way on, never a dash. */
  cells: readonly ComponentChildren[];
};

type CardTableProps = {
  caption: ComponentChildren;
  /** The caption is only heard, where a heading says the same. */
  quiet?: boolean | undefined;
  /** The first column is the head of each row. */
  columns: readonly Column[];
  rows: readonly TableRow[];
  list?: string | undefined;
  /** Stays a table on a phone: for two or three narrow columns. */
  plain?: boolean | undefined;
};

/** A table whose rows become cards on a phone. */
export function CardTable({ caption, quiet, columns, rows, list, plain }: CardTableProps) {
  const cellColumns = columns.slice(1);
  return (
    <table class={plain ? undefined : 'cards'}>
      <caption class={quiet ? 'sr' : undefined}>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ label, number }) => (
            <th key={label} scope="col" class={number ? 'num' : undefined}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody data-list={list}>
        {rows.map(({ id, head, cells }) => (
          <tr data-id={id}>
            <th scope="row">{head}</th>
            {cellColumns.map(({ label, number }, index) => (
              <td key={label} class={number ? 'num' : undefined} data-label={plain ? undefined : label}>
                {cells[index]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
