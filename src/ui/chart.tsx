import type { ComponentChildren } from 'preact';
import { CardTable } from './table.tsx';

export type ChartPoint = { label: string; value: number };

type ChartFrame = {
  id: string;
  /** A heading over the finding, where the chart is a sheet of its own. */
  title?: string | undefined;
  /** The first sentence says what there is to see. */
  finding: ComponentChildren;
  /** The same for somebody who does not see the drawing. */
  alt: string;
  /** Heads of the table's columns: the label and the number. */
  columns: readonly [string, string];
  /** Source and date. */
  source?: string | undefined;
  sheet?: boolean | undefined;
};

type FigureProps = ChartFrame & { points: readonly ChartPoint[]; children: ComponentChildren };

function ChartFigure({ id, title, finding, columns, source, sheet, points, children }: FigureProps) {
  return (
    <figure class={sheet ? 'sheet chart' : 'chart'} aria-labelledby={id}>
      <figcaption id={id}>
        {title && <h2>{title}</h2>}
        <p>{finding}</p>
      </figcaption>
      {children}
      <details>
        <summary>The same in numbers</summary>
        <CardTable
          plain
          quiet
          caption={title ?? finding}
          columns={[{ label: columns[0] }, { label: columns[1], number: true }]}
          rows={points.map(({ label, value }) => ({ head: label, cells: [value] }))}
        />
      </details>
      {source && <p class="small quiet">{source}</p>}
    </figure>
  );
}

type ShareChartProps = ChartFrame & { done: ChartPoint; missed: ChartPoint };

/** One bar: what was kept, and what was not. */
export function ShareChart({ done, missed, ...frame }: ShareChartProps) {
  const all = Math.max(1, done.value + missed.value);
  const width = Math.round((297 * done.value) / all);
  return (
    <ChartFigure {...frame} points={[done, missed]}>
      <svg viewBox="0 0 300 26" role="img" aria-label={frame.alt}>
        <rect class="c-bar" x="0" y="4" width={width} height="18" />
        <rect class="c-miss" x={width + 3} y="4" width={297 - width} height="18" />
      </svg>
    </ChartFigure>
  );
}

type LineChartProps = ChartFrame & { points: readonly ChartPoint[]; max?: number };

const left = 10;
const right = 289;
const top = 16;
const foot = 110;

/** A line over time; first and last value are written beside it, and the axis starts at nought. */
export function LineChart({ points, max, ...frame }: LineChartProps) {
  const highest = Math.max(1, max ?? 0, ...points.map(({ value }) => value));
  const placed = points.map(({ label, value }, index) => ({
    label,
    value,
    x: Math.round(left + ((right - left) * index) / Math.max(1, points.length - 1)),
    y: Math.round(foot - ((foot - top) * value) / highest),
  }));
  const path = placed.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('');
  const first = placed[0];
  const last = placed.at(-1);
  return (
    <ChartFigure {...frame} points={points}>
      <svg viewBox="0 0 310 130" role="img" aria-label={frame.alt}>
        <path class="c-axis" d={`M${left} ${foot}H${right + 3}`} />
        <path class="c-line" d={path} />
        {first && <EndOfLine {...first} />}
        {last && last !== first && <EndOfLine {...last} end />}
      </svg>
    </ChartFigure>
  );
}

function EndOfLine({
  label,
  value,
  x,
  y,
  end = false,
}: ChartPoint & { x: number; y: number; end?: boolean }) {
  const anchor = end ? 'end' : 'start';
  return (
    <>
      {end && <circle class="c-bar" cx={x} cy={y} r="5" />}
      <text class="c-text" x={end ? x + 5 : x} y={y < 32 ? y + 20 : y - 10} text-anchor={anchor}>
        {value}
      </text>
      <text class="c-text c-quiet" x={end ? x + 5 : x} y="127" text-anchor={anchor}>
        {label}
      </text>
    </>
  );
}

type BarChartProps = ChartFrame & { points: readonly ChartPoint[]; max?: number };

/** Lying bars, each under its label. */
export function BarChart({ points, max, ...frame }: BarChartProps) {
  const highest = Math.max(1, max ?? 0, ...points.map(({ value }) => value));
  return (
    <ChartFigure {...frame} points={points}>
      <svg viewBox={`0 0 310 ${points.length * 40 + 4}`} role="img" aria-label={frame.alt}>
        {points.map(({ label, value }, index) => {
          const width = Math.round((260 * value) / highest);
          return (
            <g key={label}>
              <text class="c-text" x="0" y={index * 40 + 14}>
                {label}
              </text>
              <rect class="c-bar" x="0" y={index * 40 + 20} width={width} height="12" />
              <text class="c-text" x={width + 6} y={index * 40 + 31}>
                {value}
              </text>
            </g>
          );
        })}
      </svg>
    </ChartFigure>
  );
}
