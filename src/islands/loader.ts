// The only script a page names. It fetches the islands that the page asks for, each once.
const addresses = document.querySelector<HTMLScriptElement>('script[data-loader]')?.dataset ?? {};
const wanted = [...document.querySelectorAll<HTMLElement>('[data-island]')].map(
  ({ dataset }) => dataset.island,
);

for (const island of new Set(wanted)) {
  const address = addresses[island ?? ''];
  if (address !== undefined) void import(/* @vite-ignore */ address);
}

export {};
