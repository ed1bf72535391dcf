import { Doors, Empty } from '../../../ui/lists.tsx';
import { SearchBox } from '../../../ui/search.tsx';
import { Notice, Section } from '../../../ui/sheets.tsx';
import { CardTable } from '../../../ui/table.tsx';
import { type Link, PhoneLink, Pin } from '../../../ui/words.tsx';
import { settings } from '../../network/urls.ts';
import { roles } from '../../volunteering/urls.ts';
import { directory } from '../urls.ts';
import { HitMap, Hits, type ShownHit, type ShownMap } from './hit.tsx';

/** A line of the table of centres: one of them, or an area that has none of its own. */
export interface CentreLine {
  readonly id: string;
  readonly name: string;
  readonly href: string;
  readonly pin: number | undefined;
  readonly phone: string;
  readonly answersFor: readonly Link[];
  readonly words: string;
}

export interface FrontView {
  readonly title: string;
  readonly lead: string;
  readonly region: string;
  readonly nearTitle: string;
  readonly near: readonly ShownHit[];
  readonly nearLink: Link;
  readonly promise: readonly string[];
  readonly centresCaption: string;
  readonly centresLine: string;
  /** Only the coordinator sees it yet. */
  readonly isClosed: boolean;
  readonly centres: readonly CentreLine[];
  readonly map: ShownMap | undefined;
}

export function FrontHero({ view }: { view: FrontView }) {
  return (
    <>
      <h1>{view.title}</h1>
      <p class="lead">{view.lead}</p>
      <SearchBox
        onBar
        suggestWords={directory.suggest('words')}
        suggestPlaces={directory.suggest('places')}
        nearMe
      />
    </>
  );
}

export function FrontPage({ view }: { view: FrontView }) {
  return (
    <>
      {view.isClosed && (
        <Notice title="Only you see this page">
          <p>
            Visitors read that the network is being set up. <a href={settings.all()}>Go on setting it up</a>
          </p>
        </Notice>
      )}
      <Section id="doors" title="Where to start" quiet>
        <Doors
          doors={[
            {
              href: directory.search(),
              name: 'I need some help',
              text: 'For you, or for someone you are helping. No account, and we keep nothing.',
            },
            {
              href: roles.all(),
              name: 'I would like to help',
              text: 'An hour or a habit. What groups look for, and the nearest first.',
            },
            {
              href: '/register',
              name: 'We run a group',
              text: 'Tell us once. Every centre you work near will know.',
            },
          ]}
        />
      </Section>
      <div class="cols">
        <Section id="near-here" title={view.nearTitle} link={view.nearLink}>
          {view.near.length === 0 ? (
            <Empty fact="Nothing is published yet." next="The first groups are being asked." />
          ) : (
            <Hits list="near" hits={view.near} />
          )}
        </Section>
        <PromiseSheet lines={view.promise} />
      </div>
      <Section id="who" title="Who helps here">
        <div class="pair">
          <div>
            <p class="text">{view.centresLine}</p>
            <Centres lines={view.centres} caption={view.centresCaption} />
          </div>
          {view.map && <HitMap map={view.map} />}
        </div>
      </Section>
    </>
  );
}

function PromiseSheet({ lines }: { lines: readonly string[] }) {
  const [first, ...others] = lines;
  return (
    <Section id="promise" title="Our promise" sheet>
      <p>
        <b>{first}</b>
      </p>
      <ul>
        {others.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Section>
  );
}

function Centres({ lines, caption }: { lines: readonly CentreLine[]; caption: string }) {
  return (
    <CardTable
      caption={caption}
      quiet
      list="centres"
      columns={[{ label: 'Centre' }, { label: 'Telephone' }, { label: 'Looks after' }]}
      rows={lines.map((line) => ({
        id: line.id,
        head: (
          <span class="pinned">
            {line.pin !== undefined && <Pin number={line.pin} />}
            <a href={line.href}>{line.name}</a>
          </span>
        ),
        cells: [
          line.phone === '' ? 'Ask the hub' : <PhoneLink number={line.phone} />,
          <>
            {line.answersFor.map(({ href, label }, index) => (
              <>
                {index > 0 && ', '}
                <a href={href}>{label}</a>
              </>
            ))}
            {line.words}
          </>,
        ],
      }))}
    />
  );
}
