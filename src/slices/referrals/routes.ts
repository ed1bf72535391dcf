import type { Route } from '../../platform/http/route.ts';
import { routes as boards } from './routes/board/boards.tsx';
import { routes as sparePlaces } from './routes/board/places.tsx';
import { routes as concerns } from './routes/concern/leading.tsx';
import { routes as safeguarding } from './routes/concern/naming.tsx';
import { routes as worrying } from './routes/concern/worrying.tsx';
import { routes as helping } from './routes/help/answering.tsx';
import { routes as asking } from './routes/help/asking.tsx';
import { routes as messagesBack } from './routes/message-back.tsx';
import { routes as plans } from './routes/plan.tsx';
import { routes as referring } from './routes/refer.tsx';
import { routes as answering } from './routes/referral.tsx';
import { routes as signposts } from './routes/signpost.tsx';

/** Every page of this slice, in order: an address with a word stands before one with an id in its place. */
export const routes: readonly Route[] = [
  ...referring,
  ...asking,
  ...plans,
  ...boards,
  ...sparePlaces,
  ...helping,
  ...worrying,
  ...concerns,
  ...safeguarding,
  ...signposts,
  ...messagesBack,
  ...answering,
];
