import { Field } from '../../../ui/fields.tsx';
import { Button, ButtonRow, Form, type Problems, type Values } from '../../../ui/form.tsx';
import { Empty, Entries, Entry } from '../../../ui/lists.tsx';
import { Notice, Section } from '../../../ui/sheets.tsx';
import { type Difference, Differences } from '../../../ui/versions.tsx';
import { directory } from '../urls.ts';
import type { SynonymGroup } from '../words/synonyms.ts';

interface SynonymsProps {
  title: string;
  /** Looked for and not found: what to write another word for. */
  wanted: string;
  own: readonly SynonymGroup[];
  builtIn: readonly (readonly string[])[];
  added: { values?: Values | undefined; problems?: Problems | undefined };
}

export function SynonymsPage({ title, wanted, own, builtIn, added }: SynonymsProps) {
  return (
    <div class="text stack">
      <div>
        <h1>{title}</h1>
        <p class="lead">
          Whoever looks for one word of a group finds the others as well. It counts from the next search on.
        </p>
      </div>
      <Section id="add" title="Add a group">
        {wanted !== '' && (
          <Notice>
            <p>
              People looked for “{wanted}” in vain. Write below it what the same thing is called in your
              records.
            </p>
          </Notice>
        )}
        <Form name="add-synonyms" action={directory.synonyms()} prefix="add" {...added}>
          <WordsField rows={4} />
          <ButtonRow>
            <Button>Add the group</Button>
          </ButtonRow>
        </Form>
      </Section>
      <Section id="own" title="Yours">
        {own.length === 0 ? (
          <Empty
            fact="You have written none yet."
            next="What people looked for in vain stands on the hub’s page. Some of it is here under another name."
          />
        ) : (
          <Entries list="synonyms">
            {own.map((group) => (
              <OwnGroup key={group.id} group={group} />
            ))}
          </Entries>
        )}
      </Section>
      <Section id="built-in" title="What Joinery comes with">
        <p>If one of these misleads people here, change it or take it away.</p>
        <ul class="lines" data-list="built-in-synonyms">
          {builtIn.map(([first = '', ...others]) => (
            <li key={first} data-id={first}>
              <a href={directory.builtInSynonyms(first)}>{first}</a> {others.join(', ')}
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}

function OwnGroup({ group }: { group: SynonymGroup }) {
  const { id, words, insteadOf } = group;
  const [first = ''] = words;
  return (
    <Entry
      id={id}
      name={first === '' ? `Taken away: ${insteadOf}` : words.join(', ')}
      href={directory.synonymGroup(id)}
      kind={insteadOf === '' || first === '' ? [] : [`In place of the group of “${insteadOf}”`]}
    >
      {first !== '' && (
        <p>
          <a href={directory.search({ q: first })}>Search for “{first}”</a>
        </p>
      )}
    </Entry>
  );
}

interface GroupProps {
  title: string;
  action: string;
  form: string;
  version?: number | string | undefined;
  values: Values;
  problems?: Problems | undefined;
  differences?: readonly Difference[] | undefined;
  /** One of the network's own can be removed; one of the product is taken away by leaving no words. */
  remove: { action: string; version: number; words: string } | undefined;
}

export function SynonymGroupPage({ title, action, form, remove, differences, ...remembered }: GroupProps) {
  return (
    <div class="text stack">
      <h1>{title}</h1>
      <div>
        <Differences differences={differences} />
        <Form name={form} action={action} {...remembered}>
          <WordsField rows={8} />
          <ButtonRow>
            <Button>Save it</Button>
          </ButtonRow>
        </Form>
      </div>
      {remove ? (
        <Form name="remove-synonyms" action={remove.action} version={remove.version} prefix="remove">
          <Button kind="second">{remove.words}</Button>
        </Form>
      ) : (
        <p class="quiet">Leave no words at all, and this group counts no more. You can bring it back.</p>
      )}
    </div>
  );
}

function WordsField({ rows }: { rows: number }) {
  return (
    <Field
      name="words"
      type="textarea"
      rows={rows}
      label="Words and phrases that mean the same"
      hint="One on each line, short forms too: CAB, then Citizens Advice. Capitals and accents make no difference."
    />
  );
}
