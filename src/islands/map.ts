// A map that can be moved and zoomed. All it is made of comes only when somebody presses its button.
import type { LiveMap } from '../ui/map.tsx';

/** In the address, so that a filter, a link or a reload opens the map again: nothing is kept anywhere. */
const moving = '#moving';

for (const host of document.querySelectorAll<HTMLElement>('[data-island="map"]')) offer(host);

function offer(host: HTMLElement): void {
  const button = host.querySelector('button');
  if (button === null) return;
  const line = document.createElement('p');
  line.className = 'small quiet';
  line.role = 'status';
  host.append(line);
  host.hidden = false;
  let isComing = false;

  async function open(takesFocus: boolean): Promise<void> {
    if (isComing) return;
    isComing = true;
    line.textContent = 'The map is coming.';
    try {
      const live: LiveMap = JSON.parse(host.dataset.props ?? '{}');
      const { showMap } = await import('./map/show.ts');
      await showMap(host, live, { takesFocus });
      line.textContent = '';
    } catch {
      line.textContent = 'The map did not come. The drawn one and the list have the same things.';
    }
    isComing = false;
  }

  button.addEventListener('click', () => void open(true));
  if (location.hash === moving) void open(false);
}
