import { clockWords } from '../../../../platform/dates.ts';
import { Button, ButtonRow, Form, type Problems } from '../../../../ui/form.tsx';
import { Facts } from '../../../../ui/lists.tsx';
import { Notice, Section } from '../../../../ui/sheets.tsx';
import { concerns } from '../../urls.ts';

export const openedTitle = 'Opened for one hour';
export const confirmTitle = 'A second person is needed';

export function OpenedPage(props: {
  until: Date;
  need: string;
  story: string;
  details: ReadonlyMap<string, string>;
}) {
  const { until, need, story, details } = props;
  const of = (key: string) => details.get(key) ?? '';
  return (
    <div class="text stack">
      <h1>{openedTitle}</h1>
      <p class="lead">{`Until ${clockWords(until)}. That you read it is written down, and the person can see it.`}</p>
      <Section id="said" title="What they said" sheet>
        {need && <p>{need}</p>}
        {story && <p>{`“${story}”`}</p>}
        {!need && !story && <p class="quiet">Nothing is left of it.</p>}
      </Section>
      <Section id="who" title="Who it is" sheet>
        <Facts
          facts={[
            { name: 'Name', fact: of('name') },
            { name: 'Telephone', fact: of('phone') },
            { name: 'Lives', fact: of('address') },
            { name: 'Postcode', fact: of('postcode') },
            { name: 'Safely', fact: of('safe') && <b>{of('safe')}</b> },
          ]}
        />
      </Section>
    </div>
  );
}

/** For the second person: the reason, and what a yes means. */
export function ConfirmPage(props: {
  id: string;
  by: string;
  reason: string;
  done: boolean;
  problems?: Problems | undefined;
}) {
  const { id, by, reason, done, problems } = props;
  return (
    <div class="text stack">
      <h1>{confirmTitle}</h1>
      <p>{`${by} is a safeguarding lead and has to read a referral or a request that is closed.`}</p>
      <Notice title="The reason">
        <p>{`“${reason}”`}</p>
      </Notice>
      {done ? (
        <p class="lead">Somebody has said yes. It is open to that lead for one hour from then.</p>
      ) : (
        <Form name="confirm-reading" action={concerns.confirm(id)} problems={problems}>
          <p>
            If you say yes, the lead may read it for one hour. The leads of both organisations are told. You
            yourself see nothing of it. If in doubt, ring the lead first.
          </p>
          <ButtonRow>
            <Button kind="wax">Yes, for one hour</Button>
          </ButtonRow>
        </Form>
      )}
    </div>
  );
}
