import { dayWords } from '../../../platform/dates.ts';
import { Choices } from '../../../ui/fields.tsx';
import {
  Button,
  ButtonLink,
  ButtonRow,
  Form,
  Hidden,
  type Problems,
  type Values,
} from '../../../ui/form.tsx';
import { Empty, Entries, Entry } from '../../../ui/lists.tsx';
import { Notice, Section } from '../../../ui/sheets.tsx';
import { people } from '../../people/urls.ts';
import { directory } from '../urls.ts';
import { type FoundNow, hows, type SavedSearch } from '../words/saved.ts';

const options = Object.entries(hows).map(([value, label]) => ({ value, label }));

interface SaveProps {
  title: string;
  /** What the search is called, and as it stands in its address. */
  name: string;
  query: string;
  isSomebody: boolean;
  values?: Values | undefined;
  problems?: Problems | undefined;
}

export function SaveSearchPage({ title, name, query, isSomebody, values, problems }: SaveProps) {
  const back = <ButtonLink href={directory.searchAgain(query)}>Back to the search</ButtonLink>;
  return (
    <div class="text stack">
      <div>
        <h1>{title}</h1>
        <p class="lead">
          We repeat the search <b>{name}</b> for you, and write when something is there that was not there
          before.
        </p>
      </div>
      {isSomebody ? (
        <Form
          name="save-search"
          action={directory.searches()}
          values={values ?? { how: 'weekly' }}
          problems={problems}
        >
          <Hidden name="search" value={query} />
          <Choices name="how" legend="When do you want to hear?" options={options} />
          <ButtonRow>
            <Button>Tell me of new ones</Button>
            {back}
          </ButtonRow>
        </Form>
      ) : (
        <>
          <p>It needs a mailbox, so sign in first. That is free, and brings you back here.</p>
          <ButtonRow>
            <ButtonLink kind="main" href={people.signIn(directory.newSearch(query))}>
              Sign in to be told
            </ButtonLink>
            {back}
          </ButtonRow>
        </>
      )}
      <p class="small quiet">Nobody else sees what you look for: not the groups, and not the hub.</p>
    </div>
  );
}

export interface ShownSearch extends SavedSearch {
  readonly now: FoundNow;
}

interface SavedProps {
  title: string;
  rows: readonly ShownSearch[];
  now: Date;
}

export function SavedSearchesPage({ title, rows, now }: SavedProps) {
  return (
    <div class="text stack">
      <div>
        <h1>{title}</h1>
        <p class="lead">
          We repeat them for you, and write when there is something new. Nobody else sees this list.
        </p>
      </div>
      {rows.length === 0 ? (
        <Empty
          fact="You have saved no search yet."
          next="Search for something; below what was found is “Tell me of new ones”."
          action={{ href: directory.search(), label: 'Search' }}
        />
      ) : (
        <Section id="searches" title="The searches" quiet>
          <Entries list="saved-searches">
            {rows.map((row) => (
              <Entry
                key={row.id}
                id={row.id}
                name={row.title}
                href={directory.searchAgain(row.query)}
                text={'lost' in row.now ? undefined : findsWords(row.now.ids.length)}
                kind={[hows[row.how], toldWords(row, now)]}
                chip={
                  'lost' in row.now
                    ? { state: 'lost', tone: 'late', words: 'Finds nothing any more' }
                    : undefined
                }
              >
                {'lost' in row.now && <p>{row.now.lost}</p>}
                <a href={directory.savedSearch(row.id)}>
                  Change or stop<span class="sr">: {row.title}</span>
                </a>
              </Entry>
            ))}
          </Entries>
        </Section>
      )}
    </div>
  );
}

function findsWords(count: number): string {
  return count === 0 ? 'It finds nothing yet.' : `It finds ${count} now.`;
}

function toldWords({ toldAt, since }: SavedSearch, now: Date): string {
  return toldAt === null
    ? `Nothing new since ${dayWords(since, now)}`
    : `Something new last on ${dayWords(toldAt, now)}`;
}

interface ChangeProps {
  search: ShownSearch;
  values?: Values | undefined;
  problems?: Problems | undefined;
}

export function SavedSearchPage({ search, values, problems }: ChangeProps) {
  return (
    <div class="text stack">
      <h1>{search.title}</h1>
      {'lost' in search.now && (
        <Notice tone="warn">
          <p>{search.now.lost} So there will be no news of it. Stop it, and search for what you want now.</p>
        </Notice>
      )}
      <Form
        name="change-search"
        action={directory.savedSearch(search.id)}
        values={values ?? { how: search.how }}
        problems={problems}
      >
        <Choices name="how" legend="When do you want to hear of new ones?" options={options} />
        <ButtonRow>
          <Button>Save it</Button>
          <Button kind="second" name="how" value="stop">
            Stop it
          </Button>
          <ButtonLink href={directory.searchAgain(search.query)}>See what it finds</ButtonLink>
        </ButtonRow>
      </Form>
    </div>
  );
}

export function StopSearchesPage({ token, done }: { token: string; done: boolean }) {
  return (
    <div class="text stack">
      <h1>{done ? 'No more letters about searches' : 'Stop all letters about searches?'}</h1>
      {done ? (
        <p class="lead">It has stopped at once. You can save searches again whenever you like.</p>
      ) : (
        <>
          <p class="lead">You would hear no more of what is new in any search that you saved.</p>
          <Form name="stop-searches" action={directory.stopSearches(token)}>
            <Button>Stop them all</Button>
          </Form>
          <p>
            To keep some, <a href={directory.searches()}>sign in and choose</a>.
          </p>
        </>
      )}
    </div>
  );
}
