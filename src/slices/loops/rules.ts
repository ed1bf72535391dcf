/** The last step: from the hub nothing climbs further, it only becomes later. */
const topStep = 3;

export function nextStep(step: number): number | undefined {
  return step < topStep ? step + 1 : undefined;
}

/** At the hub a promise lies with somebody who may only look, and ring whoever should answer. */
export function isAtTheHub(step: number): boolean {
  return step >= topStep;
}
