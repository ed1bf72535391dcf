import { clockWords, dayWords } from '../../../platform/dates.ts';
import { ButtonLink } from '../../../ui/form.tsx';
import { Entries, Entry } from '../../../ui/lists.tsx';
import { Columns, Section } from '../../../ui/sheets.tsx';
import type { ChipWords } from '../../../ui/words.tsx';
import { settings } from '../../network/urls.ts';
import { type Change, changeWords, type ShownStep } from '../words.ts';

export type ShownChange = Omit<Change, 'personId'> & { by: string | undefined; times: number };

interface SettingsProps {
  title: string;
  isOpen: boolean;
  steps: readonly ShownStep[];
  changes: readonly ShownChange[];
  now: Date;
}

export function SettingsPage({ title, isOpen, steps, changes, now }: SettingsProps) {
  const needed = steps.filter((step) => step.needed);
  const done = needed.filter((step) => step.state !== 'open').length;
  return (
    <Columns aside={<Changes changes={changes} now={now} />} asideLabel="What was changed">
      <div>
        <h1>{title}</h1>
        <p class="lead">
          {isOpen
            ? 'The front door is open. Everything here can be changed at any time.'
            : `${done} of ${needed.length} things are there that the front door waits for. Take the steps in any order; you can stop and come back.`}
        </p>
        <p>
          <ButtonLink href={settings.doors()} kind={!isOpen && done === needed.length ? 'main' : 'second'}>
            {isOpen ? 'The front door' : 'Open the front door'}
          </ButtonLink>
        </p>
      </div>
      <Section id="steps" title={isOpen ? 'What can be changed' : 'Steps'} quiet>
        <Entries list="setup">
          {steps.map((step) => (
            <Entry
              id={step.name}
              name={step.label}
              href={step.url}
              text={step.words}
              chip={chipOf(step, isOpen)}
            />
          ))}
        </Entries>
      </Section>
    </Columns>
  );
}

/** Once the door is open only what is missing is said: the rest is as it should be. */
function chipOf({ state, needed }: ShownStep, isOpen: boolean): ChipWords | undefined {
  if (state === 'partly') return { state, tone: 'wait', words: 'Something is missing' };
  if (state === 'open') return { state, tone: 'late', words: needed ? 'Needed first' : 'Not yet' };
  return isOpen ? undefined : { state, tone: 'end', words: 'Done' };
}

function Changes({ changes, now }: Pick<SettingsProps, 'changes' | 'now'>) {
  return (
    <Section id="changes" title="What was changed" sheet>
      {changes.length === 0 ? (
        <p class="quiet">Nothing yet. Each change stands here with who made it.</p>
      ) : (
        <ul class="lines" data-list="changes">
          {changes.map(({ id, name, at, by, fields, times }) => (
            <li data-id={id}>
              <b>{changeWords[name]}</b>
              {fields.length > 0 && `: ${fields.join(', ').toLowerCase()}`}
              {times > 1 && `, ${times} times`}
              <br />
              <span class="small quiet">
                {`${by ?? 'From the command line'}, ${dayWords(at, now)}, ${clockWords(at)}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
