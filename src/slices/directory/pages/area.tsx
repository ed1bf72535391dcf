import { Empty, Tags } from '../../../ui/lists.tsx';
import { SearchBox } from '../../../ui/search.tsx';
import { Columns, Section } from '../../../ui/sheets.tsx';
import { type Link, PhoneLink } from '../../../ui/words.tsx';
import { directory } from '../urls.ts';
import { HitMap, Hits, type ShownHit, type ShownMap } from './hit.tsx';
import type { ShownCentre } from './search.tsx';

export interface AreaView {
  readonly name: string;
  readonly code: string;
  /** "Borough in Ambry Vale". */
  readonly what: string;
  readonly centre: ShownCentre;
  readonly kinds: readonly string[];
  readonly themes: readonly Link[];
  readonly inside: readonly Link[];
  readonly newest: readonly ShownHit[];
  readonly all: Link;
  readonly map: ShownMap | undefined;
}

export function AreaPage({ view }: { view: AreaView }) {
  return (
    <Columns aside={<Beside view={view} />} asideLabel={`About ${view.name}`}>
      <div>
        <h1>{view.name}</h1>
        <p class="lead">{view.what}</p>
        <SearchBox
          near={view.name}
          suggestWords={directory.suggest('words')}
          suggestPlaces={directory.suggest('places')}
          nearMe
        />
      </div>
      <Section id="there-is" title="What there is">
        {view.themes.length === 0 ? (
          <Empty
            fact={`Nothing is published in ${view.name} yet.`}
            next="Ring the centre; it may know more."
          />
        ) : (
          <>
            <p>{view.kinds.join(', ')}.</p>
            <Tags label="Subjects" tags={view.themes} />
          </>
        )}
      </Section>
      {view.newest.length > 0 && (
        <Section id="newest" title="Checked last" link={view.all}>
          <Hits list="newest" hits={view.newest} />
        </Section>
      )}
    </Columns>
  );
}

function Beside({ view }: { view: AreaView }) {
  const { centre } = view;
  return (
    <>
      <Section id="centre" title="Who looks after it" sheet>
        {centre.because && <p>{centre.because}</p>}
        <p>
          {centre.href === undefined ? <b>{centre.name}</b> : <a href={centre.href}>{centre.name}</a>}
          <br />
          <PhoneLink number={centre.phone} />
        </p>
      </Section>
      {view.inside.length > 0 && (
        <Section id="inside" title="Inside it">
          <Tags label={`Areas in ${view.name}`} tags={view.inside} />
        </Section>
      )}
      {view.map && <HitMap map={view.map} />}
    </>
  );
}
