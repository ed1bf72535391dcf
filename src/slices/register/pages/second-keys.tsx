import { dayWords } from '../../../platform/dates.ts';
import { Button, ButtonRow, Form, Hidden } from '../../../ui/form.tsx';
import { Notice, Section } from '../../../ui/sheets.tsx';
import { CardTable } from '../../../ui/table.tsx';
import { organisations } from '../urls.ts';
import { roleWords } from '../words/answers.ts';

interface SecondKeysProps {
  organisation: { id: string; name: string };
  people: readonly {
    personId: string;
    name: string;
    email: string;
    role: string;
    passkeys: number;
    passkeySince: Date | null;
    authenticatorSince: Date | null;
  }[];
  /** Since when everybody there needs one by the organisation's own rule. */
  since: Date | undefined;
  now: Date;
}

export function SecondKeysPage({ organisation, people, since, now }: SecondKeysProps) {
  const without = people.filter((one) => one.passkeys === 0 && !one.authenticatorSince);
  return (
    <div class="text stack">
      <div>
        <h1>{`Second keys at ${organisation.name}`}</h1>
        <p class="lead">
          {without.length === 0
            ? 'Everybody with a place here has a second key.'
            : `${without.length} of ${people.length} with a place here ${without.length === 1 ? 'has' : 'have'} no second key.`}
        </p>
      </div>
      <Section
        id="who"
        title="Who has which"
        link={{ href: organisations.secondKeyProof(organisation.id), label: 'Take the list with you (CSV)' }}
      >
        <CardTable
          caption="Who has which second key"
          quiet
          list="second-keys"
          columns={[{ label: 'Name' }, { label: 'Place' }, { label: 'Second key' }]}
          rows={people.map((one) => ({
            id: one.personId,
            head: one.name || one.email,
            cells: [roleWords[one.role] ?? one.role, keyWords(one, now)],
          }))}
        />
        <p>
          The list names kinds and dates, no secrets. Whoever certifies your organisation can be given it.
        </p>
      </Section>
      <Section id="rule" title="Ask everybody for one">
        {since ? (
          <p>{`Since ${dayWords(since, now)} every place at ${organisation.name} opens only with a second key.`}</p>
        ) : (
          <p>
            Some places always ask for one: those of centres, of the hub, of trustees and of data leads. You
            can ask it of everybody here. Who has none is written to today, and is led through setting one up
            at the next sign-in.
          </p>
        )}
        {!since && without.length > 0 && (
          <Notice tone="warn" title="Until then they are outside">
            <p>{`${without.map((one) => one.name || one.email).join(', ')} cannot open a place here before that.`}</p>
          </Notice>
        )}
        <Form name="ask-all-for-second-key" action={organisations.secondKeys(organisation.id)}>
          <Hidden name="required" value={since ? 'no' : 'yes'} />
          <ButtonRow>
            <Button kind="second">
              {since ? 'Ask only where it is always asked' : 'Ask everybody here'}
            </Button>
          </ButtonRow>
        </Form>
      </Section>
      <p>
        <a href={organisations.people(organisation.id)}>{`People of ${organisation.name}`}</a>
      </p>
    </div>
  );
}

function keyWords(
  one: { passkeys: number; passkeySince: Date | null; authenticatorSince: Date | null },
  now: Date,
): string {
  const passkeys = one.passkeys === 1 ? 'a passkey' : `${one.passkeys} passkeys`;
  const kinds = [
    one.passkeySince && `${passkeys}, since ${dayWords(one.passkeySince, now)}`,
    one.authenticatorSince && `an app, since ${dayWords(one.authenticatorSince, now)}`,
  ].filter((words) => words !== null);
  return kinds.length > 0 ? kinds.join('; ') : 'None yet: ask them to set one up';
}
