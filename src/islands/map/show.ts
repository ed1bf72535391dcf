import 'leaflet/dist/leaflet.css';
import './map.css';
import {
  circleMarker,
  type LatLngBounds,
  type Map as Leaflet,
  latLng,
  latLngBounds,
  map as makeMap,
  svg,
} from 'leaflet';
import type { LiveMap } from '../../ui/map.tsx';
import { aboutPanel } from './about.ts';
import { type Answer, answerFrom, groundFrom } from './data.ts';
import { button, make } from './elements.ts';
import { drawnMarks, type Index, indexOf, type Mark, marksOn, zoomMax } from './marks.ts';
import { drawUnder } from './under.ts';

const moving = '#moving';
/** Nobody wants to begin so close that no street around is seen. */
const firstZoomMax = 15;
const somewhere = latLngBounds([49.9, -8.2], [60.9, 1.8]);

/** Puts a map that can be moved in the place of the drawn one, with the same things on it. */
export async function showMap(host: HTMLElement, live: LiveMap, how: { takesFocus: boolean }): Promise<void> {
  const figure = host.closest('figure');
  if (figure === null) return;
  const [answer, ground] = await Promise.all([answerFrom(live.points), groundFrom(live.ground)]);
  const numbers = numbersOfList();
  const frame = frameOf(live, answer);
  figure.querySelector('figcaption')?.before(frame.root);
  figure.dataset.live = '';
  keepOpen(true);

  const map = makeMap(frame.sheet, {
    ...{
      attributionControl: false,
      renderer: svg({ padding: 0.5 }),
      zoomControl: false,
      scrollWheelZoom: false,
      maxZoom: zoomMax,
    },
    // Nothing slides or fades here, for nobody.
    ...{ zoomAnimation: false, fadeAnimation: false, markerZoomAnimation: false, inertia: false },
  });
  map.fitBounds(somewhere);
  const land = await drawUnder(map, { ground, pictures: live.pictures });
  if (live.you)
    circleMarker(latLng(live.you.lat, live.you.lon), {
      radius: 9,
      className: 'm-you',
      interactive: false,
    }).addTo(map);
  const everything = boundsOf(answer) ?? land ?? somewhere;
  map.fitBounds(firstView(answer, numbers, live) ?? everything, { maxZoom: firstZoomMax, padding: [30, 30] });

  const stop = keepDrawn(map, { answer, live, numbers, frame });
  // The wheel moves the page until somebody is at the map.
  map.on('focus', () => map.scrollWheelZoom.enable()).on('blur', () => map.scrollWheelZoom.disable());
  tools(frame, { map, everything, close });
  if (how.takesFocus) frame.sheet.focus();

  function close(): void {
    stop();
    map.remove();
    frame.root.remove();
    delete figure?.dataset.live;
    keepOpen(false);
    host.querySelector('button')?.focus();
  }
}

interface Frame {
  readonly root: HTMLElement;
  readonly tools: HTMLElement;
  readonly sheet: HTMLElement;
  readonly status: HTMLElement;
  readonly about: ReturnType<typeof aboutPanel>;
}

function frameOf(live: LiveMap, { words }: Answer): Frame {
  const tools = make('div', 'map-tools');
  const sheet = make('div', 'map-sheet');
  sheet.role = 'group';
  sheet.ariaLabel = 'Map. Arrow keys move it, plus and minus zoom, Escape leads back to the list';
  const status = make('p', 'small');
  status.role = 'status';
  const about = aboutPanel();
  const under = [
    status,
    ...(words === '' ? [] : [make('p', 'small', words)]),
    make(
      'p',
      'small',
      'An open circle says how many are close together. A full one has its number, if this page lists it.',
    ),
    ...(live.pictures ? [make('p', 'small quiet', live.pictures.credit)] : []),
  ];
  const root = make(
    'div',
    'map-live noprint',
    tools,
    sheet,
    about.element,
    make('div', 'map-under', ...under),
  );
  return { root, tools, sheet, status, about };
}

/** The numbers that the list on this page gives. */
function numbersOfList(): ReadonlyMap<string, number> {
  const entries = document.querySelectorAll<HTMLElement>('[data-list="results"] [data-id]');
  return new Map([...entries].map((entry, index) => [entry.dataset.id ?? '', index + 1]));
}

