import { Button, ButtonRow, Form } from '../../../ui/form.tsx';
import { Entries, Entry, Tags } from '../../../ui/lists.tsx';
import { Notice, Section } from '../../../ui/sheets.tsx';
import { organisations } from '../../register/urls.ts';
import { neighbours } from '../urls.ts';
import type { ShownHello } from '../words/hellos.ts';
import { ComingIn, GoneOut } from './hellos.tsx';
import { type Known, sayButtons } from './say.ts';
import { type SuggestedProps, SuggestedSection } from './suggested.tsx';

export interface NeighboursProps extends SuggestedProps {
  name: string;
  /** The groups somebody acts for, when there are several. */
  groups: readonly { id: string; name: string }[];
  coverage: string;
  hellos: readonly ShownHello[];
  known: readonly Known[];
  stops: { all: boolean; from: readonly { id: string; name: string }[] };
  /** Why something that was pressed could not be done. */
  problem?: string | undefined;
  now: Date;
}

export function neighboursTitle(name: string): string {
  return `Neighbours of ${name}`;
}

export function NeighboursPage(props: NeighboursProps) {
  const { name, groups, organisationId, coverage, hellos, now } = props;
  return (
    <div class="text stack">
      <div>
        <h1>{neighboursTitle(name)}</h1>
        <p class="lead">{coverage}.</p>
        <p>
          Who you know, and who signposts to whom, stands on{' '}
          <a href={neighbours.of(organisationId)}>a page that everybody can read</a>, as far as you both say
          so.
        </p>
      </div>
      {groups.length > 1 && (
        <Tags
          label="Your groups"
          tags={groups.map((one) => ({
            href: neighbours.own(one.id),
            label: one.name,
            current: one.id === organisationId,
          }))}
        />
      )}
      {props.problem && (
        <Notice tone="stop" title="That could not be done">
          <p>{props.problem}</p>
        </Notice>
      )}
      <ComingIn organisationId={organisationId} hellos={hellos} now={now} />
      <SuggestedSection {...props} />
      <WhatIsSaid {...props} />
      <GoneOut organisationId={organisationId} hellos={hellos} now={now} />
      <Taking {...props} />
    </div>
  );
}

/** What the two sides say, each for itself; only what both say is for everybody. */
function WhatIsSaid({ organisationId, known }: NeighboursProps) {
  if (known.length === 0) return null;
  return (
    <Section id="said" title="What you say of each other">
      <Entries list="said">
        {known.map((one) => (
          <Entry
            key={one.id}
            id={one.id}
            name={one.name}
            href={organisations.one(one.id, one.name)}
            text={`${one.ours} ${one.theirs}`}
            chip={one.mutual ? undefined : { state: 'one-side', tone: 'wait', words: 'One side only' }}
          >
            <details>
              <summary>
                Say something else<span class="sr">{` of ${one.name}`}</span>
              </summary>
              <Form name="say-of-them" action={neighbours.say(organisationId, one.id)} prefix={one.id}>
                <ButtonRow>
                  {sayButtons
                    .filter(({ value }) => value !== one.say)
                    .map(({ value, label }) => (
                      <Button key={value} kind="second" name="say" value={value}>
                        {label}
                        <span class="sr">{`: ${one.name}`}</span>
                      </Button>
                    ))}
                </ButtonRow>
              </Form>
            </details>
          </Entry>
        ))}
      </Entries>
    </Section>
  );
}

function Taking({ organisationId, stops }: NeighboursProps) {
  const action = neighbours.takeHellos(organisationId);
  return (
    <Section id="taking" title="Hellos to you">
      <p>
        {stops.all
          ? 'Nobody can say hello to you now, and you are not suggested to others.'
          : 'Other groups can say hello to you, each of them once until you answer.'}
      </p>
      <Form name="take-hellos" action={action}>
        <Button kind="second" name="hellos" value={stops.all ? 'yes' : 'no'}>
          {stops.all ? 'Take hellos again' : 'Take no more hellos'}
        </Button>
      </Form>
      {stops.from.length > 0 && (
        <Entries list="stopped">
          {stops.from.map((one) => (
            <Entry key={one.id} id={one.id} name={one.name} text="You take no hellos from them.">
              <Form name="take-hellos" action={action} prefix={one.id}>
                <input type="hidden" name="from" value={one.id} />
                <Button kind="second" name="hellos" value="yes">
                  Take hellos from them again<span class="sr">{`: ${one.name}`}</span>
                </Button>
              </Form>
            </Entry>
          ))}
        </Entries>
      )}
    </Section>
  );
}
