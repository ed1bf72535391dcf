export interface CentreCover {
  readonly areaId: string;
  readonly areaCode: string;
  readonly areaName: string;
  readonly centreId: string;
  readonly centreName: string;
  readonly phone: string;
  readonly own: boolean;
}

export interface Centre {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  /** Where it is, on the plane of the map. */
  readonly plane: { x: number; y: number } | null;
  readonly covers: readonly CentreCover[];
}
