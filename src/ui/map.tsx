export type MapShape = {
  id: string;
  name: string;
  path: string;
  /** Tells neighbours apart; it ranks nothing. */
  alt: boolean;
  labelX: number;
  labelY: number;
};
export type MapPin = { x: number; y: number; number: number; label: string };

/** What a map that can be moved is made of; it comes when somebody asks for it, and with scripts only. */
export type LiveMap = {
  /** Address of everything that fits, and of the ground under it. */
  points: string;
  ground: string;
  /** Pictures of another server under it, and who drew them. */
  pictures?: { kind: string; address: string; origin: string; credit: string } | undefined;
  /** Where somebody measures from. */
  you?: { lat: number; lon: number; label: string } | undefined;
};

type MapFigureProps = {
  shapes: readonly MapShape[];
  pins: readonly MapPin[];
  caption: string;
  viewBox: string;
  water?: readonly string[] | undefined;
  rail?: readonly string[] | undefined;
  /** Where the person is: the ring; the caption names it. */
  you?: { x: number; y: number } | undefined;
  id?: string | undefined;
  /** Keeps its size on a phone, where it is moved under the finger or by the arrow keys. */
  large?: boolean | undefined;
  live?: LiveMap | undefined;
};

/** A drawn map. The list beside it comes first and is complete; the map repeats its numbers. */
export function MapFigure({
  shapes,
  pins,
  caption,
  viewBox,
  water = [],
  rail = [],
  you,
  id = 'map',
  large,
  live,
}: MapFigureProps) {
  return (
    <figure class={large ? 'map large' : 'map'} id={id}>
      <svg tabindex={large ? 0 : undefined} viewBox={viewBox} role="img" aria-label={caption}>
        {shapes.map((shape) => (
          <path key={shape.id} class={shape.alt ? 'm-land m-alt' : 'm-land'} d={shape.path} />
        ))}
        {water.map((path) => (
          <path key={path} class="m-water" d={path} />
        ))}
        {rail.map((path) => (
          <path key={path} class="m-rail" d={path} />
        ))}
        {shapes.map(({ id: shapeId, name, labelX, labelY }) => (
          <text key={shapeId} class="m-name" x={labelX} y={labelY}>
            {name}
          </text>
        ))}
        {you && <circle class="m-you" cx={you.x} cy={you.y} r="9" />}
        {you && <circle class="m-you" cx={you.x} cy={you.y} r="2" />}
        {pins.map((pin) => (
          <Place key={pin.number} {...pin} />
        ))}
      </svg>
      <figcaption>
        {caption}
        {live && <MoveIt live={live} />}
      </figcaption>
    </figure>
  );
}

/** Hidden until its script shows it. */
function MoveIt({ live }: { live: LiveMap }) {
  return (
    <div class="noprint" hidden data-island="map" data-props={JSON.stringify(live)}>
      <button class="btn btn-2" type="button">
        Move and zoom this map
      </button>
      {live.pictures && (
        <p class="small quiet">
          Its pictures come from {new URL(live.pictures.origin).hostname}, which then learns your internet
          address.
        </p>
      )}
    </div>
  );
}

function Place({ x, y, number, label }: MapPin) {
  return (
    <g>
      <title>{label}</title>
      <circle class="m-pin" cx={x} cy={y} r="13" />
      <text class="m-no" x={x} y={y + 5}>
        {number}
      </text>
    </g>
  );
}
