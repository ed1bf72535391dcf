import { weekdayWords } from '../../../platform/dates.ts';
import { Button, ButtonRow, Form } from '../../../ui/form.tsx';
import { Entries, Entry } from '../../../ui/lists.tsx';
import { Columns, Notice, Section } from '../../../ui/sheets.tsx';
import { practice } from '../urls.ts';
import type { JourneyToTry, Mail, PersonToBe } from '../words.ts';

interface Move {
  days: number;
  done: readonly { name: string; pieces: number }[];
  mails: readonly Mail[];
}

interface PracticeProps {
  now: Date;
  journeys: readonly JourneyToTry[];
  tries: readonly { postcode: string; why: string }[];
  move?: Move | undefined;
  problem?: string | undefined;
}

export function PracticePage({ now, journeys, tries, move, problem }: PracticeProps) {
  return (
    <Columns aside={<Beside now={now} tries={tries} />} asideLabel="Clock, mail and postcodes">
      <h1>Practise here</h1>
      <p class="lead">
        Everyone and everything here is invented. Be anybody, break anything, and start again when you like.
      </p>
      <p>
        Whoever has a place in an organisation comes in as if a second key had been shown. What is rare, like
        inviting somebody, asks for it again after ten minutes: there a button stands for the key.
      </p>
      {problem && (
        <Notice tone="stop" title="That did not work">
          {problem}
        </Notice>
      )}
      {move && <WhatHappened move={move} />}
      <Form name="practice-sign-in" action={practice.signIn()} class="stack" label="Be somebody">
        {journeys.map((journey, index) => (
          <Section id={`journey-${index}`} title={journey.title}>
            <p>{journey.intro}</p>
            <Entries list={`people-${index}`}>
              {journey.people.map((person) => (
                <Person person={person} />
              ))}
            </Entries>
          </Section>
        ))}
      </Form>
    </Columns>
  );
}

function Person({ person }: { person: PersonToBe }) {
  return (
    <Entry id={person.key} name={person.name} text={person.about}>
      <p class="small quiet">{person.email}</p>
      <Button kind="second" name="person" value={person.key}>
        {`Be ${person.name}`}
      </Button>
    </Entry>
  );
}

function WhatHappened({ move }: { move: Move }) {
  const days = `${move.days} ${move.days === 1 ? 'day' : 'days'}`;
  return (
    <Notice title={`${days} have passed`.replace('1 day have', 'One day has')}>
      {move.done.length === 0 ? (
        <p>Nothing fell due.</p>
      ) : (
        <ul data-list="happened">
          {move.done.map(({ name, pieces }) => (
            <li data-id={name}>{`${pieces} × ${name}`}</li>
          ))}
        </ul>
      )}
      {move.mails.length > 0 && (
        <>
          <p>The newest mail:</p>
          <ul data-list="new-mail">
            {move.mails.map(({ id, to, subject }) => (
              <li data-id={id}>
                <a href={practice.mail({ to })}>{subject}</a> <span class="quiet">{`to ${to}`}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}

const steps = [
  { hours: 24, words: 'One day on' },
  { hours: 730, words: 'One month on' },
  { hours: 2190, words: 'Three months on' },
  { hours: 6570, words: 'Nine months on' },
];

function Beside({ now, tries }: Pick<PracticeProps, 'now' | 'tries'>) {
  return (
    <>
      <Section id="clock" title="The clock" sheet>
        <p>{`In this network it is ${weekdayWords(now)} ${now.getUTCFullYear()}. Time only moves on.`}</p>
        <Form name="practice-clock" action={practice.clock()}>
          <p class="row">
            {steps.map(({ hours, words }) => (
              <Button kind="second" name="hours" value={String(hours)}>
                {words}
              </Button>
            ))}
          </p>
        </Form>
      </Section>
      <Section id="mail" title="The mail" sheet>
        <p>
          Nothing is really sent. <a href={practice.mail()}>Read all mail of this network</a>.
        </p>
      </Section>
      <Section id="postcodes" title="Postcodes to try" sheet>
        <ul class="lines" data-list="postcodes">
          {tries.map(({ postcode, why }) => (
            <li data-id={postcode}>
              <a href={`/search?near=${encodeURIComponent(postcode)}`}>{postcode}</a>{' '}
              <span class="quiet">{why}</span>
            </li>
          ))}
        </ul>
      </Section>
      <Section id="reset" title="Back to the first day" sheet>
        <p>All you did here goes, and everything is as it was at the start. You are signed out.</p>
        <Form name="practice-reset" action={practice.reset()}>
          <ButtonRow>
            <Button kind="second">Go back to the first day</Button>
          </ButtonRow>
        </Form>
        <p>
          <a href={practice.forms()}>All forms of this site, and who may send them</a>
        </p>
      </Section>
    </>
  );
}
