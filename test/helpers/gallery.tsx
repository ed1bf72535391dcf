import { BarChart, LineChart, ShareChart } from '../../src/ui/chart.tsx';
import { Choices, Field, Select, Tick } from '../../src/ui/fields.tsx';
import { Button, ButtonLink, ButtonRow, Form, Saved } from '../../src/ui/form.tsx';
import type { FrameWords, Page } from '../../src/ui/frame.tsx';
import { Doors, Empty, Entries, Entry, Facts, Lines, Pager, Tags, Task } from '../../src/ui/lists.tsx';
import { MapFigure } from '../../src/ui/map.tsx';
import { Filters, SearchBox } from '../../src/ui/search.tsx';
import { Columns, Gate, Notice, Section, Stages, Trail } from '../../src/ui/sheets.tsx';
import { CardTable } from '../../src/ui/table.tsx';
import { Chip, Clock, Moon, PhoneLink } from '../../src/ui/words.tsx';

/** Every part once, in five pages: `say` gives each prop its words, so that a test may say something hostile. */
export type Say = (words: string) => string;

export function frameWords(say: Say): FrameWords {
  return {
    networkName: say('Ambry Vale Together'),
    hubName: say('Hub'),
    hubPhone: say('01632 960100'),
    footLine: say('Run by 5 volunteer centres and 412 groups of Ambry Vale, for everyone who lives here.'),
    practice: true,
    nav: [
      { href: '/search', label: say('Get help') },
      { href: '/search?kind=role', label: say('Volunteer') },
      { href: '/register', label: say('Groups') },
      { href: '/sign-in', label: say('Sign in') },
    ],
    memberNav: [{ href: '/console', label: say('Network') }],
    stylesheet: say('/joinery.css'),
    scripts: { loader: say('/loader.js'), suggest: say('/suggest.js'), saving: say('/saving.js') },
    lang: 'en-GB',
  };
}

export function gallery(say: Say): Page[] {
  return [frontDoor(say), found(say), where(say), inbox(say), rest(say)];
}

