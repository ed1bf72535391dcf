// Keeps a half-written form: posts it to its `data-autosave` address a second after typing stops.
const pauseMs = 1000;

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-autosave]')) keep(form);

function keep(form: HTMLFormElement): void {
  let timer = 0;
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => save(form), pauseMs);
  });
  form.addEventListener('submit', () => clearTimeout(timer));
}

async function save(form: HTMLFormElement): Promise<void> {
  try {
    const answer = await fetch(form.dataset.autosave ?? '', {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: written(form),
    });
    if (!answer.ok) return say(form, 'Not saved yet. What you wrote stays on this page.');
    keepVersion(form, await answer.text());
    say(form, `Saved at ${clockTime(new Date())}.`);
  } catch {
    say(form, 'Not saved: there is no connection. What you wrote stays on this page.');
  }
}

function written(form: HTMLFormElement): URLSearchParams {
  const pairs = [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value]] : [],
  );
  return new URLSearchParams(pairs);
}

/** A kept form has a new version; the next sending must not look stale. */
function keepVersion(form: HTMLFormElement, body: string): void {
  const version = /"version":\s*"?(\d+)/.exec(body)?.[1];
  const field = form.elements.namedItem('version');
  if (version !== undefined && field instanceof HTMLInputElement) field.value = version;
}

function say(form: HTMLFormElement, words: string): void {
  const line = form.querySelector('.saved');
  if (line !== null) line.textContent = words;
}

function clockTime(now: Date): string {
  return `${now.getHours()}.${String(now.getMinutes()).padStart(2, '0')}`;
}

export {};
