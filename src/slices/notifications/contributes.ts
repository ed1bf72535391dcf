import type { Contribution } from '../../platform/contributions.ts';
import { failedMail } from './queries.ts';

export const contributes: Contribution = {
  slice: 'notifications',
  queues: [
    {
      name: 'failed-mail',
      label: 'Mail that failed',
      next: 'Nobody took these. Ring whoever should have had them.',
      read: failedMail,
    },
  ],
};
