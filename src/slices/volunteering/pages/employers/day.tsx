import { Entries, Entry, Facts } from '../../../../ui/lists.tsx';
import { Columns, Notice, Section } from '../../../../ui/sheets.tsx';
import { Chip } from '../../../../ui/words.tsx';
import { organisations } from '../../../register/urls.ts';
import { wordsFor } from '../../lists/keys.ts';
import { skills } from '../../lists/skills.ts';
import { agreedPence, agreedPlaces, freeUntilDays, isGoing, pounds } from '../../rules/employers/days.ts';
import { dayOfWords, inOneSentence } from '../../rules/say.ts';
import { dayStates, type EmployerDay, type Offer } from '../../words/employers.ts';
import { AgreeForm, CancelForm, NotReadyForm, OfferForm, RiskForm, UsefulForm } from './forms.tsx';
import type { DayProps } from './props.ts';

export function EmployerDayPage(props: DayProps) {
  const { day, offers, isEmployer, hosts, now } = props;
  return (
    <Columns aside={<Glance {...props} />} asideLabel="At a glance">
      <div class="stack">
        <div>
          <h1>{day.title}</h1>
          <p class="lead">{`${day.size} people of ${day.organisationName}, on ${dayOfWords(day.onDay, now)}.`}</p>
          {day.words && <p class="text">{day.words}</p>}
        </div>
        <Standing {...props} />
        <Section id="offers" title="Who could take them">
          {offers.length === 0 ? (
            <p>Nobody has offered places yet.</p>
          ) : (
            <Entries list="offers">
              {offers.map((offer) => (
                <OfferEntry key={offer.id} {...props} offer={offer} />
              ))}
            </Entries>
          )}
        </Section>
        {isEmployer && day.state === 'open' && offers.length > 0 && <AgreeForm {...props} />}
        {isGoing(day.state) && hosts.length > 0 && <OfferForm {...props} />}
        {isEmployer && isGoing(day.state) && <CancelForm {...props} />}
      </div>
    </Columns>
  );
}

function Standing({ day, offers }: DayProps) {
  const taken = agreedPlaces(offers);
  if (day.state === 'cancelled') {
    return (
      <Notice tone="warn" title={dayStates.cancelled}>
        <p>{`“${day.stateReason}”`}</p>
        <p>
          {day.owedPence > 0
            ? `The agreed cost is still owed: ${pounds(day.owedPence)}.`
            : 'It was cancelled in good time, so nothing is owed.'}
        </p>
      </Notice>
    );
  }
  const words = {
    open:
      taken === 0
        ? 'Groups say how many they could take. The employer agrees once there are places enough.'
        : `${taken} of ${day.size} places are agreed. ${day.size - taken} are open.`,
    agreed: `All ${day.size} places are agreed. Bring a list of names along on the day; this site keeps none.`,
    held: 'The day was there. Both sides say whether it was useful.',
    closed: 'This is over.',
  };
  return (
    <Notice title={dayStates[day.state]}>
      <p>{words[day.state]}</p>
      {day.state === 'agreed' && (
        <p>{`Whoever cancels ${freeUntilDays} days before the day or later still owes the agreed cost.`}</p>
      )}
    </Notice>
  );
}

function Glance({ day, offers, area, now }: DayProps) {
  const cost = agreedPence(offers);
  return (
    <div class="sheet">
      <h2>The day</h2>
      <Facts
        facts={[
          { name: 'Day', fact: dayOfWords(day.onDay, now) },
          { name: 'People', fact: String(day.size) },
          { name: 'Budget', fact: day.budgetPence === null ? '' : pounds(day.budgetPence) },
          { name: 'Agreed cost', fact: cost > 0 ? pounds(cost) : '' },
          { name: 'Skills', fact: inOneSentence(wordsFor(skills, day.skills)) },
          { name: 'Shared with', fact: area },
          {
            name: 'Asked by',
            fact: <a href={organisations.one(day.organisationId)}>{day.organisationName}</a>,
          },
        ]}
      />
    </div>
  );
}

function OfferEntry(props: DayProps & { offer: Offer }) {
  const { offer, day, ownOffers, isEmployer } = props;
  const isOwn = ownOffers.has(offer.id);
  return (
    <Entry
      id={offer.id}
      name={offer.organisationName}
      href={organisations.one(offer.organisationId, offer.organisationName)}
      text={offer.words}
      far={{ figure: String(offer.places), unit: offer.places === 1 ? 'place' : 'places' }}
      kind={[
        offer.costEachPence === 0 ? 'no cost' : `${pounds(offer.costEachPence)} for each person`,
        offer.riskCheckedAt === null ? 'Risks not looked at yet' : 'Risks looked at',
      ]}
    >
      {offer.riskWords && <p class="small">{`Risks: ${offer.riskWords}`}</p>}
      <p>
        <OfferChip offer={offer} day={day} />
      </p>
      {offer.stateReason && <p class="small">{`“${offer.stateReason}”`}</p>}
      <Judged offer={offer} />
      {isOwn && offer.isReady && isGoing(day.state) && (
        <>
          {offer.riskCheckedAt === null && <RiskForm {...props} />}
          <NotReadyForm {...props} />
        </>
      )}
      {day.state === 'held' && offer.agreedPlaces > 0 && (
        <>
          {isEmployer && offer.employerUseful === null && <UsefulForm {...props} side="employer" />}
          {isOwn && offer.hostUseful === null && <UsefulForm {...props} side="host" />}
        </>
      )}
    </Entry>
  );
}

function OfferChip({ offer, day }: { offer: Offer; day: EmployerDay }) {
  if (!offer.isReady) return <Chip state="not-ready" tone="late" words="Not ready" />;
  if (offer.agreedPlaces > 0) return <Chip state="agreed" words={`${offer.agreedPlaces} agreed`} />;
  return day.state === 'agreed' ? (
    <Chip state="waiting" tone="wait" words="Waiting list" />
  ) : (
    <Chip state="offered" tone="wait" words="Offered" />
  );
}

function Judged({ offer }: { offer: Offer }) {
  const said = [
    { by: 'The employer', useful: offer.employerUseful, words: offer.employerWords },
    { by: 'The group', useful: offer.hostUseful, words: offer.hostWords },
  ].filter(({ useful }) => useful !== null);
  return (
    <>
      {said.map(({ by, useful, words }) => (
        <p key={by} class="small">
          {`${by}: ${useful ? 'useful' : 'not useful'}.`}
          {words && ` “${words}”`}
        </p>
      ))}
    </>
  );
}
