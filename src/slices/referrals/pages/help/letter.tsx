import { dayWords, weekdayWords } from '../../../../platform/dates.ts';
import { PhoneLink } from '../../../../ui/words.tsx';

export const helpLetterTitle = 'A letter about the help you asked for';

/** Large print, for a caller: who answers, by when, what else to do, and how to stop it. */
export function HelpLetterPage(props: {
  code: string;
  from: string;
  answers: { name: string; phone: string };
  until: Date | undefined;
  link: string;
  now: Date;
}) {
  const { code, from, answers, until, link, now } = props;
  return (
    <>
      <div class="noprint slip">
        <p>
          Use your browser’s Print, and post it or hand it over. The address below is theirs alone: it is
          shown only now, and a new letter ends the old one.
        </p>
      </div>
      <article class="big">
        <h1>{helpLetterTitle}</h1>
        <p>{dayWords(now, new Date(0))}</p>
        <p>
          {`You asked for help, and ${from} wrote it down. `}
          <b>{answers.name}</b>
          {until ? ` answers by ${weekdayWords(until)}, the way you chose.` : ' has it.'}
        </p>
        <p>
          If you want to ask them something, say the code <b>{code}</b>
          {answers.phone && (
            <>
              {' '}
              and ring <PhoneLink number={answers.phone} />
            </>
          )}
          .
        </p>
        <p>
          This is not for emergencies. In danger, ring <PhoneLink number="999" />.
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
