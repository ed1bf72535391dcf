/** What the server tells of everything that fits. */
export interface Answer {
  readonly things: readonly Thing[];
  readonly squares: readonly { readonly lat: number; readonly lon: number; readonly count: number }[];
  readonly total: number | null;
  readonly places: number;
  readonly words: string;
}

export interface Thing {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly url: string;
  readonly places: readonly Place[];
}

export interface Place {
  readonly lat: number;
  readonly lon: number;
  /** Somewhere within a kilometre. */
  readonly band: boolean;
  readonly words: string;
  readonly far: string;
}

export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** Everything that fits, or what of it is on a piece of the map. */
export async function answerFrom(address: string, piece?: Box, signal?: AbortSignal): Promise<Answer> {
  const url = new URL(address, location.href);
  if (piece) {
    const { west, south, east, north } = piece;
    url.searchParams.set('box', [west, south, east, north].map((degrees) => degrees.toFixed(4)).join(','));
  }
  const answer = await fetch(url, {
    headers: { accept: 'application/json' },
    ...(signal ? { signal } : {}),
  });
  if (!answer.ok) throw new Error(`the map was answered ${answer.status}`);
  return answer.json();
}

/** The ground is worth no map: without it the pins stand on an empty sheet. */
export async function groundFrom(address: string): Promise<GeoJSON.FeatureCollection | undefined> {
  try {
    const answer = await fetch(address, { headers: { accept: 'application/geo+json' } });
    return answer.ok ? await answer.json() : undefined;
  } catch {
    return undefined;
  }
}
