import type { Contribution } from '../../platform/contributions.ts';
import { closeRead } from './actions/answering.ts';
import { leadDuty } from './actions/concern/leads.ts';
import { forgetHelp, stopHelp } from './actions/help/stopping.ts';
import { endTalks } from './actions/plan/talking.ts';
import { forgetStories, stopWhatStandsOnIt } from './actions/stopping.ts';
import { concernMessages } from './jobs/concern-letters.ts';
import { helpMessages } from './jobs/help-letters.ts';
import { messages } from './jobs/letters.ts';
import { talkMessages } from './jobs/talk-letters.ts';
import { uses } from './lists/uses.ts';
import { canSayPlaces } from './permits/board.ts';
import { canSeeThatConcernWaits } from './permits/concern.ts';
import { canAnswerHelp } from './permits/help.ts';
import { canKeepPlan } from './permits/plan.ts';
import { canAnswerReferral } from './permits/referral.ts';
import { boardHeld, boardOwned } from './queries/board/held.ts';
import { describeMatches, ownBoards, placesPanel } from './queries/board/promises.ts';
import { concernHeld, concernOwned } from './queries/concern/held.ts';
import { describeConcerns, ownConcerns, safetyPanel } from './queries/concern/promises.ts';
import { held, owned } from './queries/held.ts';
import { helpHeld, helpOwned } from './queries/help/held.ts';
import { describeHelp, ownHelp } from './queries/help/promises.ts';
import { ownReferrals, signposted, termsPanel } from './queries/panels.ts';
import { describeTalks, planHeld, planOwned } from './queries/plan/promises.ts';
import { describeReferrals } from './queries/promises.ts';
import { nextToClose } from './queries/referrals.ts';

export const contributes: Contribution = {
  slice: 'referrals',
  uses,
  loopKinds: [
    {
      ...{ kind: 'new-referral', label: 'New referral', mayAnswer: canAnswerReferral },
      ...{ describe: describeReferrals, pace: [{ days: 2 }, { days: 5 }, { days: 8 }] },
    },
    { kind: 'referral', label: 'Referral', mayAnswer: canAnswerReferral, describe: describeReferrals },
    {
      ...{ kind: 'help-request', label: 'Request for help', mayAnswer: canAnswerHelp },
      describe: describeHelp,
    },
    { kind: 'talk', label: 'May two of them talk', mayAnswer: canKeepPlan, describe: describeTalks },
    { kind: 'match', label: 'Free places', mayAnswer: canSayPlaces, describe: describeMatches },
    {
      ...{ kind: 'concern', label: 'Concern', mayAnswer: canSeeThatConcernWaits, describe: describeConcerns },
      pace: [{ hours: 4 }, { days: 1 }, { days: 2 }],
    },
  ],
  subscribers: [stopWhatStandsOnIt, stopHelp, endTalks],
  messages: [...messages, ...helpMessages, ...concernMessages, ...talkMessages],
  duties: [leadDuty],
  due: [{ name: 'messages back that were read', next: nextToClose, run: closeRead }],
  panels: [ownReferrals, ownHelp, ownConcerns, ownBoards],
  organisationPanels: [signposted, termsPanel, safetyPanel, placesPanel],
  heldAbout: [...held, ...helpHeld, ...concernHeld, ...planHeld, ...boardHeld],
  ownedBy: [...owned, ...helpOwned, ...concernOwned, ...planOwned, ...boardOwned],
  retain: [
    {
      name: 'referral-stories',
      what: 'What a referral said of you',
      after: 'twelve months after it was over',
      run: forgetStories,
    },
    {
      name: 'help-stories',
      what: 'What you wrote when you asked for help',
      after: 'six months after you were told',
      run: forgetHelp,
    },
  ],
};
