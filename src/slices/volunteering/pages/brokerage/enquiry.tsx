import { dayWords } from '../../../../platform/dates.ts';
import { Field } from '../../../../ui/fields.tsx';
import { Button, Form } from '../../../../ui/form.tsx';
import { Facts } from '../../../../ui/lists.tsx';
import { Columns, Notice, Section, Trail } from '../../../../ui/sheets.tsx';
import { Chip, PhoneLink } from '../../../../ui/words.tsx';
import { channels, enquiryStates } from '../../lists/brokerage.ts';
import { isOver } from '../../rules/brokerage/lifecycle.ts';
import { enquiries, roles } from '../../urls.ts';
import type { Permission } from '../../words/brokerage/enquiry.ts';
import { Moving } from './enquiry-forms.tsx';
import { stepItem, toneOf, turnWords } from './say.ts';
import type { EnquiryProps } from './shown-enquiry.ts';
import { Worry } from './worry.tsx';

export const enquiryTitle = (role: string | undefined) => (role ? `Enquiry: ${role}` : 'Enquiry: advice');

export function EnquiryPage(props: EnquiryProps) {
  const { one, role, group, turn, steps, names, now, refused, problems, mayMove } = props;
  return (
    <Columns aside={<Who {...props} />} asideLabel="Who it is">
      <div class="stack">
        <div>
          <h1>{enquiryTitle(role?.title)}</h1>
          {role && (
            <p class="lead">
              <a href={roles.one(role.id, role.title)}>{role.title}</a>
              {group && `, with ${group.name}`}
            </p>
          )}
          <p class="row">
            <Chip state={one.state} tone={toneOf(one.state)} words={enquiryStates[one.state]} />
          </p>
          {turn && <p>{turnWords(turn)}</p>}
          {turn?.isLate && group?.phone && (
            <p>
              Ring {group.name}: <PhoneLink number={group.phone} />
            </p>
          )}
        </div>
        {refused === undefined && problems?.[''] && <Notice tone="warn">{problems['']}</Notice>}
        {mayMove && !isOver(one.state) && <Moving {...props} />}
        {mayMove && !isOver(one.state) && <Noting {...props} />}
        <Section id="trail" title="What has happened">
          {steps.length === 0 ? (
            <p>Only the person and the group see that.</p>
          ) : (
            <Trail items={steps.map((step) => stepItem(step, names, now))} />
          )}
        </Section>
        <Worry />
      </div>
    </Columns>
  );
}

function Who({ one, asker, age, permission, placement, now }: EnquiryProps) {
  return (
    <div class="sheet">
      <h2>Who it is</h2>
      {asker === undefined || asker.name === '' ? (
        <p class="quiet">
          They have not agreed that the centre knows. You see how far it is, and can ring the group.
        </p>
      ) : (
        <Facts
          facts={[
            { name: 'Name', fact: asker.name },
            { name: 'E-mail', fact: asker.email },
            { name: 'Telephone', fact: asker.phone && <PhoneLink number={asker.phone} /> },
            { name: 'Has time', fact: asker.times },
            { name: 'Would like', fact: asker.wishes },
            { name: 'Age', fact: age === undefined ? '18 or older' : `${age}` },
            { name: 'Permission', fact: permissionWords(permission, now) },
          ]}
        />
      )}
      <Facts
        facts={[
          { name: 'Asked', fact: dayWords(one.madeAt, now) },
          { name: 'How', fact: channels[one.channel] },
          {
            name: 'First day',
            fact: placement && dayWords(new Date(`${placement.startsOn}T12:00:00Z`), now),
          },
          { name: 'Is met by', fact: placement?.meet },
        ]}
      />
    </div>
  );
}

function permissionWords(permission: Permission | undefined, now: Date): string {
  if (!permission) return '';
  if (permission.answer === null) return `Asked on ${dayWords(permission.askedAt, now)}`;
  const word = permission.answer === 'yes' ? 'Yes' : 'No';
  return `${word}, on ${dayWords(permission.answeredAt ?? now, now)}`;
}

function Noting({ one, values, problems, refused }: EnquiryProps) {
  const mine = refused === 'note';
  return (
    <Form
      name="note-enquiry"
      action={enquiries.note(one.id)}
      version={one.version}
      prefix="note"
      values={mine ? values : undefined}
      problems={mine ? problems : undefined}
    >
      <Field
        name="said"
        label={one.state === 'new' ? 'What did you talk about?' : 'What did you do or hear?'}
        hint="The person can read it."
        type="textarea"
        rows={2}
        maxLength={1000}
      />
      <Button kind="second">Write it down</Button>
    </Form>
  );
}
