/** An element with a class, words or parts in it. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  ...inside: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  element.className = className;
  element.append(...inside);
  return element;
}

export function button(words: string, press: () => void, className = 'btn btn-2'): HTMLButtonElement {
  const element = make('button', className, words);
  element.type = 'button';
  element.addEventListener('click', press);
  return element;
}
