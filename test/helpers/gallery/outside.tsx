import { ShareChart } from '../../../src/ui/chart.tsx';
import { ButtonLink } from '../../../src/ui/form.tsx';
import type { Page } from '../../../src/ui/frame.tsx';
import { Doors, Entries, Entry, Pager } from '../../../src/ui/lists.tsx';
import { MapFigure } from '../../../src/ui/map.tsx';
import { Filters, SearchBox } from '../../../src/ui/search.tsx';
import { Columns, Notice, Section } from '../../../src/ui/sheets.tsx';
import { CardTable } from '../../../src/ui/table.tsx';
import { PhoneLink } from '../../../src/ui/words.tsx';

import type { Say } from './words.ts';
export function frontDoor(say: Say): Page {
  return {
    title: say('Find something good close to home'),
    description: say('Lunch clubs, lifts, advice and gardens in Ambry Vale.'),
    canonical: say('https://ambry.example/'),
    jsonLd: { '@type': 'WebSite', name: say('Ambry Vale Together') },
    hero: (
      <>
        <h1>{say('Find something good close to home')}</h1>
        <p class="lead">{say('Lunch clubs, lifts, advice, gardens, company.')}</p>
        <SearchBox onBar suggestWords={say('/suggest/words')} keep={{ kind: [say('role')] }} />
      </>
    ),
    body: (
      <>
        <Section id="doors" title={say('Where to start')} quiet>
          <Doors
            doors={[
              {
                href: '/search',
                name: say('I need some help'),
                text: say('No account, and we keep nothing.'),
              },
              { href: '/roles', name: say('I would like to help'), text: say('An hour or a habit.') },
              { href: '/register', name: say('We run a group'), text: say('Tell us once.') },
            ]}
          />
        </Section>
        <Columns asideLabel={say('What you can count on')} aside={<Promised say={say} />}>
          <Section
            id="near-h"
            title={say('Near Eastlock this week')}
            link={{ href: '/search', label: say('Another place') }}
          >
            <Entries list="near">{entries(say)}</Entries>
          </Section>
        </Columns>
        <Section id="who" title={say('Who helps here')}>
          <div class="pair">
            <CentreTable say={say} />
            <ValeMap say={say} />
          </div>
        </Section>
      </>
    ),
  };
}

function Promised({ say }: { say: Say }) {
  return (
    <Section id="promise" title={say('Our promise')} sheet>
      <p>{say('Nobody gets lost here.')}</p>
      <ShareChart
        id="kept"
        finding={<b>{say('Kept in October: 94 of 101')}</b>}
        alt={say('94 of 101 answered in time, 7 late')}
        columns={[say('October'), say('Answers')]}
        done={{ label: say('In time'), value: 94 }}
        missed={{ label: say('Late'), value: 7 }}
        source={say('Source: our own register, 24 November')}
      />
    </Section>
  );
}

function entries(say: Say) {
  return [
    <Entry
      key="1"
      id={say('1')}
      href={say('/organisations/1')}
      name={say('Tuesday Table lunch club')}
      text={say('A hot lunch and company for anyone over 60. Come as you are, £3 or what you can.')}
      far={{ figure: say('0.3'), unit: say('miles') }}
      kind={[say('Service')]}
      freshness={{ state: 'ok', words: say('Checked 12 November') }}
    />,
    <Entry
      key="2"
      id={say('2')}
      role
      href={say('/roles/2')}
      name={say('Driver for the Saturday shopping run')}
      text={say('Two hours, every other Saturday. Fuel is paid.')}
      far={{ figure: say('0.8'), unit: say('miles') }}
      pin={2}
      kind={[say('Volunteer role'), say('Starts in Eastlock'), say('Saturdays')]}
      chip={{ state: say('needed'), tone: 'wait', words: say('Needed by 5 December') }}
    />,
    <Entry
      key="3"
      id={say('3')}
      href={say('/organisations/3')}
      name={say('The Hartlow and Upper Saltreach Friendship, Gardening and Shared Cooking Association')}
      text={say('Cook together on Fridays and take a box home.')}
      pin={3}
      kind={[say('Group'), say('Over the border, in Hartlow')]}
      freshness={{ state: 'due', words: say('Check due, last checked in May') }}
      chip={{ state: say('full'), tone: 'wait', words: say('Waiting about 2 weeks') }}
    />,
  ];
}

