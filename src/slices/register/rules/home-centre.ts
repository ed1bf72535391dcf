export interface CoverOfArea {
  areaId: string;
  areaCode: string;
  areaName: string;
  centreId: string;
  centreName: string;
  own: boolean;
}

export interface Route {
  homeCentreId: string;
  reason: string;
  /** Every centre that sees the registration, each once, the home centre first. */
  centreIds: readonly string[];
}

/**
 * Who looks after a group: the centre that covers its postcode if that area is ticked, else that of the first area
 * ticked (model D3, lifecycle 1). Areas that nobody covers are left to the hub.
 */
export function routeRegistration(options: {
  /** Codes of the ticked areas, in the order of the form. */
  ticked: readonly string[];
  covers: readonly CoverOfArea[];
  postcodeAreaCode: string | undefined;
  hubId: string;
}): Route {
  const { ticked, covers, postcodeAreaCode, hubId } = options;
  const covered = ticked.flatMap((code) => covers.filter((cover) => cover.areaCode === code));
  const atPostcode = covered.find((cover) => cover.areaCode === postcodeAreaCode);
  const home = atPostcode ?? covered[0];
  if (!home) {
    const reason = 'No centre covers these areas yet, so the hub looks after you.';
    return { homeCentreId: hubId, reason, centreIds: [hubId] };
  }
  const others = covered.map((cover) => cover.centreId).filter((id) => id !== home.centreId);
  return {
    homeCentreId: home.centreId,
    reason: atPostcode ? becausePostcode(home) : becauseFirst(home),
    centreIds: [home.centreId, ...new Set(others)],
  };
}

function becausePostcode(home: CoverOfArea): string {
  const covers = home.own ? 'covers' : 'answers for';
  return `${home.centreName} looks after you, because it ${covers} ${home.areaName}, where your postcode is.`;
}

function becauseFirst(home: CoverOfArea): string {
  return `${home.centreName} looks after you, because ${home.areaName} is the first area you ticked.`;
}

/** The same for a record that nobody ticked areas for. */
export function coveredHome(home: CoverOfArea): string {
  const covers = home.own ? 'covers' : 'answers for';
  return `${home.centreName} looks after it, because it ${covers} ${home.areaName}, where its postcode is.`;
}
