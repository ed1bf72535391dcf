export {
  loadAreas,
  loadLines,
  loadOutcodes,
  loadPostcodes,
  postcodesAtOnce,
  settlePostcodes,
  takeAreas,
  takeOutcodes,
  takePostcodes,
} from './actions/load.ts';
export { knownBoroughs, knownGeoJson, knownGround } from './queries/known.ts';
export { findPlace, placeNames, placesStarting, postcodePlaceOptional } from './queries/places.ts';
export { pointsOfPostcodes } from './queries/points.ts';
export {
  areaAndAbove,
  areaByCode,
  areaByCodeOptional,
  areaIdsWithin,
  areasByIds,
  areasInside,
  areasOfLevel,
  countsOfLevels,
  levelsOfCodes,
  postcodeCounts,
} from './queries/tree.ts';
export { toDegrees } from './rules/grid.ts';
export { clearLabels } from './rules/labels.ts';
export { boxAround, drawMap, spreadPins } from './rules/map.ts';
export { readPostcode, toPlane } from './rules/places.ts';
export {
  type Area,
  type Level,
  levelWords,
  type NewArea,
  type NewOutcode,
  type NewPostcode,
  type Place,
  type Tally,
} from './words.ts';
