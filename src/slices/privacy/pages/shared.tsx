import { dayWords } from '../../../platform/dates.ts';
import { Button, Form, type Problems } from '../../../ui/form.tsx';
import { Empty, Facts } from '../../../ui/lists.tsx';
import { Notice, Section } from '../../../ui/sheets.tsx';
import { Chip } from '../../../ui/words.tsx';
import { itemWords, listed } from '../rules.ts';
import { privacy } from '../urls.ts';
import { type Look, looks, type Shared } from '../words.ts';

export const sharedTitle = 'Who has my details?';

interface SharedProps {
  shared: readonly (Shared & { looks: readonly Look[] })[];
  /** Whoever holds a link and no account. */
  token?: string;
  now: Date;
  problems?: Problems | undefined;
}

export function SharedPage({ shared, token, now, problems }: SharedProps) {
  return (
    <>
      <h1>{sharedTitle}</h1>
      <p class="lead">
        Here is everybody who was given something about you, what it was, and what you agreed to. You can stop
        each of them.
      </p>
      {problems?.[''] && <Notice tone="warn">{problems['']}</Notice>}
      {shared.length === 0 && (
        <Empty
          fact="Nobody was given your details."
          next="When you ask about a role or agree to be sent on, it stands here."
        />
      )}
      <div class="stack">
        {shared.map((one) => (
          <One one={one} token={token} now={now} />
        ))}
      </div>
    </>
  );
}

function One({
  one,
  token,
  now,
}: {
  one: SharedProps['shared'][number];
  token: string | undefined;
  now: Date;
}) {
  const { basis, from, receivers } = one;
  const isOver = basis.endedAt !== null;
  const action = token === undefined ? privacy.withdraw(basis.id) : privacy.withdrawByLink(token);
  return (
    <Section id={`basis-${basis.id}`} title={listed(receivers.map(({ name }) => name))} sheet>
      <p class="row">
        {isOver ? (
          <Chip state="withdrawn" tone="end" words={endWords(basis.endedHow)} />
        ) : (
          <Chip state="given" words="You agreed" />
        )}
      </p>
      <Facts
        facts={[
          { name: 'What', fact: listed(itemWords(basis.items)) },
          { name: 'From', fact: from },
          { name: 'Agreed', fact: `${howWords(basis.how)} on ${dayWords(new Date(basis.givenOn), now)}` },
          { name: 'In these words', fact: basis.wording },
          { name: 'Why without asking', fact: basis.ground === 'consent' ? '' : basis.reason },
          { name: 'Stopped', fact: basis.endedAt ? dayWords(basis.endedAt, now) : '' },
          ...receivers.map((to) => ({ name: to.name, fact: goneWords(to, now) })),
        ]}
      />
      {one.looks.length > 0 && (
        <details>
          <summary>Who looked</summary>
          <ul class="lines">
            {one.looks.map((look) => (
              <li>{`${look.organisationName} looked at ${whatWords(look.what)} on ${dayWords(look.at, now)}`}</li>
            ))}
          </ul>
        </details>
      )}
      {!isOver && (
        <Form name="withdraw-basis" action={action} prefix={basis.id}>
          <p class="quiet">
            When you stop it, nothing more is passed on, they are told today, and they must say that they have
            let go of it.
          </p>
          <Button kind="wax">Stop this</Button>
        </Form>
      )}
    </Section>
  );
}

function howWords(how: string): string {
  if (how === 'spoken') return 'You said so';
  if (how === 'written') return 'You signed it';
  return how === 'online' ? 'You pressed the button' : 'Written down';
}

function endWords(how: string | null): string {
  if (how === 'withdrawn') return 'You stopped this';
  return how === 'expired' ? 'Its time is over' : 'Replaced by a newer one';
}

function goneWords(to: { toldAt: Date | null; goneAt: Date | null }, now: Date): string {
  if (to.goneAt) return `They say it is gone, on ${dayWords(to.goneAt, now)}`;
  if (to.toldAt)
    return `Told on ${dayWords(to.toldAt, now)}. They have not yet said that it is gone; we ask again.`;
  return 'May have it';
}

function whatWords(what: string): string {
  const words: Readonly<Record<string, string>> = looks;
  return words[what] ?? what;
}
