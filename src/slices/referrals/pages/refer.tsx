import { Choices, Field, Select, Tick } from '../../../ui/fields.tsx';
import { Button, ButtonRow, Form, Hidden, type Problems, type Values } from '../../../ui/form.tsx';
import { Notice, Section } from '../../../ui/sheets.tsx';
import { PhoneLink } from '../../../ui/words.tsx';
import { concerns, referrals } from '../urls.ts';

export const referTitle = (service: string) => `Refer somebody to ${service}`;

interface ReferProps {
  service: { id: string; name: string; by: string; phone: string };
  /** Made with the empty form: what is sent twice is one referral. */
  newId: string;
  /** Organisations in whose name one may refer. */
  senders: readonly { id: string; name: string }[];
  behalf: readonly { id: string; name: string }[];
  /** What is read out to the person. */
  wording: string;
  today: string;
  /** Why nothing can be sent from here, with the way out. */
  stopped?: { why: string; href?: string; label?: string } | undefined;
  values?: Values | undefined;
  problems?: Problems | undefined;
}

export function ReferPage(props: ReferProps) {
  const { service, stopped } = props;
  return (
    <div class="text stack">
      <h1>{referTitle(service.name)}</h1>
      <Notice tone="stop" title="Not for emergencies">
        <p>
          If somebody is in danger now, ring <PhoneLink number="999" />. A referral is read within two working
          days.
        </p>
        <p>
          <a href={concerns.worried()}>I am worried about someone’s safety</a>
        </p>
      </Notice>
      {stopped ? (
        <Notice tone="warn" title="Nothing can be sent from here yet">
          <p>{stopped.why}</p>
          {stopped.href && (
            <p>
              <a href={stopped.href}>{stopped.label}</a>
            </p>
          )}
          {service.phone && (
            <p>
              Or ring {service.by}: <PhoneLink number={service.phone} />
            </p>
          )}
        </Notice>
      ) : (
        <SendForm {...props} />
      )}
    </div>
  );
}

function SendForm({ service, newId, senders, behalf, wording, today, values, problems }: ReferProps) {
  const [only] = senders;
  return (
    <Form
      name="send-referral"
      action={referrals.refer(service.id)}
      values={{ given_on: today, ground: 'consent', how: 'spoken', ...values }}
      problems={problems}
    >
      <Hidden name="id" value={newId} />
      {typeof values?.request_id === 'string' && <Hidden name="request_id" value={values.request_id} />}
      {typeof values?.plan_id === 'string' && <Hidden name="plan_id" value={values.plan_id} />}
      {senders.length === 1 && only ? (
        <Hidden name="organisation_id" value={only.id} />
      ) : (
        <Select name="organisation_id" label="In whose name" options={optionsOf(senders)} />
      )}
      {behalf.length > 0 && (
        <Select
          name="behalf_id"
          label="Made for"
          hint="They see how far it is, and no name unless they sign in with a second key."
          options={optionsOf(behalf)}
          empty="Nobody else"
          optional
        />
      )}
      <Section id="about" title="What it is about">
        <Field
          name="need"
          label="What do they need?"
          hint={`${service.by} reads this first, before it knows who it is. Leave the name out.`}
          type="textarea"
          rows={3}
          maxLength={600}
        />
        <Field
          name="story"
          label="What matters to them?"
          hint="In their own words, if they like. It is read once the referral is opened."
          type="textarea"
          rows={4}
          maxLength={2000}
          optional
        />
      </Section>
      <WhoFields />
      <AgreedFields by={service.by} wording={wording} />
      <ButtonRow>
        <Button>Send it to {service.by}</Button>
      </ButtonRow>
    </Form>
  );
}

function WhoFields() {
  return (
    <Section id="person" title="Who it is, and how to reach them">
      <Field name="name" label="What they want to be called" maxLength={120} autocomplete="off" />
      <Field name="phone" label="Telephone" type="tel" short autocomplete="off" optional />
      <Field name="email" label="E-mail" type="email" autocomplete="off" optional />
      <Field
        name="address"
        label="Where they live"
        hint="Only if the service has to come to them."
        autocomplete="off"
        maxLength={300}
        optional
      />
      <Field
        name="safe"
        label="How to reach them safely"
        hint="Like “mornings only” or “no voicemail, no letters”."
        maxLength={300}
        optional
      />
    </Section>
  );
}

function AgreedFields({ by, wording }: { by: string; wording: string }) {
  return (
    <Section id="agreement" title="What they agreed to">
      <Notice title="Read this to them">
        <p>{`“${wording}”`}</p>
      </Notice>
      <Tick name="agreed" label={`They agree that ${by} gets this`} />
      <Tick
        name="covers_next"
        label="They also agree that another service is tried if this one cannot"
        hint="Without this you ask them again first."
      />
      <Choices
        name="how"
        legend="How did they agree?"
        options={[
          { value: 'spoken', label: 'They said so' },
          { value: 'written', label: 'They signed it' },
        ]}
      />
      <Field name="given_on" label="On which day?" type="date" short />
      <details>
        <summary>It has to go without their consent</summary>
        <Choices
          name="ground"
          legend="On which ground?"
          options={[
            { value: 'consent', label: 'They agree', note: 'Nearly always.' },
            { value: 'public_task', label: 'The task of a public body', note: 'Tell them all the same.' },
            {
              value: 'safeguarding',
              label: 'Somebody’s safety',
              note: 'When asking would put them at risk.',
            },
          ]}
        />
        <Field name="ground_reason" label="Why?" hint="It stays on the record." maxLength={300} optional />
      </details>
    </Section>
  );
}

function optionsOf(all: readonly { id: string; name: string }[]) {
  return all.map(({ id, name }) => ({ value: id, label: name }));
}
