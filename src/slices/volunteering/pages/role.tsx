import type { Problems, Values } from '../../../ui/form.tsx';
import { Facts } from '../../../ui/lists.tsx';
import { Columns, Notice, Section } from '../../../ui/sheets.tsx';
import { Chip, PhoneLink } from '../../../ui/words.tsx';
import { organisations } from '../../register/urls.ts';
import { accessibility } from '../lists/accessibility.ts';
import { wordsFor } from '../lists/keys.ts';
import { requirements } from '../lists/requirements.ts';
import { skills } from '../lists/skills.ts';
import { ageWords } from '../rules/ages.ts';
import { causeWords, dayOfWords, inOneSentence, sessionWords, whenWords } from '../rules/say.ts';
import { roles, volunteering } from '../urls.ts';
import { dbsLevels, type Role, type Session, type State, states } from '../words/role.ts';
import { Keeping } from './keeping.tsx';

export interface RoleProps {
  one: Role;
  owner: { id: string; name: string; phone: string; contactLabel: string; language: string };
  centre: { name: string; phone: string } | undefined;
  place: string;
  sessions: readonly Session[];
  beside: readonly { id: string; title: string }[];
  may: { change: boolean; check: boolean; pull: boolean };
  now: Date;
  problems?: Problems | undefined;
  values?: Values | undefined;
}

export function RolePage(props: RoleProps) {
  const { one, owner } = props;
  return (
    <Columns aside={<Glance {...props} />} asideLabel="At a glance">
      <div class="stack">
        <div>
          <h1 lang={owner.language}>{one.title}</h1>
          <p class="lead" lang={owner.language}>
            {one.summary}
          </p>
          <p>
            With <a href={organisations.one(owner.id, owner.name)}>{owner.name}</a>
          </p>
          <Marks {...props} />
        </div>
        <Standing {...props} />
        {one.description && (
          <Section id="about" title="About">
            {one.description.split(/\n+/).map((paragraph) => (
              <p class="text" lang={owner.language}>
                {paragraph}
              </p>
            ))}
          </Section>
        )}
        <When {...props} />
        {one.dbsLevel !== 'none' && (
          <Section id="checks" title="Before you start">
            <p class="text">{`${dbsLevels[one.dbsLevel]}. ${one.dbsReason}`}</p>
            <p class="text">
              The group asks for it and pays for it. Nobody sends a certificate through this site.
            </p>
          </Section>
        )}
        {(props.may.change || props.may.pull) && <Keeping {...props} />}
      </div>
    </Columns>
  );
}

function Marks({ one }: RoleProps) {
  const { urgent, useful, activity } = one;
  if (one.state === 'live' && !urgent && !useful && !activity.emergency) return null;
  return (
    <p class="row">
      {one.state !== 'live' && <Chip state={one.state} tone="wait" words={states[one.state]} />}
      {urgent && <Chip state="urgent" tone="late" words="Needed soon" />}
      {activity.emergency && <Chip state="emergency" tone="late" words="For an emergency" />}
      {useful && <Chip state="useful" words="Nothing to prepare" />}
    </p>
  );
}

/** How one gets in touch, or why that is of no use now. */
function Standing({ one, owner, centre }: RoleProps) {
  const others = roles.all({ cause: one.activity.causes[0] });
  if (one.state === 'live') {
    const asks = owner.contactLabel
      ? ` Ask for ${owner.contactLabel.charAt(0).toLowerCase()}${owner.contactLabel.slice(1)}.`
      : '';
    return (
      <Notice title="Would you like to?" id="ask">
        <p>
          <a class="btn" href={volunteering.ask(one.id)} rel="nofollow">
            Ask about this role
          </a>
        </p>
        {owner.phone ? (
          <p>
            Ring {owner.name}:{' '}
            <b>
              <PhoneLink number={owner.phone} />
            </b>
            .{asks}
          </p>
        ) : (
          <p>
            Ring {centre?.name ?? 'the hub'}
            {centre?.phone && (
              <>
                :{' '}
                <b>
                  <PhoneLink number={centre.phone} />
                </b>
              </>
            )}
            . They know {owner.name}.
          </p>
        )}
      </Notice>
    );
  }
  const words: Partial<Record<State, string>> = {
    paused: `${owner.name} looks for nobody just now.`,
    full: `${owner.name} has found everybody it needs.`,
    expired: 'This is over.',
  };
  const said = words[one.state];
  if (!said) return <NotLive one={one} />;
  return (
    <Notice title={states[one.state]}>
      <p>
        {said} <a href={others}>Other roles like it</a>
      </p>
    </Notice>
  );
}

const unseen: Partial<Record<State, string>> = {
  draft: 'It is a draft. Nobody else sees it.',
  for_check: 'Its home centre looks at it first. Nobody else sees it yet.',
  returned: 'Its home centre asks for one thing to be put right.',
  pulled: 'It was taken off, and nobody finds it.',
  withdrawn: 'It was withdrawn, and nobody finds it.',
};

function NotLive({ one }: { one: Role }) {
  return (
    <Notice tone="warn" title={states[one.state]}>
      <p>{unseen[one.state]}</p>
      {one.stateReason && <p>{`“${one.stateReason}”`}</p>}
    </Notice>
  );
}

function When({ one, sessions, now }: RoleProps) {
  const regular = whenWords(one.activity.times);
  if (regular === '' && sessions.length === 0) return null;
  return (
    <Section id="when" title="When">
      <ul class="lines">
        {regular !== '' && <li>{regular}</li>}
        {sessions.map((session) => (
          <li key={session.id}>{sessionWords(session, now)}</li>
        ))}
      </ul>
    </Section>
  );
}

function Glance({ one, place, sessions, now }: RoleProps) {
  const home = one.activity.place === 'home';
  return (
    <div class="sheet">
      <h2>Where</h2>
      <p>{home ? 'From home' : place}</p>
      <Facts
        facts={[
          { name: 'Age', fact: ageWords(one) },
          { name: 'For', fact: causeWords(one.activity.causes) },
          { name: 'Time', fact: one.commitment },
          { name: 'Part of', fact: one.activity.title === one.title ? '' : one.activity.title },
          {
            name: 'When',
            fact: one.activity.times.length === 0 && sessions.length === 0 ? 'Whenever it suits both' : '',
          },
          { name: 'Skills', fact: inOneSentence(wordsFor(skills, one.skills)) },
          { name: 'Bring', fact: inOneSentence(wordsFor(requirements, one.requirements)) },
          { name: 'Good to know', fact: inOneSentence(wordsFor(accessibility, one.accessibility)) },
          { name: 'Check', fact: dbsLevels[one.dbsLevel] },
          { name: 'People', fact: one.places === null ? '' : `${one.places} wanted` },
          { name: 'Until', fact: dayOfWords(one.untilDay, now) },
        ]}
      />
    </div>
  );
}
