// “Near me”: asks the browser where it is, only when the button is pressed, and puts that into the field of the place.
const patienceMs = 10_000;
const youngEnoughMs = 300_000;
/** A thousandth of a degree is about a hundred metres: enough for what is near, and no address of anybody. */
const decimals = 3;

for (const box of document.querySelectorAll<HTMLElement>('[data-island=near]')) offer(box);

function offer(box: HTMLElement): void {
  const field = box.querySelector('input');
  const form = box.closest('form');
  if (field === null || form === null || !('geolocation' in navigator)) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'here';
  button.textContent = 'Near me';
  box.append(button);
  const line = document.createElement('p');
  line.role = 'status';
  line.className = 'sr';
  form.append(line);
  button.addEventListener('click', () => {
    say(line, 'Your browser asks you whether it may tell us.');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        field.value = `${coords.latitude.toFixed(decimals)},${coords.longitude.toFixed(decimals)}`;
        say(line, 'Your place is filled in, to about 100 metres. Now press Search.');
        form.querySelector<HTMLButtonElement>('[type=submit]')?.focus();
      },
      (problem) => {
        say(line, whyNot(problem));
        field.focus();
      },
      { timeout: patienceMs, maximumAge: youngEnoughMs },
    );
  });
}

function whyNot(problem: GeolocationPositionError): string {
  return problem.code === problem.PERMISSION_DENIED
    ? 'Your browser does not tell us where you are. Write a postcode or a town instead.'
    : 'Your browser cannot find out where you are just now. Write a postcode or a town instead.';
}

function say(line: HTMLElement, words: string): void {
  line.className = '';
  line.textContent = words;
}

export {};
