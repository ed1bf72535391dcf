import { dayWords } from '../../../platform/dates.ts';
import { PhoneLink } from '../../../ui/words.tsx';

export const letterTitle = 'A letter for you';

/** Large print, for whoever was referred: to whom they were sent, what happens, and how to stop it. */
export function LetterPage(props: {
  code: string;
  from: string;
  serviceName: string;
  receiver: { name: string; phone: string };
  link: string;
  now: Date;
}) {
  const { code, from, serviceName, receiver, link, now } = props;
  return (
    <>
      <div class="noprint slip">
        <p>
          Use your browser’s Print, and give it to them. The address below is theirs alone: it is shown only
          now, and a new letter ends the old one.
        </p>
      </div>
      <article class="big">
        <h1>{letterTitle}</h1>
        <p>{dayWords(now, new Date(0))}</p>
        <p>
          {`${from} has asked ${receiver.name} to help you: `}
          <b>{serviceName}</b>.
        </p>
        <p>
          {`They get in touch with you. If you want to ask them something, say the code `}
          <b>{code}</b>
          {receiver.phone && (
            <>
              {' '}
              and ring <PhoneLink number={receiver.phone} />
            </>
          )}
          .
        </p>
        <h2>You can stop this at any time</h2>
        <p>{`Tell ${from}, or open this page. It also shows who has your details and who looked at them:`}</p>
        <p>
          <b class="break">{link}</b>
        </p>
      </article>
    </>
  );
}
