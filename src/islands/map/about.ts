import { button, make } from './elements.ts';
import { type Spot, shownMax } from './marks.ts';

/** What is said of a mark that was pressed: name, kind, how far, where, and the way to its page. */
export function aboutPanel() {
  let from: HTMLElement | undefined;
  const element = make('div', 'map-about');
  element.role = 'group';
  element.ariaLabel = 'What is here';
  element.hidden = true;

  function close(): void {
    if (element.hidden) return;
    const hadFocus = element.contains(document.activeElement);
    element.hidden = true;
    from?.removeAttribute('aria-current');
    if (hadFocus) from?.focus();
  }

  return {
    element,
    close,
    get isOpen() {
      return !element.hidden;
    },
    show(spots: readonly Spot[], count: number, pressed: HTMLElement): void {
      from?.removeAttribute('aria-current');
      from = pressed;
      from.setAttribute('aria-current', 'true');
      const lines = spots.slice(0, shownMax).map(lineOf);
      const rest = count - lines.length;
      element.replaceChildren(
        make('ul', 'lines', ...lines),
        ...(rest > 0 ? [make('p', 'small', `And ${rest} more; the list has them all.`)] : []),
        button('Close', close),
      );
      element.hidden = false;
      element.querySelector('a')?.focus();
    },
  };
}

function lineOf({ thing, place }: Spot): HTMLLIElement {
  const link = make('a', '', thing.name);
  link.href = thing.url;
  const where = place.band ? [place.words, 'somewhere in this circle'] : [place.words];
  const words = [thing.kind, place.far, ...where].filter((one) => one !== '');
  return make('li', '', make('b', '', link), make('span', 'small quiet', ` ${words.join(' · ')}`));
}
