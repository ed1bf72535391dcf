import { PhoneLink } from '../../../ui/words.tsx';
import type { Network } from '../words/network.ts';

/** Whom to ring or write to, as far as the network has said. */
export function Contact({ network }: { network: Network }) {
  const { hubName, hubPhone, hubEmail } = network;
  if (!hubPhone && !hubEmail) return <p>{`${hubName} has not said yet how to reach it.`}</p>;

  return (
    <p>
      {hubName}
      {hubPhone && (
        <>
          : <PhoneLink number={hubPhone} />
        </>
      )}
      {hubEmail && (
        <>
          {hubPhone ? ', ' : ': '}
          <a href={`mailto:${hubEmail}`}>{hubEmail}</a>
        </>
      )}
      .
    </p>
  );
}
