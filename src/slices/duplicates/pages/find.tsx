import { Field } from '../../../ui/fields.tsx';
import { Button, ButtonRow, Form } from '../../../ui/form.tsx';
import { Entries, Entry } from '../../../ui/lists.tsx';
import { Section } from '../../../ui/sheets.tsx';
import { duplicates } from '../urls.ts';

export interface FindProps {
  one: { id: string; name: string };
  q: string;
  found: readonly { id: string; name: string; text: string; why: readonly string[] }[];
}

export function findTitle(name: string): string {
  return `Is ${name} here twice?`;
}

/** Looks for the other record of the same group. */
export function FindPage({ one, q, found }: FindProps) {
  return (
    <div class="text stack">
      <div>
        <h1>{findTitle(one.name)}</h1>
        <p class="lead">
          Two records of one group become one. Nothing is lost, every name still finds it, and it can be
          undone.
        </p>
      </div>
      <Form name="find-same" action={duplicates.find(one.id)} method="get" values={{ q }}>
        <Field name="q" label="How does the name of the other one begin?" />
        <ButtonRow>
          <Button kind="second">Look for it</Button>
        </ButtonRow>
      </Form>
      <Section id="alike" title={q === '' ? 'Records that look like it' : `Records that begin with “${q}”`}>
        {found.length === 0 ? (
          <p>There is none. Perhaps it is written differently.</p>
        ) : (
          <Entries list="alike">
            {found.map((other) => (
              <Entry
                key={other.id}
                id={other.id}
                name={other.name}
                href={duplicates.compare(one.id, other.id)}
                text={other.text}
                kind={other.why}
              />
            ))}
          </Entries>
        )}
      </Section>
    </div>
  );
}