function frontDoor(say: Say): Page {
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
        <Columns
          asideLabel={say('What you can count on')}
          aside={
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
          }
        >
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

function found(say: Say): Page {
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

function where(say: Say): Page {
  const postcodeProblem = say(
    'AV3 4Q is not a whole postcode. It ends in a number and two letters, like AV3 4QT.',
  );
  const stages = ['Who you are', 'Where you work', 'What you do', 'Being found', 'Look and send'].map(say);
  return {
    title: say('Where you work'),
    current: '/register',
    body: (
      <Columns
        asideLabel={say('Help with this form')}
        aside={
          <Section id="ten" title={say('About ten minutes')} sheet>
            <p>{say('One form for all five centres.')}</p>
          </Section>
        }
      >
        <p class="quiet">{say('Your group, told once. Step 2 of 5')}</p>
        <Stages label={say('Five steps')} stages={stages} here={1} steps />
        <h1>{say('Where you work')}</h1>
        <Form
          name="register-where"
          action="/register/where"
          version={3}
          autosave="/register/where/keep"
          values={{ postcode: say('AV3 4Q'), areas: ['eastlock', 'hartlow'], far: say('Up to two miles.') }}
          problems={{ postcode: postcodeProblem, show: say('Choose whether people may see your address.') }}
        >
          <Field
            name="postcode"
            label={say('Postcode of where you meet')}
            hint={say('If you meet in someone’s home, use theirs.')}
            short
            autocomplete="postal-code"
            suggest={say('/suggest/places')}
          />
          <Choices
            name="areas"
            type="checkbox"
            legend={say('Which areas do you work in?')}
            hint={say('Each centre you tick sees this same form.')}
            options={[
              { value: 'eastlock', label: say('Eastlock') },
              { value: 'hartlow', label: say('Hartlow') },
              { value: 'nine-elders', label: say('Nine Elders'), note: say('Hartlow answers for it.') },
            ]}
          />
          <Choices
            name="show"
            legend={say('May people see your address?')}
            options={[
              { value: 'yes', label: say('Yes, show it') },
              {
                value: 'area',
                label: say('Only the area'),
                note: say('People see “Eastlock” and ring you.'),
              },
            ]}
          />
          <Field name="far" type="textarea" rows={3} optional label={say('Do you go to people’s homes?')} />
          <Select
            name="schedules.0.day"
            label={say('Which day?')}
            empty={say('Choose a day')}
            value={say('2')}
            options={[
              { value: say('1'), label: say('Monday') },
              { value: say('2'), label: say('Tuesday') },
            ]}
          />
          <Tick name="agreed" label={say('Tell me when it is live')} hint={say('By e-mail.')} />
          <ButtonRow>
            <Button>{say('Save and go on')}</Button>
            <Button kind="second" name="go" value="back">
              {say('Back')}
            </Button>
          </ButtonRow>
          <Saved>{say('Saved at 19.42. Stop when you like.')}</Saved>
        </Form>
      </Columns>
    ),
  };
}

function inbox(say: Say): Page {
  return {
    title: say('Your inbox'),
    current: '/inbox',
    body: (
      <>
        <div class="row spread">
          <h1>{say('Your inbox')}</h1>
          <p class="quiet">{say('Dee Marlow, Eastlock Volunteer Centre')}</p>
        </div>
        <p class="lead">{say('Nine people are waiting. One has waited too long.')}</p>
        <Tags
          label={say('Kinds')}
          tags={[
            { href: '/inbox', label: say('All 9'), current: true },
            { href: '/inbox?kind=enquiry', label: say('Enquiries 4') },
          ]}
        />
        <Section id="late" title={say('Late')}>
          <Entries list="late">
            <Task
              id={say('1')}
              kind={say('Introduction')}
              href={say('/introductions/1')}
              name={say('Marek Holt to Second Helpings')}
              text={say('Wants to cook on Sundays. The group has opened it twice and said nothing.')}
              clock={{ quarter: 4, words: say('The group had until Friday 20 November') }}
              chip={{ state: say('silent'), tone: 'late', words: say('No answer') }}
              action={{ href: '/introductions/1', label: say('Ring the group') }}
            />
            <Task id={say('2')} kind={say('Check')} name={say('Eastlock Larder')}>
              <Form name="confirm-checked" action="/checks/2" version={1} prefix="check-2">
                <Button kind="second">{say('Still right')}</Button>
              </Form>
            </Task>
          </Entries>
        </Section>
        <Section id="checks" title={say('Records to check')}>
          <Empty
            fact={say('Nothing is due.')}
            next={say('The next comes up on 4 December.')}
            action={{ href: '/minutes', label: say('My ten minutes') }}
          />
        </Section>
      </>
    ),
  };
}

const months = ['December', 'February', 'April', 'June', 'August', 'November'];
const checked = [62, 63, 70, 69, 78, 86];

function rest(say: Say): Page {
  const line = months.map((label, index) => ({ label: say(label), value: checked[index] ?? 0 }));
  const words = {
    alt: say('From 62 to 86'),
    columns: [say('Month'), say('In 100')],
    source: say('Our own register'),
  };
  return {
    title: say('The rest of the parts'),
    body: (
      <>
        <h1>{say('The rest of the parts')}</h1>
        <p class="row">
          <Moon state="old" words={say('May be out of date, last checked in February')} />
          <Moon state="none" words={say('Not checked for over a year')} />
          <Clock quarter={0} words={say('Starts on Monday')} />
          <Clock quarter={2} words={say('The group has until Friday 27 November')} />
          <Chip state={say('ended')} tone="end" words={say('Not now')} />
        </p>
        <Stages
          label={say('Stages')}
          stages={['Identify', 'Plan', 'Implement', 'Review'].map(say)}
          here={2}
        />
        <Columns
          asideLabel={say('Also')}
          aside={
            <>
              <LineChart
                {...words}
                columns={[say('Month'), say('In 100')]}
                id="line"
                title={say('Records checked')}
                finding={say('86 in 100 checked in the last six months.')}
                sheet
                points={line}
              />
              <BarChart
                {...words}
                columns={[say('Month'), say('In 100')]}
                id="bars"
                finding={say('More were checked in November than before.')}
                points={line.slice(0, 3)}
              />
              <Section id="gate" title={say('Before you start')} sheet>
                <Gate
                  items={[
                    { text: say('Purpose in one sentence'), done: true },
                    { text: say('All agree to the same version'), done: false },
                  ]}
                />
              </Section>
            </>
          }
        >
          <Notice tone="stop" id="stale" title={say('Someone else changed this while you wrote')}>
            {say('Yours is kept.')}
          </Notice>
          <Section id="trail" title={say('What has happened')} note={say('Times are local')}>
            <Trail
              items={[
                {
                  what: say('Sent'),
                  by: say('by Noor Hadley'),
                  words: say('“She misses cooking.”'),
                  when: say('10.20'),
                },
                {
                  what: say('Opened'),
                  by: say('by Tuesday Table'),
                  when: say('Thursday 19 November, 18.05'),
                },
              ]}
              next={{ what: say('Next: first lunch'), text: say('They tell you by 1 December.') }}
            />
          </Section>
          <Facts
            facts={[
              { name: say('For'), fact: say('People over 60') },
              { name: say('Speaks'), fact: undefined },
            ]}
          />
          <Lines lines={[say('Two centres want the same new group.'), say('Tollbridge has one admin.')]} />
        </Columns>
      </>
    ),
  };
}
