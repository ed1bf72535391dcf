import type { Plane } from '../words.ts';

export type PostcodeRead =
  | { kind: 'whole'; postcode: string; outcode: string }
  | { kind: 'outcode'; outcode: string }
  | { kind: 'wrong'; problem: string }
  | { kind: 'none' };

const outward = /^([A-Z]{1,2}[0-9][A-Z0-9]?)$/;
const whole = /^([A-Z]{1,2}[0-9][A-Z0-9]?)([0-9][ABD-HJLNP-UW-Z]{2})$/;

/**
 * Reads what somebody typed as a postcode: "bs5 0ax", "BS50AX" and "BS5" are all good; "BS5 0A" says what is wrong.
 * Anything that does not begin like a postcode is none, and may be the name of a place.
 */
export function readPostcode(typed: string): PostcodeRead {
  const shown = typed.trim().toUpperCase().replace(/\s+/g, ' ');
  const close = shown.replaceAll(' ', '');
  const full = whole.exec(close);
  if (full) return { kind: 'whole', postcode: `${full[1]} ${full[2]}`, outcode: full[1] ?? '' };
  if (outward.test(shown)) return { kind: 'outcode', outcode: shown };
  if (!/^[A-Z]{1,2}[0-9]/.test(close) || close.length > 9) return { kind: 'none' };

  const [first = ''] = shown.split(' ');
  const start = outward.test(first) ? first : (/^[A-Z]{1,2}[0-9]{1,2}/.exec(close)?.[0] ?? first);
  const example = `${start} 4QT`;
  const problem = `${shown} is not a whole postcode. It ends in a number and two letters, like ${example}.`;
  return { kind: 'wrong', problem };
}

// Airy 1830 and the National Grid: constants of the Ordnance Survey's guide to coordinate systems, annexes A to C.
const airy = { a: 6_377_563.396, b: 6_356_256.909 };
const wgs84 = { a: 6_378_137, b: 6_356_752.314_2 };
const grid = {
  scale: 0.999_601_271_7,
  lat0: (49 * Math.PI) / 180,
  lon0: (-2 * Math.PI) / 180,
  e0: 400_000,
  n0: -100_000,
};
// Helmert from WGS84 to OSGB36: metres, parts per million, seconds of arc. Good to about five metres.
const shift = { tx: -446.448, ty: 125.157, tz: -542.06, ppm: 20.4894, rx: -0.1502, ry: -0.247, rz: -0.8421 };

/** WGS84 degrees to metres on the British National Grid. */
export function toPlane(lat: number, lon: number): Plane {
  const [phi, lambda] = toAiry((lat * Math.PI) / 180, (lon * Math.PI) / 180);
  return project(phi, lambda);
}

function toAiry(phi: number, lambda: number): [number, number] {
  const e2 = 1 - (wgs84.b * wgs84.b) / (wgs84.a * wgs84.a);
  const nu = wgs84.a / Math.sqrt(1 - e2 * Math.sin(phi) ** 2);
  const x = nu * Math.cos(phi) * Math.cos(lambda);
  const y = nu * Math.cos(phi) * Math.sin(lambda);
  const z = (1 - e2) * nu * Math.sin(phi);

  const seconds = Math.PI / (180 * 3600);
  const [rx, ry, rz] = [shift.rx * seconds, shift.ry * seconds, shift.rz * seconds];
  const s = 1 + shift.ppm / 1e6;
  const x2 = shift.tx + x * s - y * rz + z * ry;
  const y2 = shift.ty + x * rz + y * s - z * rx;
  const z2 = shift.tz - x * ry + y * rx + z * s;

  const e2b = 1 - (airy.b * airy.b) / (airy.a * airy.a);
  const p = Math.hypot(x2, y2);
  let phi2 = Math.atan2(z2, p * (1 - e2b));
  for (let round = 0; round < 5; round += 1) {
    const nu2 = airy.a / Math.sqrt(1 - e2b * Math.sin(phi2) ** 2);
    phi2 = Math.atan2(z2 + e2b * nu2 * Math.sin(phi2), p);
  }
  return [phi2, Math.atan2(y2, x2)];
}

function project(phi: number, lambda: number): Plane {
  const { a, b } = airy;
  const e2 = 1 - (b * b) / (a * a);
  const n = (a - b) / (a + b);
  const sin2 = Math.sin(phi) ** 2;
  const nu = (a * grid.scale) / Math.sqrt(1 - e2 * sin2);
  const rho = (a * grid.scale * (1 - e2)) / (1 - e2 * sin2) ** 1.5;
  const eta2 = nu / rho - 1;
  const [d, s] = [phi - grid.lat0, phi + grid.lat0];
  const arc =
    b *
    grid.scale *
    ((1 + n + 1.25 * n ** 2 + 1.25 * n ** 3) * d -
      (3 * n + 3 * n ** 2 + 2.625 * n ** 3) * Math.sin(d) * Math.cos(s) +
      (1.875 * n ** 2 + 1.875 * n ** 3) * Math.sin(2 * d) * Math.cos(2 * s) -
      (35 / 24) * n ** 3 * Math.sin(3 * d) * Math.cos(3 * s));
  const [cos, tan, l] = [Math.cos(phi), Math.tan(phi), lambda - grid.lon0];
  const one = arc + grid.n0;
  const two = (nu / 2) * Math.sin(phi) * cos;
  const three = (nu / 24) * Math.sin(phi) * cos ** 3 * (5 - tan ** 2 + 9 * eta2);
  const threeA = (nu / 720) * Math.sin(phi) * cos ** 5 * (61 - 58 * tan ** 2 + tan ** 4);
  const four = nu * cos;
  const five = (nu / 6) * cos ** 3 * (nu / rho - tan ** 2);
  const six = (nu / 120) * cos ** 5 * (5 - 18 * tan ** 2 + tan ** 4 + 14 * eta2 - 58 * tan ** 2 * eta2);
  return {
    x: grid.e0 + four * l + five * l ** 3 + six * l ** 5,
    y: one + two * l ** 2 + three * l ** 4 + threeA * l ** 6,
  };
}
