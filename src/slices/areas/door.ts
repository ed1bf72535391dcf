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
  type NewOutcode,
  type NewPostcode,
  type Place,
} from './words.ts';
