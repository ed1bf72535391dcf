import { dayWords } from '../../../platform/dates.ts';
import { Field } from '../../../ui/fields.tsx';
import { Button, ButtonRow, Form } from '../../../ui/form.tsx';
import { claims } from '../urls.ts';
import type { ClaimView } from './claims.tsx';

/** What those read who run the page already. */
export function ObjectPage(props: ClaimView) {
  const { about, claim, centreName, now } = props;
  return (
    <div class="text stack">
      <div>
        <h1>{`Somebody says: ${about.name} is ours`}</h1>
        <p class="lead">{`They said so on ${dayWords(claim.madeAt, now)}. ${centreName} makes sure before it answers. Your own place stays as it is.`}</p>
      </div>
      {claim.objection && <p>{`You have said: “${claim.objection}”`}</p>}
      {claim.state === 'waiting' && !claim.objection && (
        <Form
          name="object-to-claim"
          action={claims.object(claim.id)}
          values={props.values}
          problems={props.problems}
        >
          <Field
            name="objection"
            type="textarea"
            rows={4}
            label="Why is the page not theirs?"
            hint="Only the centre reads it. If they do belong to you, there is nothing to do."
          />
          <ButtonRow>
            <Button>{`Tell ${centreName}`}</Button>
          </ButtonRow>
        </Form>
      )}
      {claim.state !== 'waiting' && <p>{`${centreName} has answered.`}</p>}
    </div>
  );
}

export function ProvePage(props: { organisation: string; token: string; done: boolean }) {
  const { organisation, token, done } = props;
  return (
    <div class="text">
      <h1>{done ? 'Thank you, the centre knows' : `Somebody asks to look after ${organisation}`}</h1>
      {done ? (
        <p class="lead">{`The home centre of ${organisation} reads that you know them, and answers.`}</p>
      ) : (
        <Form name="prove-claim" action={claims.prove(token)}>
          <p class="lead">The mail says who it is. If they belong to you, say so. If not, close this page.</p>
          <ButtonRow>
            <Button>Yes, they belong to us</Button>
          </ButtonRow>
        </Form>
      )}
    </div>
  );
}
