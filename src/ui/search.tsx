import type { ComponentChildren } from 'preact';
import { Choices, type Option } from './fields.tsx';
import { Button, Hidden } from './form.tsx';

/** Parameters of the search that are carried on, unseen. */
export type Keep = Readonly<Record<string, string | readonly string[] | undefined>>;

type SearchBoxProps = {
  q?: string | undefined;
  near?: string | undefined;
  action?: string | undefined;
  keep?: Keep | undefined;
  /** On the dark bar of the front door the button is wax. */
  onBar?: boolean | undefined;
  /** Addresses that answer the typing help. */
  suggestWords?: string | undefined;
  suggestPlaces?: string | undefined;
  /** Offers to ask the browser where it is; the answer's headers have to allow it. */
  nearMe?: boolean | undefined;
  /** It stands in a frame, and its answer comes there. */
  inFrame?: boolean | undefined;
  /** The place is fixed. */
  withoutPlace?: boolean | undefined;
};

export function SearchBox({
  q = '',
  near = '',
  action = '/search',
  keep = {},
  onBar,
  nearMe,
  inFrame,
  withoutPlace,
  ...help
}: SearchBoxProps) {
  return (
    <search>
      <form
        class={withoutPlace ? 'find one' : 'find'}
        action={action}
        data-form="search"
        target={inFrame ? '_self' : undefined}
      >
        <div>
          <label for="q">What are you looking for?</label>
          <input
            id="q"
            name="q"
            type="text"
            value={q}
            autocomplete="off"
            placeholder="lunch, driving, a form to fill in"
            {...typingHelp(help.suggestWords)}
          />
        </div>
        {!withoutPlace && (
          <div data-island={nearMe && 'near'}>
            <label for="near">Postcode or place</label>
            <input
              id="near"
              name="near"
              type="text"
              value={near}
              autocomplete="postal-code"
              placeholder="a postcode or a town"
              {...typingHelp(help.suggestPlaces)}
            />
          </div>
        )}
        <Kept keep={keep} />
        <Button kind={onBar ? 'wax' : 'main'}>Search</Button>
      </form>
    </search>
  );
}

function typingHelp(address: string | undefined) {
  return address === undefined ? {} : { 'data-island': 'suggest', 'data-suggest': address };
}

function Kept({ keep }: { keep: Keep }) {
  return Object.entries(keep).flatMap(([name, value]) =>
    [value ?? []].flat().map((one) => <Hidden key={`${name} ${one}`} name={name} value={one} />),
  );
}

export type FilterGroup = {
  name: string;
  legend: string;
  type?: 'radio' | 'checkbox' | undefined;
  options: readonly Option[];
  chosen: string | readonly string[];
};

type FiltersProps = {
  /** Says what is chosen: "Filter: 3 kinds, within 3 miles". */
  summary: string;
  groups: readonly FilterGroup[];
  action?: string | undefined;
  keep?: Keep | undefined;
  button?: string | undefined;
  children?: ComponentChildren;
};

/** One form; closed on a phone, open beside the results on a wide screen. Leave out choices with nothing. */
export function Filters({
  summary,
  groups,
  action = '/search',
  keep = {},
  button = 'Show results',
  children,
}: FiltersProps) {
  return (
    <details class="filters">
      <summary>{summary}</summary>
      <form data-form="filter-results" action={action}>
        <Kept keep={keep} />
        {groups.map((group) => (
          <Choices key={group.name} id={`filter-${group.name}`} {...group} />
        ))}
        {children}
        <Button>{button}</Button>
      </form>
    </details>
  );
}
