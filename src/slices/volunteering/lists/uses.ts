import type { Use } from '../../../platform/handed.ts';

/** What this slice uses details of people for. */
export const uses: readonly Use[] = [
  {
    name: 'Finding a role that fits',
    tables: [
      'volunteering.volunteer',
      'volunteering.match',
      'volunteering.match_night',
      'volunteering.drive_entry',
    ],
    why: 'To show you what fits what you would like to do, with the reason.',
    ground: 'You asked for it; what has to be there for you is used with your explicit consent',
    who: 'You alone; at a fair the centre sees a number',
    kept: 'Two years after you changed it last; the birthday of somebody young until they are 18',
  },
  {
    name: 'Volunteering',
    tables: [
      'volunteering.enquiry',
      'volunteering.enquiry_step',
      'volunteering.asker',
      'volunteering.asking',
      'volunteering.role_consent',
      'volunteering.introduction',
      'volunteering.placement',
      'volunteering.permission',
    ],
    why: 'To answer what you ask about a role, and to introduce you where you agree.',
    ground: 'Your consent, which names the centre and the group',
    who: 'The centre and the group that you ticked; a parent, where you are under 18',
    kept: 'Twelve months after it was over; gone at once when you withdraw',
  },
];
