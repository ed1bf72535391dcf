import { dayWords } from '../../../platform/dates.ts';
import { Button, ButtonRow, Form, type Problems } from '../../../ui/form.tsx';
import { Lines } from '../../../ui/lists.tsx';
import { Notice } from '../../../ui/sheets.tsx';
import { privacy } from '../urls.ts';
import type { Receiver } from '../words.ts';

export const letGoTitle = 'Let go of details';

/** It says nothing of whose they are: what is left here is gone already, and what they copied they know. */
export function LetGoPage({
  receiver,
  from,
  now,
  problems,
}: {
  receiver: Receiver;
  from: string;
  now: Date;
  problems?: Problems | undefined;
}) {
  const { id, namedAt, toldAt, goneAt } = receiver;
  return (
    <>
      <h1>{letGoTitle}</h1>
      <p class="lead">
        {`Somebody whose details you got from ${from} on ${dayWords(namedAt, now)} no longer wants you to have them.`}
      </p>
      <Lines
        lines={[
          'What was kept here about them can no longer be read.',
          'If somebody wrote it down elsewhere, on paper, in a telephone or in a list, it has to go there, too.',
          'If the law wants you to keep something, such as a note about somebody’s safety, keep only that.',
        ]}
      />
      {goneAt ? (
        <Notice tone="calm" title="You said that they are gone">
          <p>{`That was on ${dayWords(goneAt, now)}. Whoever it is about can see it.`}</p>
        </Notice>
      ) : (
        <Form name="confirm-gone" action={privacy.letGo(id)} problems={problems}>
          <p class="quiet">{toldAt ? `You were told on ${dayWords(toldAt, now)}.` : ''}</p>
          <ButtonRow>
            <Button>They are gone</Button>
          </ButtonRow>
        </Form>
      )}
    </>
  );
}
