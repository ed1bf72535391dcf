import { Empty } from '../../../ui/lists.tsx';
import { PhoneLink } from '../../../ui/words.tsx';

interface ClosedProps {
  network: { name: string; hubName: string; hubPhone: string; hubEmail: string };
}

/** In place of the front page, until the coordinator opens the door. */
export function ClosedPage({ network }: ClosedProps) {
  const { name, hubName, hubPhone, hubEmail } = network;
  return (
    <div class="text stack">
      <h1>{`${name} is being set up`}</h1>
      <Empty
        fact="Here you will find groups, services and people near you."
        next={
          <>
            It is not open yet.
            {(hubPhone || hubEmail) && ` ${hubName} can be reached all the same: `}
            {hubPhone !== '' && (
              <>
                <PhoneLink number={hubPhone} />
                {hubEmail !== '' && ' or '}
              </>
            )}
            {hubEmail !== '' && <a href={`mailto:${hubEmail}`}>{hubEmail}</a>}
            {(hubPhone || hubEmail) && '.'}
          </>
        }
      />
      <p>
        Were you invited? <a href="/sign-in">Sign in</a>
      </p>
    </div>
  );
}
