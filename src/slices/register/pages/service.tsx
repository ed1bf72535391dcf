import { dayWords } from '../../../platform/dates.ts';
import { Facts } from '../../../ui/lists.tsx';
import { Columns, Notice, Section } from '../../../ui/sheets.tsx';
import { Chip, Moon, PhoneLink } from '../../../ui/words.tsx';
import { following } from '../../notifications/urls.ts';
import { referrals, signpost } from '../../referrals/urls.ts';
import { access, languages } from '../lists/access.ts';
import { wordsFor } from '../lists/keys.ts';
import { freshnessWords, waitShown } from '../rules/freshness.ts';
import { organisations, services as serviceUrls } from '../urls.ts';
import type { Organisation, Schedule, Service, ShownPlace } from '../words/records.ts';
import { ageWords, forWords } from './card.ts';
import { inOneSentence, lowerFirst, placeWords, ringFirst, statusWords, wayWords } from './say.ts';
import { inOrder, listed, whenWords } from './when.ts';

export interface ServiceProps {
  service: Service;
  owner: Organisation;
  schedules: readonly Schedule[];
  places: readonly ShownPlace[];
  areaNames: readonly string[];
  /** Lists it came from, where none of them has it any more and nobody looks after it here. */
  lostBy: readonly { source: string; at: Date }[];
  /** Why its keepers see it and nobody else does. */
  notLive: string | undefined;
  mayChange: boolean;
  /** It is there for everybody, so whoever likes hears when it changes. */
  mayFollow: boolean;
  /** What whoever sends people here asks for and does not find. */
  missing: readonly string[];
  /** Services that somebody has on a signpost list; undefined where this one cannot be put there. */
  listed: readonly string[] | undefined;
  now: Date;
}

export function ServicePage(props: ServiceProps) {
  const { service, owner, now } = props;
  return (
    <Columns aside={<Glance {...props} />} asideLabel="At a glance">
      <div class="stack">
        <div>
          <h1 lang={service.language}>{service.name}</h1>
          <p class="lead" lang={service.language}>
            {service.summary}
          </p>
          <p>
            Run by <a href={organisations.one(owner.id, owner.name)}>{owner.name}</a>
          </p>
          <p class="row">
            <Moon state={service.freshness} words={freshnessWords(service, now)} />
            {service.status !== 'open' && (
              <Chip state={service.status} tone="wait" words={statusWords(service.status)} />
            )}
            <a class="tap noprint" href={organisations.suggest(owner.id)}>
              Something here is wrong
            </a>
            {props.mayFollow && (
              <a class="tap noprint" href={following.service(service.id)}>
                Follow
              </a>
            )}
          </p>
          {props.notLive && <p>{props.notLive}</p>}
          {service.statusNote && <p>{service.statusNote}</p>}
          {props.lostBy.map(({ source, at }) => (
            <p>{`Gone from the list “${source}” since ${dayWords(at, now)}. Ask whether it is still there.`}</p>
          ))}
        </div>
        <HowToCome {...props} />
        {props.listed && (
          <p class="noprint">
            <a href={signpost.list({ s: withIt(props.listed, service.id) })} rel="nofollow">
              Put it on a sheet for somebody
            </a>
            {service.takingReferrals && (
              <>
                {' · '}
                <a href={referrals.refer(service.id)} rel="nofollow">
                  Refer somebody, with their consent
                </a>
              </>
            )}
          </p>
        )}
        {props.mayChange && (
          <p class="noprint">
            <a href={serviceUrls.edit(service.id)}>Change this page</a>
          </p>
        )}
        {props.mayChange && props.missing.length > 0 && (
          <p class="noprint" data-missing>
            Whoever sends people here also asks for: {listed(props.missing)}.
          </p>
        )}
        {service.description && (
          <Section id="about" title="About">
            {service.description.split(/\n+/).map((paragraph) => (
              <p class="text" lang={service.language}>
                {paragraph}
              </p>
            ))}
          </Section>
        )}
        <When {...props} />
      </div>
    </Columns>
  );
}

function HowToCome({ service, owner }: ServiceProps) {
  const asks = owner.contactLabel ? `, and ask for ${lowerFirst(owner.contactLabel)}` : '';
  const way = ringFirst(service.freshness) && owner.phone ? 'Ring first' : wayWords(service.wayIn);
  return (
    <Notice title="How to come">
      <p>
        {`${way}${owner.phone ? ': ' : '.'}`}
        {owner.phone && (
          <b>
            <PhoneLink number={owner.phone} />
          </b>
        )}
        {owner.phone && `${asks}.`}
      </p>
      {service.costWords && <p>{`It costs: ${service.costWords}`}</p>}
    </Notice>
  );
}

function When({ schedules }: ServiceProps) {
  if (schedules.length === 0) return null;
  return (
    <Section id="when" title="When">
      <ul class="lines">
        {inOrder(schedules).map((schedule) => (
          <li>
            {whenWords(schedule)}
            {schedule.note && schedule.days.length > 0 && <span class="quiet">{` ${schedule.note}`}</span>}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Glance({ service, places, areaNames, now }: ServiceProps) {
  return (
    <div class="sheet">
      <h2>Where</h2>
      {places.length === 0 && <p>{placeWords(undefined)}</p>}
      {places.map((place) => (
        <p>{placeWords(place)}</p>
      ))}
      <Facts
        facts={[
          { name: 'Comes to', fact: listed(areaNames) },
          { name: 'For', fact: forWords(service) },
          { name: 'Not for', fact: service.notFor },
          { name: 'Waiting', fact: waitShown(service, now) },
          { name: 'Ages', fact: ageWords(service) },
          { name: 'Getting in', fact: inOneSentence(wordsFor(access, service.access)) },
          { name: 'Speaks', fact: listed(wordsFor(languages, service.languages)) },
          { name: 'Referrals', fact: service.takingReferrals ? 'Taken' : '' },
          { name: 'Volunteers', fact: service.openToVolunteers ? 'Welcome' : '' },
        ]}
      />
    </div>
  );
}

function withIt(ids: readonly string[], id: string): readonly string[] {
  return ids.includes(id) ? ids : [...ids, id];
}
