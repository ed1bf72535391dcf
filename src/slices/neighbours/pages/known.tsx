import { Empty, Entries, Entry } from '../../../ui/lists.tsx';
import { Section } from '../../../ui/sheets.tsx';
import { organisations } from '../../register/urls.ts';
import { neighbours } from '../urls.ts';

export interface KnownProps {
  one: { id: string; name: string };
  coverage: string;
  rows: readonly { id: string; name: string; words: string }[];
  own: boolean;
}

export function knownTitle(name: string): string {
  return `Who knows ${name}`;
}

/** For everybody: what both sides say, and nothing more. */
export function KnownPage({ one, coverage, rows, own }: KnownProps) {
  return (
    <div class="text stack">
      <div>
        <h1>{knownTitle(one.name)}</h1>
        <p class="lead">{coverage}. Here stands what both say of each other.</p>
      </div>
      {rows.length === 0 ? (
        <Empty
          fact={`Nobody and ${one.name} say yet that they know each other.`}
          next="Groups say hello to each other; it stands here once both say so."
          action={own ? { href: neighbours.own(one.id), label: 'Say hello to somebody' } : undefined}
        />
      ) : (
        <Section id="known" title="They know each other" quiet>
          <Entries list="known">
            {rows.map(({ id, name, words }) => (
              <Entry key={id} id={id} name={name} href={organisations.one(id, name)} text={words} />
            ))}
          </Entries>
        </Section>
      )}
    </div>
  );
}
