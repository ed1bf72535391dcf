export { countUnmet } from './actions/gaps.ts';
