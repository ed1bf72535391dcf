import { gzipSync } from 'node:zlib';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { type HTMLElement, parse } from 'node-html-parser';

/** Working out the rules takes longer than reading a page by them, and they are the same for every page. */
class WorkedOutOnce extends StaticConfigLoader {
  private resolved: ReturnType<StaticConfigLoader['getConfigFor']> | undefined;

  override getConfigFor(handle: string) {
    this.resolved ??= super.getConfigFor(handle);
    return this.resolved;
  }
}

/** How HTML is written is left to Preact; here only what a browser or a screen reader stumbles over. */
const validator = new HtmlValidate(
  new WorkedOutOnce({
    root: true,
    extends: ['html-validate:recommended'],
    rules: {
      'aria-label-misuse': ['error', { allowAnyNamable: true }],
      'attribute-boolean-style': 'off',
      'attribute-empty-style': 'off',
      'doctype-style': 'off',
      'form-dup-name': 'off',
      'long-title': 'off',
      'no-inline-style': 'off',
      'no-raw-characters': 'off',
      'no-trailing-whitespace': 'off',
      'prefer-native-element': 'off',
      'require-sri': 'off',
      'tel-non-breaking': 'off',
      'void-style': 'off',
    },
  }),
);

/** One round trip of a slow telephone: the first congestion window. */
const bytesMax = 14 * 1024;

export type LawOptions = { /** For pages that show names written by others. */ straightQuotes?: boolean };

/** Every way in which a page breaks the law of pages; empty when it keeps it. */
export async function brokenLaws(html: string, options: LawOptions = {}): Promise<string[]> {
  const root = parse(html, { comment: false });
  return [
    ...(await invalidHtml(html)),
    ...wrongHeading(root),
    ...missingLanguage(root),
    ...repeatedIds(root),
    ...danglingReferences(root),
    ...unlabelled(root),
    ...codeInPage(root),
    ...(options.straightQuotes ? [] : straightQuotes(root)),
    ...tooHeavy(html),
  ];
}

async function invalidHtml(html: string): Promise<string[]> {
  const report = await validator.validateString(html);
  return report.results.flatMap((result) =>
    result.messages.map(({ message, ruleId, offset }) => {
      const where = html.slice(Math.max(0, offset - 40), offset + 80);
      return `${message} (${ruleId}, near ${where})`;
    }),
  );
}

function wrongHeading(root: HTMLElement): string[] {
  const title = spoken(root.querySelector('title')).split(' · ')[0] ?? '';
  const headings = root.querySelectorAll('h1').map(spoken);
  if (headings.length !== 1) return [`${headings.length} <h1> on the page, there should be one`];
  return headings[0] === title ? [] : [`the <h1> says "${headings[0]}", the title "${title}"`];
}

function missingLanguage(root: HTMLElement): string[] {
  const language = root.querySelector('html')?.getAttribute('lang') ?? '';
  return language === '' ? ['<html> has no lang'] : [];
}

function repeatedIds(root: HTMLElement): string[] {
  const ids = root.querySelectorAll('[id]').map(({ id }) => id);
  const repeated = ids.filter((id, index) => ids.indexOf(id) !== index);
  return [...new Set(repeated)].map((id) => `the id "${id}" stands more than once`);
}

const references = ['for', 'aria-describedby', 'aria-labelledby', 'aria-controls', 'aria-owns', 'list'];

function danglingReferences(root: HTMLElement): string[] {
  const ids = new Set(root.querySelectorAll('[id]').map(({ id }) => id));
  const named = references.flatMap((attribute) =>
    root
      .querySelectorAll(`[${attribute}]`)
      .flatMap((element) => (element.getAttribute(attribute) ?? '').split(/\s+/))
      .filter((id) => !ids.has(id))
      .map((id) => `${attribute} points at "${id}", which is not there`),
  );
  const anchored = root
    .querySelectorAll('a[href^="#"]')
    .map((link) => (link.getAttribute('href') ?? '').slice(1))
    .filter((id) => !ids.has(id))
    .map((id) => `a link leads to "#${id}", which is not there`);
  return [...named, ...anchored];
}

const controls = 'input:not([type=hidden]), select, textarea';

function unlabelled(root: HTMLElement): string[] {
  return root
    .querySelectorAll(controls)
    .filter((control) => !control.hasAttribute('aria-label') && !control.hasAttribute('aria-labelledby'))
    .filter((control) => control.closest('label') === null)
    .filter(({ id }) => id === '' || root.querySelector(`label[for="${id}"]`) === null)
    .map((control) => `the control "${control.getAttribute('name')}" has no label`);
}

function codeInPage(root: HTMLElement): string[] {
  const styled = root
    .querySelectorAll('[style], style')
    .map(({ tagName }) => `<${tagName}> carries inline style`);
  const scripted = root
    .querySelectorAll('script')
    .filter((script) => !script.hasAttribute('src') && script.getAttribute('type') !== 'application/ld+json')
    .map(() => 'a <script> with code stands in the page');
  const handlers = root
    .querySelectorAll('*')
    .flatMap(({ attributes }) => Object.keys(attributes))
    .filter((name) => /^on[a-z]+$/i.test(name))
    .map((name) => `the attribute ${name} carries code`);
  return [...styled, ...scripted, ...handlers];
}

const verbatim = 'script, style, textarea, pre, code, kbd, [data-verbatim]';

function straightQuotes(root: HTMLElement): string[] {
  const copy = parse(root.toString(), { comment: false });
  for (const element of copy.querySelectorAll(verbatim)) element.remove();
  return copy
    .querySelectorAll('title, body')
    .flatMap((element) => element.structuredText.split('\n'))
    .filter((line) => /["']/.test(line))
    .map((line) => `straight quotation mark or apostrophe in "${line.trim().slice(0, 120)}"`);
}

function tooHeavy(html: string): string[] {
  const bytes = gzipSync(html).length;
  return bytes > bytesMax ? [`${bytes} bytes compressed, a page may have ${bytesMax}`] : [];
}

/** The words of an element as one line. */
export function spoken(element: HTMLElement | null): string {
  return (element?.structuredText ?? '').replaceAll(/\s+/g, ' ').trim();
}
