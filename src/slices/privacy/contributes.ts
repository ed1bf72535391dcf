import type { Contribution } from '../../platform/contributions.ts';
import { expireBases } from './actions/bases.ts';
import { noteDue } from './actions/holds.ts';
import { retain } from './actions/retain.ts';
import { leavingShared, withdrawals } from './actions/withdraw.ts';
import { matterMessages } from './jobs/matter-letters.ts';
import { uses } from './lists/uses.ts';
import { canJudgeBreach } from './permits/breaches.ts';
import { canAnswerMatter } from './permits/matters.ts';
import { canLetGo } from './permits.ts';
import { nextExpiry } from './queries/bases.ts';
import { describeBreaches } from './queries/breaches.ts';
import { held, owned } from './queries/held.ts';
import { heldMatters, ownedMatters } from './queries/held-matters.ts';
import { namesHeld } from './queries/holds.ts';
import { describeMatters } from './queries/matter-promises.ts';
import { deskPanel, mattersPanel, sharedPanel } from './queries/panels.ts';
import { describeLetGo } from './queries/promises.ts';

export const contributes: Contribution = {
  slice: 'privacy',
  uses,
  loopKinds: [
    { kind: 'let-go', label: 'Let go of details', mayAnswer: canLetGo, describe: describeLetGo },
    {
      kind: 'complaint',
      label: 'Complaint',
      mayAnswer: (actor, organisationId) => canAnswerMatter(actor, { kind: 'complaint', organisationId }),
      describe: describeMatters,
    },
    {
      kind: 'rights-request',
      label: 'Request about details',
      mayAnswer: (actor, organisationId) =>
        canAnswerMatter(actor, { kind: 'rights-request', organisationId }),
      describe: describeMatters,
    },
    { kind: 'breach', label: 'Breach', mayAnswer: canJudgeBreach, describe: describeBreaches },
  ],
  due: [{ name: 'agreements that end', next: nextExpiry, run: expireBases }],
  heldBack: namesHeld,
  noteDue,
  leaving: [leavingShared],
  erasing: [withdrawals],
  messages: matterMessages,
  panels: [sharedPanel, mattersPanel],
  organisationPanels: [deskPanel],
  heldAbout: [...held, ...heldMatters],
  ownedBy: [...owned, ...ownedMatters],
  retain,
};
