import { Facts } from '../../../ui/lists.tsx';
import { access, languages } from '../lists/access.ts';
import { wordsFor } from '../lists/keys.ts';
import { organisationKinds } from '../lists/kinds.ts';
import { peopleServed } from '../lists/people-served.ts';
import { organisations } from '../urls.ts';
import { inOneSentence, placeWords } from './say.ts';
import type { OrganisationProps } from './shown-record.ts';
import { listed } from './when.ts';

/** Where it is and for whom, beside what it says of itself. */
export function AtAGlance(props: OrganisationProps) {
  const { one, place, homeCentre, parent, areaNames, identifiers, otherNames, sources } = props;
  const also = otherNames.filter((name) => name.kind === 'also').map((name) => name.name);
  const old = otherNames.filter((name) => name.kind === 'old').map((name) => name.name);
  return (
    <div class="sheet">
      <h2>Where</h2>
      <p>{placeWords(place)}</p>
      <Facts
        facts={[
          { name: 'Works in', fact: listed(areaNames) },
          { name: 'For', fact: inOneSentence(wordsFor(peopleServed, one.peopleServed)) },
          { name: 'Getting in', fact: inOneSentence(wordsFor(access, one.access)) },
          { name: 'Speaks', fact: listed(wordsFor(languages, one.languages)) },
          {
            name: 'Home centre',
            fact: homeCentre && (
              <a href={organisations.one(homeCentre.id, homeCentre.name)}>{homeCentre.name}</a>
            ),
          },
          { name: 'Kind', fact: wordsFor(organisationKinds, [one.kind]).join('') },
          {
            name: 'Part of',
            fact: parent && <a href={organisations.one(parent.id, parent.name)}>{parent.name}</a>,
          },
          { name: 'Also called', fact: also.join(', ') },
          { name: 'Before', fact: old.join(', ') },
          { name: 'Register', fact: identifiers.map((id) => `${id.scheme}-${id.number}`).join(', ') },
          { name: 'Written down', fact: props.takenNote },
          { name: 'From', fact: sources.map((source) => `${source.source}, ${source.at}`).join('; ') },
          {
            name: 'As its owner asks',
            fact: [...new Set(sources.flatMap((one) => one.attribution ?? []))].join(' '),
          },
        ]}
      />
    </div>
  );
}
