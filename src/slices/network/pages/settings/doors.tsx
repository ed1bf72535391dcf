import { dayWords } from '../../../../platform/dates.ts';
import { Button, ButtonRow, Form, type Problems } from '../../../../ui/form.tsx';
import { Gate } from '../../../../ui/sheets.tsx';
import { settings } from '../../urls.ts';
import type { Network } from '../../words/network.ts';

interface DoorsProps {
  title: string;
  network: Network;
  now: Date;
  steps: readonly { label: string; needed: boolean; state: string; words: string }[];
  problems: Problems;
}

export function DoorsPage({ title, network, now, steps, problems }: DoorsProps) {
  const { publishedAt, version } = network;
  const amber = steps.filter((step) => step.state === 'partly');
  return (
    <div class="text">
      <h1>{title}</h1>
      <p class="lead">
        {publishedAt
          ? `Open since ${dayWords(publishedAt, now)}. Anybody can find you.`
          : 'Closed. Visitors read that the network is being set up, and no search engine is let in.'}
      </p>
      <h2>What has to be there first</h2>
      <Gate
        items={steps
          .filter((step) => step.needed)
          .map(({ label, words, state }) => ({ text: `${label}: ${words}`, done: state !== 'open' }))}
      />
      {amber.length > 0 && (
        <>
          <h2>What can follow later</h2>
          <Gate items={amber.map(({ label, words }) => ({ text: `${label}: ${words}`, done: false }))} />
        </>
      )}
      <Form name="open-doors" action={settings.doors()} version={version} problems={problems}>
        <ButtonRow>
          {publishedAt ? (
            <Button kind="second" name="answer" value="close">
              Close the front door for now
            </Button>
          ) : (
            <Button name="answer" value="open">
              Open the front door
            </Button>
          )}
        </ButtonRow>
      </Form>
    </div>
  );
}
