export { loadAreas, loadLines, loadOutcodes, loadPostcodes } from './actions.ts';
export {
  areaAndAbove,
  areaByCode,
  areaByCodeOptional,
  areasByIds,
  areasInside,
  areasOfLevel,
  findPlace,
  postcodePlaceOptional,
} from './queries.ts';
export { metresBetween, readPostcode, toPlane } from './rules.ts';
export {
  type Area,
  type Level,
  levelWords,
  type NewArea,
  type NewLine,
  type NewOutcode,
  type NewPostcode,
  type Place,
  type Tally,
} from './words.ts';
