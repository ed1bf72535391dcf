import { ButtonLink, ButtonRow } from '../../../ui/form.tsx';
import { Notice } from '../../../ui/sheets.tsx';
import { PhoneLink, WebLink } from '../../../ui/words.tsx';
import { directory } from '../../directory/urls.ts';
import { organisations } from '../urls.ts';
import type { Organisation, ShownPlace } from '../words/records.ts';
import { lowerFirst, ringFirst } from './say.ts';

interface InTouchProps {
  one: Organisation;
  place: ShownPlace | undefined;
  homeCentre: { name: string; phone: string } | undefined;
}

export function InTouch({ one, place }: InTouchProps) {
  const asks = one.contactLabel ? `, and ask for ${lowerFirst(one.contactLabel)}` : '';
  return (
    <Notice title="How to get in touch">
      {one.phone ? (
        <p>
          {ringFirst(one.freshness) ? 'Ring first: ' : 'Ring '}
          <b>
            <PhoneLink number={one.phone} />
          </b>
          {`${asks}.`}
        </p>
      ) : (
        <p>
          {one.claimed
            ? 'They have not given a telephone number.'
            : 'This record came from a list, and nobody has claimed it yet.'}
        </p>
      )}
      {one.email && (
        <p>
          Write to <a href={`mailto:${one.email}`}>{one.email}</a>
        </p>
      )}
      {one.website && (
        <p>
          On the web: <WebLink address={one.website} />
        </p>
      )}
      {!place && <p>They keep their address to themselves. Ring and ask.</p>}
      {!one.claimed && (
        <ButtonRow>
          <ButtonLink href={organisations.claim(one.id)}>This is our group</ButtonLink>
        </ButtonRow>
      )}
    </Notice>
  );
}

/** Nobody answers there any more: who does something like it, and whom to ask. */
export function Instead({ one, place, homeCentre }: InTouchProps) {
  const like = directory.search({ near: place?.postcode, theme: one.themes.slice(0, 1) });
  return (
    <Notice title="What there is instead">
      <p>
        <a href={like}>See who does something like it</a>
        {homeCentre?.phone ? (
          <>
            {`, or ring ${homeCentre.name}: `}
            <b>
              <PhoneLink number={homeCentre.phone} />
            </b>
          </>
        ) : null}
        .
      </p>
    </Notice>
  );
}
