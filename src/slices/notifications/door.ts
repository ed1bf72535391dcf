export { type Noted, noteBounce, reviveMailbox } from './actions/bounce.ts';
