import { Choices, Select } from '../../../ui/fields.tsx';
import { Button, ButtonLink, ButtonRow, Form, type Problems, type Values } from '../../../ui/form.tsx';
import { Empty, Entries, Entry } from '../../../ui/lists.tsx';
import { Section } from '../../../ui/sheets.tsx';
import { directory } from '../../directory/urls.ts';
import { people } from '../../people/urls.ts';
import { organisations, services } from '../../register/urls.ts';
import { staleWords } from '../rules/letter.ts';
import { following } from '../urls.ts';
import { type Followable, type Followed, type How, hows, howWords, weekdays } from '../words.ts';

const options = Object.entries(hows).map(([value, label]) => ({ value, label }));
const days = Object.entries(weekdays).map(([value, label]) => ({ value, label }));

interface FollowProps {
  isSomebody: boolean;
  what: Followable;
  /** How one hears of it already. */
  how: { how: How; weekday: number } | undefined;
  values?: Values | undefined;
  problems?: Problems | undefined;
}

export function FollowPage({ isSomebody, what, how, values, problems }: FollowProps) {
  const back = pageOf(what);
  return (
    <div class="text stack">
      <div>
        <h1>{`Follow ${what.name}`}</h1>
        <p class="lead">
          {what.kind === 'service'
            ? 'We write to you when something about it changes: when it is open, for whom it is, whether it takes anyone new.'
            : 'We write to you when its page changes: when it is open, what it offers, whether it pauses or closes.'}
        </p>
      </div>
      {isSomebody ? (
        <Form
          name="follow"
          action={following.of(what)}
          values={values ?? { how: how?.how, weekday: how?.weekday }}
          problems={problems}
        >
          <Choices name="how" legend="When do you want to hear?" options={options} />
          <Select name="weekday" label="Once a week: on which day?" options={days} />
          <ButtonRow>
            <Button>{how ? 'Change it' : 'Follow'}</Button>
            {how && (
              <Button kind="second" name="how" value="stop">
                Stop following
              </Button>
            )}
            <ButtonLink href={back}>Back to the page</ButtonLink>
          </ButtonRow>
        </Form>
      ) : (
        <>
          <p>It needs a mailbox, so sign in first. That is free, and brings you back here.</p>
          <ButtonRow>
            <ButtonLink kind="main" href={people.signIn(following.of(what))}>
              Sign in to follow
            </ButtonLink>
            <ButtonLink href={back}>Back to the page</ButtonLink>
          </ButtonRow>
        </>
      )}
      <p class="small quiet">Nobody else sees whom you follow: not the group, and not the hub.</p>
    </div>
  );
}

function pageOf({ kind, id }: Pick<Followable, 'kind' | 'id'>): string {
  return kind === 'service' ? services.one(id) : organisations.one(id);
}

interface FollowingProps {
  rows: readonly Followed[];
}

export function FollowingPage({ rows }: FollowingProps) {
  return (
    <div class="text stack">
      <div>
        <h1>What you follow</h1>
        <p class="lead">We write to you when something changes there. Nobody else sees this list.</p>
      </div>
      {rows.length === 0 ? (
        <Empty
          fact="You follow nobody yet."
          next="On the page of each group and service there is “Follow”. News then come to your mailbox when you want them."
          action={{ href: '/search', label: 'Find a group' }}
        />
      ) : (
        <Section id="groups" title="Groups and services" quiet>
          <Entries list="following">
            {rows.map((one) => (
              <Entry
                key={one.id}
                id={one.id}
                name={one.name}
                href={pageOf(one)}
                text={one.summary}
                kind={[howWords(one)]}
              >
                {one.stale.map((list) => (
                  <p class="small quiet" key={list.source}>
                    {staleWords(list)}
                  </p>
                ))}
                <a href={following.of(one)}>
                  Change or stop<span class="sr">: {one.name}</span>
                </a>
              </Entry>
            ))}
          </Entries>
        </Section>
      )}
      <p>
        <a href={directory.searches()}>Searches you saved</a> tell you of what is new, whoever it is from.
      </p>
    </div>
  );
}

export function StopPage({ token, done }: { token: string; done: boolean }) {
  return (
    <div class="text stack">
      <h1>{done ? 'No more news by mail' : 'Stop all news by mail?'}</h1>
      {done ? (
        <p class="lead">It has stopped at once. You can follow groups again whenever you like.</p>
      ) : (
        <>
          <p class="lead">You would hear no more of any group that you follow.</p>
          <Form name="stop-following" action={following.stop(token)}>
            <Button>Stop them all</Button>
          </Form>
          <p>
            To keep some, <a href={following.all()}>sign in and choose</a>.
          </p>
        </>
      )}
    </div>
  );
}
