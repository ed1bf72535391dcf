import { dayWords } from '../../../platform/dates.ts';
import { Choices, Field } from '../../../ui/fields.tsx';
import { Button, ButtonRow, Form, type Problems, type Values } from '../../../ui/form.tsx';
import { Section } from '../../../ui/sheets.tsx';
import { canBecome } from '../rules/lifecycle.ts';
import { joined } from '../rules/say.ts';
import { roles } from '../urls.ts';
import { dbsLevels, type Role, type State, states } from '../words/role.ts';

interface KeepingProps {
  one: Role;
  beside: readonly { id: string; title: string }[];
  may: { change: boolean; check: boolean; pull: boolean };
  now: Date;
  problems?: Problems | undefined;
  values?: Values | undefined;
}

const moves: readonly { value: State; label: string }[] = [
  { value: 'live', label: 'Open it again' },
  { value: 'paused', label: 'Pause it for a while' },
  { value: 'full', label: 'Everybody is found: it is full' },
  { value: 'withdrawn', label: 'Withdraw it for good' },
];

/** What its keepers see below it, and what they can do. */
export function Keeping(props: KeepingProps) {
  const { one, may, beside, now } = props;
  const reopens = one.state === 'paused' || one.state === 'full';
  const options = moves.filter(({ value }) => canBecome(one.state, value) && (value !== 'live' || reopens));
  return (
    <Section id="keeping" title="For its keepers">
      <p class="text">
        {`${states[one.state]} since ${dayWords(one.stateSince, now)}. `}
        {one.share !== 'network' &&
          `Shared with ${one.share === 'borough' ? 'its borough only' : 'its part of the region'}: “${one.shareReason}” `}
        {`Check: ${dbsLevels[one.dbsLevel]}. ${one.dbsReason}`}
      </p>
      {beside.length > 0 && (
        <p class="text">
          {`Its place, times and cause are also those of ${joined(beside.map(({ title }) => `“${title}”`))}.`}
        </p>
      )}
      {may.change && <Links {...props} />}
      {may.change && options.length > 0 && (
        <Form name="move-role" action={roles.state(one.id)} values={props.values} problems={props.problems}>
          <Choices name="to" legend="Is it still so?" options={options} />
          <Field name="reason" label="Why" optional />
          <ButtonRow>
            <Button kind="second">Say so</Button>
          </ButtonRow>
        </Form>
      )}
      {may.pull && one.state === 'live' && (
        <details>
          <summary>Take it off</summary>
          <Form name="pull-role" action={roles.pull(one.id)} prefix="pull">
            <Field name="reason" label="What is wrong with it?" hint="The group reads it." />
            <ButtonRow>
              <Button kind="second">Take it off</Button>
            </ButtonRow>
          </Form>
        </details>
      )}
    </Section>
  );
}

function Links({ one, may }: KeepingProps) {
  const over = one.state === 'withdrawn' || one.state === 'expired';
  return (
    <ul class="lines">
      {over ? (
        <li>
          <a href={roles.again(one.id)}>Post it again</a>
        </li>
      ) : (
        <>
          <li>
            <a href={roles.edit(one.id)}>Change this role</a>
          </li>
          <li>
            <a href={roles.sessions(one.id)}>Days and hours</a>
          </li>
          <li>
            <a href={roles.newAt(one.organisationId, one.id)}>Post another role beside it</a>
          </li>
        </>
      )}
      {may.check && one.state === 'for_check' && (
        <li>
          <a href={roles.check(one.id)}>Look at it for the home centre</a>
        </li>
      )}
    </ul>
  );
}
