import { BarChart, LineChart } from '../../../src/ui/chart.tsx';
import { Button, Form } from '../../../src/ui/form.tsx';
import type { Page } from '../../../src/ui/frame.tsx';
import { Empty, Entries, Facts, Lines, Tags, Task } from '../../../src/ui/lists.tsx';
import { Columns, Gate, Notice, Section, Stages, Trail } from '../../../src/ui/sheets.tsx';
import { Chip, Clock, Moon } from '../../../src/ui/words.tsx';
import type { Say } from './words.ts';

/** The pages of somebody who is signed in. */
export function inbox(say: Say): Page {
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

export function rest(say: Say): Page {
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
        <Columns asideLabel={say('Also')} aside={<Beside say={say} />}>
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

function Beside({ say }: { say: Say }) {
  const line = months.map((label, index) => ({ label: say(label), value: checked[index] ?? 0 }));
  const words = {
    alt: say('From 62 to 86'),
    columns: [say('Month'), say('In 100')],
    source: say('Our own register'),
  };
  return (
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
  );
}
