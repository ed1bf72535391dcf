import { Field } from '../../../ui/fields.tsx';
import { Button, ButtonRow, Form, Hidden, type Problems, type Values } from '../../../ui/form.tsx';
import { Human } from '../../../ui/human.tsx';
import { Entries, Entry } from '../../../ui/lists.tsx';
import { Section } from '../../../ui/sheets.tsx';
import { Moon, PhoneLink } from '../../../ui/words.tsx';
import { signpost } from '../../referrals/urls.ts';
import { freshnessWords } from '../rules/freshness.ts';
import { organisations, services as serviceUrls } from '../urls.ts';
import type { ListedServices } from '../words/cards.ts';
import type { Organisation, Service } from '../words/records.ts';

interface Typed {
  values?: Values;
  problems?: Problems;
}

/** Behind the mailed link and the button: everything that is asked about, and one button. Opening it changes nothing. */
export function CheckPage(props: {
  one: Organisation;
  services: readonly Service[];
  action: string;
  mayEdit: boolean;
  now: Date;
}) {
  const { one, services, now } = props;
  return (
    <div class="text stack">
      <div>
        <h1>{`Is ${one.name} still right?`}</h1>
        <p class="lead">{one.summary}</p>
        <p>
          <Moon state={one.freshness} words={freshnessWords(one, now)} />
        </p>
        <p>
          {one.phone && (
            <>
              People ring <PhoneLink number={one.phone} />.{' '}
            </>
          )}
          <a href={organisations.one(one.id, one.name)}>See the whole page</a>
        </p>
      </div>
      {services.length > 0 && (
        <Section id="offers" title="And these, which you offer">
          <Entries list="to-check">
            {services.map((service) => (
              <Entry
                key={service.id}
                id={service.id}
                name={service.name}
                text={service.summary}
                href={
                  props.mayEdit ? serviceUrls.edit(service.id) : serviceUrls.one(service.id, service.name)
                }
                freshness={{ state: service.freshness, words: freshnessWords(service, now) }}
              />
            ))}
          </Entries>
        </Section>
      )}
      <Form name="confirm-checked" action={props.action}>
        <ButtonRow>
          <Button>Yes, all of it is still right</Button>
        </ButtonRow>
      </Form>
      <p>
        Not quite? <a href={organisations.edit(one.id)}>Change the page</a>.
        {!props.mayEdit && ' It takes a sign-in with your e-mail.'}
      </p>
    </div>
  );
}

export function CheckedPage({ one, now }: { one: Organisation; now: Date }) {
  return (
    <div class="text">
      <h1>Thank you, the page is fresh again</h1>
      <p class="lead">{`${one.name} now says: ${freshnessWords(one, now)}. We ask again in half a year.`}</p>
      <p>
        <a href={organisations.one(one.id, one.name)}>See the page</a>
      </p>
    </div>
  );
}

export function SuggestPage({
  one,
  days,
  mayEdit,
  stamp,
  sheet,
  values,
  problems,
}: { one: Organisation; days: number; mayEdit: boolean; stamp: string; sheet: ListedServices } & Typed) {
  return (
    <div class="text">
      <h1>{`What is wrong at ${one.name}?`}</h1>
      <p class="lead">{`Whoever looks after the page reads it within ${days} working days. You need no account.`}</p>
      {mayEdit && (
        <p>
          You are signed in, so you can also{' '}
          <a href={organisations.suggestEdit(one.id)}>write it into the page yourself</a>. They take it over
          field by field.
        </p>
      )}
      <Form name="suggest-change" action={organisations.suggest(one.id)} values={values} problems={problems}>
        <Field
          name="what"
          type="textarea"
          rows={5}
          label="What is wrong, and what is right?"
          hint="Leave out anything about a person’s health or troubles."
        />
        <Field
          name="reply_to"
          type="email"
          label="Your e-mail address"
          optional
          hint="Only to tell you what became of it. We keep it no longer than that."
        />
        {sheet.s.map((id) => (
          <Hidden name="s" value={id} />
        ))}
        {sheet.old.map((id) => (
          <Hidden name="old" value={id} />
        ))}
        <Human stamp={stamp} />
        <ButtonRow>
          <Button>Tell them</Button>
        </ButtonRow>
      </Form>
    </div>
  );
}

export function SuggestedPage({
  one,
  days,
  sheet,
}: {
  one: Organisation;
  days: number;
  sheet?: ListedServices;
}) {
  return (
    <div class="text">
      <h1>Thank you, they will look at it</h1>
      <p class="lead">{`Whoever looks after ${one.name} has ${days} working days. If nothing happens, its home centre is asked.`}</p>
      <p>
        {sheet && sheet.s.length > 0 && (
          <>
            <a href={signpost.list(sheet)} rel="nofollow">
              Back to your sheet
            </a>
            {' · '}
          </>
        )}
        <a href={organisations.one(one.id, one.name)}>Back to the page</a>
      </p>
    </div>
  );
}
