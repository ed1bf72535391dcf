/** What stands on the bar and on buttons, and the page around them by day and by night (`joinery.css`). */
const onBar = '#f6faf6';
const focusOnBar = '#f3b53f';
const pageByNight = '#0e1512';

/** WCAG 2.2: text 4.5, what is no text 3. */
const textRatio = 4.5;
const markRatio = 3;

/** Why a colour cannot carry the words of the bar, with the nearest darker one that can. */
export function whyNotColour(colour: string): { reason: string; nearest: string } | undefined {
  if (carries(colour)) return undefined;
  const nearest = nearestColour(colour);
  const ratio = contrast(colour, onBar).toFixed(1);
  return {
    reason:
      `On ${colour} the words of the bar stand out ${ratio} to 1, and the mark of where one is ` +
      `${contrast(colour, focusOnBar).toFixed(1)} to 1; ${textRatio} and ${markRatio} are needed to read them. ` +
      `The nearest that can be read is ${nearest}.`,
    nearest,
  };
}

/** The colour as the sheet uses it: by day, on the bar by night, and for buttons by night. */
export function shades(colour: string): { bar: string; barByNight: string; buttonByNight: string } {
  return { bar: colour, barByNight: mixed(colour, '#000000', 0.2), buttonByNight: buttonByNight(colour) };
}

function carries(colour: string): boolean {
  return contrast(colour, onBar) >= textRatio && contrast(colour, focusOnBar) >= markRatio;
}

function nearestColour(colour: string): string {
  for (let share = 0.01; share < 1; share += 0.01) {
    const darker = mixed(colour, '#000000', share);
    if (carries(darker)) return darker;
  }
  return '#000000';
}

/** Light enough to be seen on the dark page, dark enough for its words. */
function buttonByNight(colour: string): string {
  for (let share = 0; share < 1; share += 0.01) {
    const lighter = mixed(colour, '#ffffff', share);
    if (contrast(lighter, pageByNight) >= markRatio) return lighter;
  }
  return colour;
}

function mixed(colour: string, other: string, share: number): string {
  const [from, to] = [channels(colour), channels(other)];
  const parts = from.map((value, index) => Math.round(value + ((to[index] ?? 0) - value) * share));
  return `#${parts.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance, as WCAG 2.2 defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}
