import { accessibility } from '../lists/accessibility.ts';
import { duties } from '../lists/duties.ts';
import { wordsFor } from '../lists/keys.ts';
import { requirements } from '../lists/requirements.ts';
import { skills } from '../lists/skills.ts';
import { dbsLevels, placeKinds, type Role, type Session, shares } from '../words/role.ts';
import { ageWords } from './ages.ts';
import { causeWords, dayOfWords, inOneSentence, sessionWords, whenWords } from './say.ts';

/** All that a role says, for whoever looks at it before others see it. */
export function roleFacts(
  one: Role,
  sessions: readonly Session[],
  now: Date,
): { name: string; fact: string }[] {
  const { activity } = one;
  const where = [activity.venue, activity.address, activity.postcode].filter((words) => words !== '');
  return [
    { name: 'In a sentence', fact: one.summary },
    { name: 'A little more', fact: one.description },
    { name: 'Part of', fact: activity.title === one.title ? '' : activity.title },
    { name: 'For', fact: causeWords(activity.causes) },
    { name: 'Where', fact: where.length === 0 ? placeKinds[activity.place] : where.join(', ') },
    { name: 'When', fact: whenWords(activity.times) },
    { name: 'Days', fact: sessions.map((session) => sessionWords(session, now)).join('; ') },
    { name: 'How much time', fact: one.commitment },
    { name: 'Age', fact: ageWords(one) },
    {
      name: 'Under 18',
      fact: one.youngReady ? 'They have looked at the risks, and somebody is named.' : '',
    },
    { name: 'What they do', fact: wordsFor(duties, one.duties).join('; ') },
    { name: 'Check', fact: `${dbsLevels[one.dbsLevel]}. ${one.dbsReason}` },
    { name: 'Skills', fact: inOneSentence(wordsFor(skills, one.skills)) },
    { name: 'Bring', fact: inOneSentence(wordsFor(requirements, one.requirements)) },
    { name: 'Getting in', fact: inOneSentence(wordsFor(accessibility, one.accessibility)) },
    {
      name: 'Who finds it',
      fact: [shares[one.share], one.shareReason].filter((words) => words !== '').join(': '),
    },
    { name: 'People', fact: one.places === null ? '' : String(one.places) },
    { name: 'Until', fact: dayOfWords(one.untilDay, now) },
  ].filter(({ fact }) => fact !== '');
}
