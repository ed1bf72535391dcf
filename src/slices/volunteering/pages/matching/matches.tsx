import { Select } from '../../../../ui/fields.tsx';
import { Button, ButtonRow, Form, type Values } from '../../../../ui/form.tsx';
import { Empty, Entries, Entry, Pager } from '../../../../ui/lists.tsx';
import { Section } from '../../../../ui/sheets.tsx';
import type { Link } from '../../../../ui/words.tsx';
import { joined } from '../../rules/say.ts';
import { volunteer } from '../../urls/matching.ts';
import { roles } from '../../urls.ts';
import { matterNames, matterWords, muchWords, whenWords } from '../../words/matching.ts';

export const matchesTitle = 'Roles that fit you';

export interface MatchRow {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly far: { figure: string; unit: string } | undefined;
  readonly kind: readonly string[];
  readonly because: readonly string[];
  readonly ask: readonly string[];
  readonly isNew: boolean;
}

export interface MatchesView {
  readonly rows: readonly MatchRow[];
  readonly values: Values;
  readonly line: string;
  readonly next: Link | undefined;
  /** What counts how much, as it is set for the network. */
  readonly weights: string;
}

export function MatchesPage({ view }: { view: MatchesView | undefined }) {
  return (
    <div class="stack">
      <div>
        <h1>{matchesTitle}</h1>
        <p class="lead">The best first, and why. You say what matters most.</p>
      </div>
      {view === undefined ? (
        <Empty
          fact="You have not said yet what you would like to do."
          next="It takes two minutes, and you can leave out whatever you like."
          action={{ href: volunteer.wishes(), label: 'Say what I would like' }}
        />
      ) : (
        <Found view={view} />
      )}
    </div>
  );
}

function Found({ view }: { view: MatchesView }) {
  return (
    <>
      <TryOut values={view.values} />
      <Section id="found" title="Roles" quiet>
        {view.rows.length === 0 ? (
          <Empty
            fact="Nothing fits now."
            next="Go a little further, or say less of what it has to be."
            action={{ href: volunteer.wishes(), label: 'Change what I would like' }}
          />
        ) : (
          <>
            <Entries list="matches">
              {view.rows.map((row) => (
                <MatchEntry key={row.id} row={row} />
              ))}
            </Entries>
            <Pager line={view.line} next={view.next} label="More roles that fit" />
          </>
        )}
      </Section>
      <p class="small">
        <a href={volunteer.wishes()}>Change what I would like</a>. Everybody’s roles are ordered in the same
        way: {view.weights}. <a href={volunteer.weights()}>How roles are matched</a>
      </p>
    </>
  );
}

function MatchEntry({ row }: { row: MatchRow }) {
  return (
    <Entry
      id={row.id}
      name={row.title}
      href={roles.one(row.id, row.title)}
      text={row.summary}
      far={row.far}
      kind={row.kind}
      chip={row.isNew ? { state: 'new', words: 'New this week' } : undefined}
      role
    >
      {row.because.length > 0 && (
        <p>
          <b>Because:</b> {row.because.join(', ')}
        </p>
      )}
      {row.ask.length > 0 && <p class="small">They do not say this, so ask: {joined(row.ask)}.</p>}
    </Entry>
  );
}

/** Tried out for this look only; what is to stay stands on one’s own page. */
function TryOut({ values }: { values: Values }) {
  const much = Object.entries(muchWords).map(([value, label]) => ({ value, label }));
  return (
    <Form
      name="find-matches"
      action={volunteer.matches()}
      method="get"
      values={values}
      label="What matters most"
    >
      <div class="pair">
        <Select
          name="when"
          label="When?"
          empty="My times"
          options={Object.entries(whenWords).map(([value, label]) => ({ value, label }))}
        />
        {matterNames.map((name) => (
          <Select key={name} name={name} label={matterWords[name]} options={much} />
        ))}
      </div>
      <ButtonRow>
        <Button kind="second">Order them so</Button>
      </ButtonRow>
    </Form>
  );
}
