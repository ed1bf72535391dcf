/** One kind of thing that an organisation keeps here, with all there is of it. */
export interface OwnedTable {
  readonly file: string;
  readonly label: string;
  readonly rows: readonly object[];
}

interface Archive {
  readonly owner: { readonly name: string };
  readonly tables: readonly OwnedTable[];
  readonly pictures: readonly string[];
  readonly madeAt: Date;
}

/** For whoever opens the archive in some years and has never heard of us. */
export function readMe({ owner, tables, pictures, madeAt }: Archive): string {
  const lines = [
    `Everything that ${owner.name} keeps in this network, as it was on ${madeAt.toISOString().slice(0, 10)}.`,
    '',
    'Each .csv is a table that any spreadsheet opens (UTF-8, commas, times in UTC). Several values in one cell stand',
    'with a semicolon between them. A cell that begins with an apostrophe before = + - or @ is plain text: take the',
    'apostrophe away. everything.json holds the same for programs.',
    '',
    ...tables.map(({ file, label, rows }) => `${file}.csv (${rowsWords(rows.length)}): ${label}`),
    ...pictures.map((file) => `${file}: a picture of yours`),
    '',
    'Not in here: letters to your people and what they keep for themselves, which each of them takes from their own',
    'page; and what others keep about you for themselves, such as who follows you.',
    'There are names, mailboxes and perhaps hidden addresses in these files. Keep them where only you read them.',
  ];
  return `${lines.join('\r\n')}\r\n`;
}

export function rowsWords(rows: number): string {
  return rows === 1 ? '1 row' : `${rows.toLocaleString('en-GB')} rows`;
}