function CentreTable({ say }: { say: Say }) {
  return (
    <CardTable
      quiet
      list="centres"
      caption={say('Volunteer centres, their telephone numbers and days')}
      columns={[
        { label: say('Centre') },
        { label: say('Telephone') },
        { label: say('Open loops'), number: true },
      ]}
      rows={[
        {
          id: say('eastlock'),
          head: <a href="/organisations/4">{say('Eastlock')}</a>,
          cells: [<PhoneLink key="tel" number={say('01632 960101')} />, 31],
        },
        {
          id: say('hartlow'),
          head: <a href="/organisations/5">{say('Hartlow')}</a>,
          cells: [<PhoneLink key="tel" number={say('01632 960102')} />, 24],
        },
      ]}
    />
  );
}

function ValeMap({ say }: { say: Say }) {
  return (
    <MapFigure
      viewBox="0 0 420 360"
      caption={say('The ring is AV3 4QT.')}
      shapes={[
        {
          id: 'a',
          name: say('Tollbridge'),
          path: 'M0 0H190L176 96 120 168 0 150Z',
          alt: false,
          labelX: 40,
          labelY: 70,
        },
        {
          id: 'b',
          name: say('Hartlow'),
          path: 'M190 0H420V120L300 150 176 96Z',
          alt: true,
          labelX: 270,
          labelY: 56,
        },
        {
          id: 'c',
          name: say('Eastlock'),
          path: 'M176 96 300 150 280 270 150 262 120 168Z',
          alt: false,
          labelX: 190,
          labelY: 240,
        },
      ]}
      water={['M-10 210C70 190 92 120 150 112S240 190 300 214 380 250 430 244']}
      rail={['M60 370C110 300 190 300 220 232S330 60 430 66']}
      pins={[
        { x: 212, y: 168, number: 2, label: say('Driver') },
        { x: 300, y: 88, number: 3, label: say('Shared Cooking') },
      ]}
      you={{ x: 190, y: 200 }}
    />
  );
}

export function found(say: Say): Page {
  return {
    title: say('Food near AV3 4QT'),
    current: '/search',
    noindex: true,
    crumb: { href: '/', label: say('Back to the front door') },
    body: (
      <>
        <h1>{say('Food near AV3 4QT')}</h1>
        <SearchBox q={say('food')} near={say('AV3 4QT')} suggestPlaces={say('/suggest/places')} />
        <p class="row">{say('43 found, nearest first.')}</p>
        <div class="results">
          <Filters
            summary={say('Filter: 3 kinds, within 3 miles')}
            keep={{ q: say('food') }}
            groups={[
              {
                name: 'kind',
                legend: say('What'),
                type: 'checkbox',
                chosen: ['service'],
                options: [
                  { value: 'service', label: say('Services'), count: 21 },
                  { value: say('role'), label: say('Volunteer roles'), count: 14 },
                ],
              },
              {
                name: 'within_km',
                legend: say('How far'),
                chosen: '5',
                options: [
                  { value: '2', label: say('A short walk'), count: say('1 mile') },
                  { value: '5', label: say('A bus ride'), count: say('3 miles') },
                  { value: '', label: say('Anywhere') },
                ],
              },
            ]}
          />
          <Section id="hits" title={say('Results')} quiet>
            <p class="to-map">
              <ButtonLink href="#map">{say('See these on the map')}</ButtonLink>
            </p>
            <Entries list="results">{entries(say)}</Entries>
            <Pager line={say('1 to 3 of 43')} next={{ href: '/search?after=x', label: say('The next 3') }} />
            <Notice title={say('Not here?')} level={3}>
              {say('Ring Eastlock Volunteer Centre.')}
            </Notice>
          </Section>
          <ValeMap say={say} />
        </div>
      </>
    ),
  };
}
