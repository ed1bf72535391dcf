import type { FrameWords, Page } from '../../../src/ui/frame.tsx';
import { inbox, rest } from './inside.tsx';
import { found, frontDoor } from './outside.tsx';
import { where } from './where.tsx';
import type { Say } from './words.ts';
export function frameWords(say: Say): FrameWords {
  return {
    networkName: say('Ambry Vale Together'),
    hubName: say('Hub'),
    hubPhone: say('01632 960100'),
    footLine: say('Run by 5 volunteer centres and 412 groups of Ambry Vale, for everyone who lives here.'),
    practice: true,
    nav: [
      { href: '/search', label: say('Get help') },
      { href: '/search?kind=role', label: say('Volunteer') },
      { href: '/register', label: say('Groups') },
      { href: '/sign-in', label: say('Sign in') },
    ],
    memberNav: [{ href: '/console', label: say('Network') }],
    stylesheet: say('/joinery.css'),
    scripts: {
      loader: say('/loader.js'),
      suggest: say('/suggest.js'),
      saving: say('/saving.js'),
      work: say('/work.js'),
    },
    lang: 'en-GB',
  };
}

/** Every part once, in five pages. */
export function gallery(say: Say): Page[] {
  return [frontDoor(say), found(say), where(say), inbox(say), rest(say)];
}
