/** The last step: from the hub nothing climbs further, it only becomes later. */
export const topStep = 3;

export function nextStep(step: number): number | undefined {
  return step < topStep ? step + 1 : undefined;
}
