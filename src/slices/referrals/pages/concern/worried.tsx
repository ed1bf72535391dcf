import { Field } from '../../../../ui/fields.tsx';
import { Button, ButtonRow, Form, Hidden, type Problems, type Values } from '../../../../ui/form.tsx';
import { Human } from '../../../../ui/human.tsx';
import { Facts } from '../../../../ui/lists.tsx';
import { Notice, Section } from '../../../../ui/sheets.tsx';
import { PhoneLink } from '../../../../ui/words.tsx';
import { concerns } from '../../urls.ts';
import type { SafetyNumbers } from '../../words/concern.ts';

export const worriedTitle = 'I am worried about someone’s safety';
export const numbersTitle = 'Whom to ring now';

interface Ring {
  areaName: string;
  numbers: SafetyNumbers | undefined;
  /** The named leads of whoever it is about, with the organisation. */
  leads: readonly { organisation: string; phone: string }[];
  hub: { name: string; phone: string };
}

export interface WorriedProps extends Ring {
  id: string;
  near: string;
  request: string;
  referral: string;
  stamp: string;
  values?: Values | undefined;
  problems?: Problems | undefined;
}

export function WorriedPage(props: WorriedProps) {
  const { near, problems } = props;
  return (
    <div class="text stack">
      <h1>{worriedTitle}</h1>
      <Numbers {...props} />
      {near === '' && problems?.near === undefined && props.numbers === undefined && (
        <Form name="find-numbers" method="get" action={concerns.worried()} prefix="near">
          <Field
            name="near"
            label="Where is it?"
            hint="A postcode. You then see whom to ring there."
            autocomplete="postal-code"
            short
          />
          <Button kind="second">Show the numbers</Button>
        </Form>
      )}
      <TellLead {...props} />
    </div>
  );
}

function TellLead({ id, near, request, referral, stamp, values, problems }: WorriedProps) {
  return (
    <Section id="tell" title="Tell the people who are named for this">
      <p>
        Ring first. What you write here is read by named safeguarding leads and by nobody else, whatever their
        rank. Tell it even if you are not sure.
      </p>
      <Form name="raise-concern" action={concerns.worried()} values={values} problems={problems}>
        <Hidden name="id" value={id} />
        <Hidden name="request" value={request} />
        <Hidden name="referral" value={referral} />
        {near === '' ? (
          <Field name="near" label="Postcode, if you know it" autocomplete="postal-code" short optional />
        ) : (
          <Hidden name="near" value={near} />
        )}
        <Field
          name="facts"
          label="What did you see or hear?"
          hint="Who, where, when, in your own words. Write down what was said; leave out what you suppose."
          type="textarea"
          rows={5}
          maxLength={2000}
        />
        <Field
          name="contact"
          label="How can they reach you?"
          hint="Leave it empty if you would rather not say."
          maxLength={200}
          optional
        />
        <Human stamp={stamp} />
        <ButtonRow>
          <Button>Tell them</Button>
        </ButtonRow>
      </Form>
    </Section>
  );
}

/** Numbers only, to ring at once. The code is for whoever asks after it. */
export function NumbersPage(props: Ring & { code: string | undefined }) {
  const { code } = props;
  return (
    <div class="text stack">
      <h1>{numbersTitle}</h1>
      {code && (
        <p class="lead">
          {`It is kept, and those who are named for it are told. Its code is `}
          <b>{code}</b>.
        </p>
      )}
      <Numbers {...props} />
      <p>
        <a href={concerns.worried()}>Write down more about it</a>
      </p>
    </div>
  );
}

function Numbers({ areaName, numbers, leads, hub }: Ring) {
  return (
    <>
      <Notice tone="stop" title="In danger now">
        <p>
          Ring <PhoneLink number="999" />. If you cannot speak, press 55 when you are asked.
        </p>
      </Notice>
      <Section id="numbers" title={areaName === '' ? 'Whom to ring' : `Whom to ring in ${areaName}`} sheet>
        {numbers ? (
          <Facts
            facts={[
              { name: 'Council', fact: numbers.team },
              { name: 'By day', fact: <PhoneLink number={numbers.dayPhone} /> },
              {
                name: 'At night and weekends',
                fact: numbers.nightPhone && <PhoneLink number={numbers.nightPhone} />,
              },
              {
                name: 'About a child',
                fact: numbers.childrenPhone && <PhoneLink number={numbers.childrenPhone} />,
              },
            ]}
          />
        ) : (
          <p>
            {areaName === ''
              ? 'With a postcode we show the council’s team.'
              : `Nobody has told us the number of the council’s team for ${areaName}. Ring the council and ask for adult or children’s social care.`}
          </p>
        )}
        <Facts
          facts={[
            ...leads.map((lead) => ({
              name: lead.organisation,
              fact: <PhoneLink number={lead.phone}>{`Safeguarding lead, ${lead.phone}`}</PhoneLink>,
            })),
            { name: hub.name, fact: hub.phone && <PhoneLink number={hub.phone} /> },
          ]}
        />
      </Section>
    </>
  );
}
