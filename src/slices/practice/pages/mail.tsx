import { clockWords, weekdayWords } from '../../../platform/dates.ts';
import { Empty, Pager } from '../../../ui/lists.tsx';
import { practice } from '../urls.ts';
import { linksIn, type Mail } from '../words.ts';

const stateWords: Readonly<Record<string, string>> = {
  waiting: 'Waits',
  kept: 'Kept here',
  sent: 'Sent',
  failed: 'Failed',
};

export function MailPage({ mails, to, next }: { mails: readonly Mail[]; to?: string; next?: string }) {
  return (
    <div class="stack">
      <h1>{to ? `Mail to ${to}` : 'Mail of the practice network'}</h1>
      <p class="lead">Every message that would have been sent, the newest first. Nobody else gets it.</p>
      {to && (
        <p>
          <a href={practice.mail()}>Mail to everybody</a>
        </p>
      )}
      {mails.length === 0 && (
        <Empty fact="No mail yet." next="Do something that concerns somebody, or move the clock on." />
      )}
      <div class="stack" data-list="mail">
        {mails.map((mail) => (
          <Message mail={mail} />
        ))}
      </div>
      {next && (
        <Pager
          line={`${mails.length} messages`}
          next={{ href: practice.mail({ ...(to ? { to } : {}), after: next }), label: 'Older mail' }}
        />
      )}
    </div>
  );
}

function Message({ mail }: { mail: Mail }) {
  return (
    <article class="sheet" data-id={mail.id}>
      <h2 data-verbatim>{mail.subject}</h2>
      <p class="small quiet">
        To <a href={practice.mail({ to: mail.to })}>{mail.to}</a>,{' '}
        {`${weekdayWords(mail.at)} ${mail.at.getUTCFullYear()}, ${clockWords(mail.at)}. `}
        <span class="chip" data-state={mail.state} data-tone="end">
          {stateWords[mail.state] ?? mail.state}
        </span>
      </p>
      <div data-verbatim>
        {mail.text.split(/\n{2,}/).map((paragraph) => (
          <p>
            {paragraph.split('\n').map((line, index) => (
              <>
                {index > 0 && <br />}
                <Linked text={line} />
              </>
            ))}
          </p>
        ))}
      </div>
    </article>
  );
}

/** The text as it is, with its addresses as links; they open only for whom the mail is to. */
function Linked({ text }: { text: string }) {
  const [first] = linksIn(text);
  if (first === undefined) return <>{text}</>;
  const at = text.indexOf(first);
  return (
    <>
      {text.slice(0, at)}
      <a href={first} rel="nofollow">
        {first}
      </a>
      <Linked text={text.slice(at + first.length)} />
    </>
  );
}
