import type { Contribution } from '../../platform/contributions.ts';
import { closeRead } from './actions/answering.ts';
import { forgetStories, stopWhatStandsOnIt } from './actions/stopping.ts';
import { messages } from './jobs/letters.ts';
import { uses } from './lists/uses.ts';
import { canAnswerReferral } from './permits/referral.ts';
import { held, owned } from './queries/held.ts';
import { ownReferrals, signposted, termsPanel } from './queries/panels.ts';
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
  ],
  subscribers: [stopWhatStandsOnIt],
  messages,
  due: [{ name: 'messages back that were read', next: nextToClose, run: closeRead }],
  panels: [ownReferrals],
  organisationPanels: [signposted, termsPanel],
  heldAbout: held,
  ownedBy: owned,
  retain: [
    {
      name: 'referral-stories',
      what: 'What a referral said of you',
      after: 'twelve months after it was over',
      run: forgetStories,
    },
  ],
};