/** It begins where the drawn map was: around what the list shows, each at its nearest place, and whoever asks. */
function firstView(
  { things }: Answer,
  numbers: ReadonlyMap<string, number>,
  { you }: LiveMap,
): LatLngBounds | undefined {
  const home = you && latLng(you.lat, you.lon);
  const listed = things
    .filter(({ id }) => numbers.has(id))
    .flatMap(({ places }) => {
      const all = places.map(({ lat, lon }) => latLng(lat, lon));
      return (home ? all.sort((a, b) => home.distanceTo(a) - home.distanceTo(b)) : all).slice(0, 1);
    });
  return listed.length > 0 ? latLngBounds(home ? [...listed, home] : listed) : undefined;
}

function boundsOf({ things, squares }: Answer): LatLngBounds | undefined {
  const all = [...things.flatMap(({ places }) => places), ...squares];
  return all.length > 0 ? latLngBounds(all.map(({ lat, lon }) => latLng(lat, lon))) : undefined;
}

/** Draws the marks again whenever the map was moved. Where there are too many, each piece is asked for by itself. */
function keepDrawn(
  map: Leaflet,
  of: { answer: Answer; live: LiveMap; numbers: ReadonlyMap<string, number>; frame: Frame },
): () => void {
  const { answer, live, numbers, frame } = of;
  let index: Index = indexOf(answer, numbers);
  let asked = new AbortController();
  const marks = drawnMarks(map, (mark, from) => press(map, frame, mark, from));

  function draw(): void {
    const shown = marksOn(map, index);
    marks.draw(shown);
    const here = shown.reduce((sum, { count }) => sum + count, 0);
    const [part, all] = [here, answer.places].map((count) => count.toLocaleString('en-GB'));
    frame.status.textContent = `${part} of ${all} places are on this part of the map.`;
  }

  async function askAgain(): Promise<void> {
    asked.abort();
    asked = new AbortController();
    const bounds = map.getBounds();
    const piece = {
      west: bounds.getWest(),
      south: bounds.getSouth(),
      east: bounds.getEast(),
      north: bounds.getNorth(),
    };
    try {
      index = indexOf(await answerFrom(live.points, piece, asked.signal), numbers);
      draw();
    } catch {
      // What was drawn stays; the next move asks again.
    }
  }

  draw();
  map.on('moveend', () => {
    frame.about.close();
    draw();
    if (answer.squares.length > 0) void askAgain();
  });
  return () => asked.abort();
}

function press(map: Leaflet, frame: Frame, mark: Mark, from: HTMLElement): void {
  const { lat, lon, count, spot, apartAt } = mark;
  if (spot || apartAt === undefined) frame.about.show(mark.spots(), count, from);
  else map.setView([lat, lon], Math.min(apartAt, zoomMax));
}

function tools(frame: Frame, of: { map: Leaflet; everything: LatLngBounds; close: () => void }): void {
  const { map, everything, close } = of;
  const back = make('a', 'btn btn-2', 'Back to the list');
  back.href = '#hits';
  back.addEventListener('click', (event) => {
    event.preventDefault();
    toList();
  });
  frame.tools.append(
    back,
    button('Zoom in', () => map.zoomIn()),
    button('Zoom out', () => map.zoomOut()),
    button('Show everything', () => map.fitBounds(everything, { maxZoom: firstZoomMax, padding: [30, 30] })),
    button('Show the drawn map', close),
  );
  frame.root.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    if (frame.about.isOpen) frame.about.close();
    else toList();
  });
}

function toList(): void {
  document.querySelector<HTMLElement>('[data-list="results"] a')?.focus();
}

/** Filters and links that lead to this page again open the map there, too. */
function keepOpen(isOpen: boolean): void {
  const hash = isOpen ? moving : '';
  for (const form of document.querySelectorAll<HTMLFormElement>('main form[action]')) {
    const to = new URL(form.action);
    if (form.method === 'get' && to.pathname === location.pathname) form.action = to.pathname + hash;
  }
  for (const link of document.querySelectorAll<HTMLAnchorElement>('main a[href]')) {
    const isHere = link.pathname === location.pathname && link.origin === location.origin;
    if (isHere && (link.hash === '' || link.hash === moving)) link.hash = hash;
  }
  history.replaceState(history.state, '', location.pathname + location.search + hash);
}
