// Typing help: a combobox (ARIA APG, list autocomplete with manual selection) on `input[data-suggest]`.
type Item = { value: string; label: string; note?: string };

const itemsMax = 7;
const pauseMs = 150;

for (const input of document.querySelectorAll<HTMLInputElement>('input[data-suggest]')) help(input);

function help(input: HTMLInputElement): void {
  const list = listFor(input);
  let timer = 0;
  let asked = new AbortController();

  input.addEventListener('input', () => {
    clearTimeout(timer);
    asked.abort();
    timer = window.setTimeout(async () => {
      asked = new AbortController();
      show(input, list, await itemsFor(input, asked.signal));
    }, pauseMs);
  });
  input.addEventListener('keydown', (event) => press(event, input, list));
  input.addEventListener('blur', () => {
    clearTimeout(timer);
    close(input, list);
  });
  // A press would move the focus away and close the list before the click arrives.
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const option = event.target instanceof Element ? event.target.closest('[role=option]') : null;
    if (option instanceof HTMLElement) choose(input, list, option);
  });
}

function listFor(input: HTMLInputElement): HTMLUListElement {
  const list = document.createElement('ul');
  list.id = `${input.id}-suggest`;
  list.className = 'suggest';
  list.role = 'listbox';
  list.ariaLabel = 'Suggestions';
  list.hidden = true;
  input.after(list);
  input.role = 'combobox';
  input.autocomplete = 'off';
  input.ariaExpanded = 'false';
  input.ariaAutoComplete = 'list';
  input.setAttribute('aria-controls', list.id);
  return list;
}

async function itemsFor(input: HTMLInputElement, signal: AbortSignal): Promise<Item[]> {
  const typed = input.value.trim();
  if (typed.length < 2) return [];
  const address = new URL(input.dataset.suggest ?? '', location.href);
  address.searchParams.set('q', typed);
  try {
    const answer = await fetch(address, { signal, headers: { accept: 'application/json' } });
    const { items } = await answer.json();
    return Array.isArray(items) ? items.slice(0, itemsMax) : [];
  } catch {
    return [];
  }
}

function show(input: HTMLInputElement, list: HTMLUListElement, items: Item[]): void {
  close(input, list);
  if (items.length === 0 || document.activeElement !== input) return;
  list.replaceChildren(...items.map((item, index) => optionOf(item, `${list.id}-${index}`)));
  list.hidden = false;
  input.ariaExpanded = 'true';
}

function optionOf({ value, label, note }: Item, id: string): HTMLLIElement {
  const option = document.createElement('li');
  option.id = id;
  option.role = 'option';
  option.ariaSelected = 'false';
  option.dataset.value = value;
  const name = document.createElement('b');
  name.textContent = label;
  const quiet = document.createElement('span');
  quiet.className = 'quiet';
  quiet.textContent = note ?? '';
  option.append(name, quiet);
  return option;
}

function press(event: KeyboardEvent, input: HTMLInputElement, list: HTMLUListElement): void {
  if (list.hidden) return;
  const active = list.querySelector<HTMLElement>('[aria-selected=true]');
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    move(input, list, active, event.key === 'ArrowDown');
  } else if (event.key === 'Enter' && active !== null) {
    event.preventDefault();
    choose(input, list, active);
  } else if (event.key === 'Escape') {
    event.preventDefault();
    close(input, list);
  }
}

function move(
  input: HTMLInputElement,
  list: HTMLUListElement,
  active: HTMLElement | null,
  down: boolean,
): void {
  const next = down ? active?.nextElementSibling : active?.previousElementSibling;
  const target = next ?? (down ? list.firstElementChild : list.lastElementChild);
  if (active !== null) active.ariaSelected = 'false';
  if (target === null) return;
  target.ariaSelected = 'true';
  target.scrollIntoView({ block: 'nearest' });
  input.setAttribute('aria-activedescendant', target.id);
}

function choose(input: HTMLInputElement, list: HTMLUListElement, option: HTMLElement): void {
  input.value = option.dataset.value ?? '';
  close(input, list);
}

function close(input: HTMLInputElement, list: HTMLUListElement): void {
  list.hidden = true;
  list.replaceChildren();
  input.ariaExpanded = 'false';
  input.removeAttribute('aria-activedescendant');
}

export {};
