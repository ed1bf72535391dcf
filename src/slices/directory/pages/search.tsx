import { Select } from '../../../ui/fields.tsx';
import { Button, ButtonLink, Form, Hidden } from '../../../ui/form.tsx';
import { Empty, Pager, Tags } from '../../../ui/lists.tsx';
import { Filters, type Keep, SearchBox } from '../../../ui/search.tsx';
import { Notice } from '../../../ui/sheets.tsx';
import { type Link, PhoneLink } from '../../../ui/words.tsx';
import type { ChoiceGroup } from '../rules/filter-words.ts';
import { directory } from '../urls.ts';
import { HitMap, Hits, type ShownHit, type ShownMap } from './hit.tsx';

/** Whom to ask, for the place that was named. */
export interface ShownCentre {
  readonly name: string;
  readonly phone: string;
  readonly href: string | undefined;
  /** "Nine Elders has no centre of its own": said before the name. */
  readonly because: string | undefined;
}

export interface SearchView {
  readonly title: string;
  readonly q: string;
  readonly near: string;
  readonly action: string;
  /** What the search box carries on. */
  readonly keep: Keep;
  /** What the filters carry on. */
  readonly keepBeside: Keep;
  readonly count: string;
  readonly order: string;
  readonly notices: readonly string[];
  readonly thanks: boolean;
  /** A place was read out of the words; here they are taken as words. */
  readonly otherReading: Link | undefined;
  readonly centre: ShownCentre;
  readonly centreIsNear: boolean;
  readonly tabs: readonly (Link & { current?: boolean })[];
  readonly filters: { summary: string; groups: readonly ChoiceGroup[] };
  readonly areas: { chosen: string; options: readonly { value: string; label: string }[] };
  readonly hits: readonly ShownHit[];
  readonly map: ShownMap | undefined;
  readonly otherView: Link;
  /** Where one asks to be told of new ones; not of so many that nobody could read them. */
  readonly tellMe: Link | undefined;
  /** What somebody is choosing for a signpost sheet. */
  readonly sheet: { count: number; href: string } | undefined;
  readonly pager: { line: string; next: Link | undefined };
  readonly ways: {
    fact: string;
    next: string;
    without: Link | undefined;
    words: readonly Link[];
    canReport: boolean;
  };
}

/** The list first and complete; the map beside it repeats its numbers. */
export function SearchPage({ view }: { view: SearchView }) {
  return (
    <>
      <h1>{view.title}</h1>
      <Asking view={view} />
      <div class="results">
        <Narrowing view={view} />
        <Listed view={view} />
        {view.map && <HitMap map={view.map} />}
      </div>
    </>
  );
}

/** The same search with the map first and large. Everything on it is in the list below. */
export function MapPage({ view }: { view: SearchView }) {
  return (
    <>
      <h1>{view.title}</h1>
      <Asking view={view} />
      <div class="stack">
        {view.map && <HitMap map={view.map} large />}
        <div class="results">
          <Narrowing view={view} />
          <Listed view={view} isBelow />
        </div>
      </div>
    </>
  );
}

function Asking({ view }: { view: SearchView }) {
  return (
    <>
      <SearchBox
        q={view.q}
        near={view.near}
        action={view.action}
        keep={view.keep}
        suggestWords={directory.suggest('words')}
        suggestPlaces={directory.suggest('places')}
        nearMe
      />
      {view.thanks && (
        <Notice>Thank you. It is noted as a gap, without your name, for those who could fill it.</Notice>
      )}
      {view.notices.length > 0 && (
        <Notice tone="warn" id="about-the-search">
          {view.notices.map((words) => (
            <p key={words}>{words}</p>
          ))}
        </Notice>
      )}
      {view.otherReading && (
        <p>
          We looked for “{view.q}” near {view.near}.{' '}
          <a href={view.otherReading.href}>{view.otherReading.label}</a>
        </p>
      )}
      {view.hits.length > 0 && (
        <p>
          <b>{view.count}</b>
          {view.order}{' '}
          {view.map && (
            <a class="noprint" href={view.otherView.href}>
              {view.otherView.label}
            </a>
          )}
        </p>
      )}
      {view.centreIsNear && <NearCentre centre={view.centre} />}
      {view.tabs.length > 2 && <Tags label="Kinds" tags={view.tabs} />}
    </>
  );
}

function NearCentre({ centre }: { centre: ShownCentre }) {
  return (
    <p data-centre={centre.name}>
      {centre.because} Your centre: <CentreName centre={centre} />
      {centre.phone && (
        <>
          , <PhoneLink number={centre.phone} />
        </>
      )}
      .
    </p>
  );
}

function CentreName({ centre }: { centre: ShownCentre }) {
  return centre.href === undefined ? <b>{centre.name}</b> : <a href={centre.href}>{centre.name}</a>;
}

function Narrowing({ view }: { view: SearchView }) {
  return (
    <Filters
      summary={view.filters.summary}
      groups={view.filters.groups}
      action={view.action}
      keep={view.keepBeside}
    >
      {(view.areas.options.length > 1 || view.areas.chosen !== '') && (
        <Select
          name="area"
          label="Only in"
          empty="Any borough"
          options={view.areas.options}
          value={view.areas.chosen}
        />
      )}
    </Filters>
  );
}

function Listed({ view, isBelow }: { view: SearchView; isBelow?: boolean }) {
  return (
    <section aria-labelledby="hits">
      <h2 id="hits" class="sr">
        Results
      </h2>
      {view.hits.length === 0 ? (
        <Nothing view={view} />
      ) : (
        <>
          {view.map && !isBelow && (
            <p class="to-map noprint">
              <a class="btn btn-2" href="#map">
                See these on the map
              </a>
            </p>
          )}
          {view.sheet && (
            <p class="noprint" data-sheet>
              <b>{`${view.sheet.count} on your sheet. `}</b>
              <a href={view.sheet.href} rel="nofollow">
                Look at it, and print
              </a>
            </p>
          )}
          <Hits list="results" hits={view.hits} />
          <Pager line={view.pager.line} next={view.pager.next} label="Pages of results" />
        </>
      )}
      {view.tellMe && (view.hits.length > 0 || view.ways.without) && (
        <p>
          <ButtonLink href={view.tellMe.href}>{view.tellMe.label}</ButtonLink>
        </p>
      )}
      <Notice title="Not here?" level={3} id="not-here">
        <p>
          {view.centre.phone ? 'Ring ' : 'Ask '}
          <CentreName centre={view.centre} />
          {view.centre.phone && (
            <>
              {' on '}
              <b>
                <PhoneLink number={view.centre.phone} />
              </b>
            </>
          )}
          . If there is nothing, they note it as a gap, and we tell those who can fill it.
        </p>
      </Notice>
    </section>
  );
}

function Nothing({ view }: { view: SearchView }) {
  const { fact, next, without, words, canReport } = view.ways;
  return (
    <>
      <Empty fact={fact} next={next} action={without ?? view.tellMe} />
      {words.length > 0 && <Tags label="Words like yours" tags={words} />}
      {canReport && (
        <Form name="report-gap" action={directory.gap()} class="stack">
          <Hidden name="q" value={view.q} />
          <Hidden name="near" value={view.near} />
          <p>We count what people look for and do not find. Nobody sees who looked.</p>
          <Button kind="second">Tell us about this gap</Button>
        </Form>
      )}
    </>
  );
}
