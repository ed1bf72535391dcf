import type { ComponentChildren } from 'preact';
import { useField } from './form.tsx';

type Common = {
  name: string;
  hint?: ComponentChildren;
  /** Said on top of what the form remembers. */
  problem?: string | undefined;
  /** Adds "(if you like)". */
  optional?: boolean | undefined;
  id?: string | undefined;
};

type FieldProps = Common & {
  label: ComponentChildren;
  value?: string | number | null | undefined;
  type?:
    | 'text'
    | 'email'
    | 'tel'
    | 'url'
    | 'number'
    | 'date'
    | 'time'
    | 'password'
    | 'search'
    | 'textarea'
    | undefined;
  short?: boolean | undefined;
  autocomplete?: string | undefined;
  inputmode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'url' | 'search' | undefined;
  placeholder?: string | undefined;
  rows?: number | undefined;
  maxLength?: number | undefined;
  min?: string | number | undefined;
  max?: string | number | undefined;
  step?: string | number | undefined;
  /** An address that answers `{ items: [{ value, label, note }] }`; typing help where scripts run. */
  suggest?: string | undefined;
};

/** Label, hint, input and problem, in that order and tied together; what was typed is kept. */
export function Field({ label, hint, optional, type = 'text', rows = 4, ...field }: FieldProps) {
  const { id, problem, value } = useField(field.name, field);
  const shared = {
    ...described(id, hint, problem),
    id,
    name: field.name,
    maxLength: field.maxLength,
    autocomplete: field.autocomplete,
    placeholder: field.placeholder,
    class: field.short ? 'short' : undefined,
  };
  const kept = field.value ?? textOf(value);
  return (
    <div class="field">
      <label for={id}>
        {label}
        {optional && <IfYouLike />}
      </label>
      <Hint id={id} hint={hint} />
      {type === 'textarea' ? (
        <textarea {...shared} rows={rows}>
          {kept}
        </textarea>
      ) : (
        <input
          {...shared}
          type={type}
          value={kept}
          inputMode={field.inputmode}
          min={field.min}
          max={field.max}
          step={field.step}
          data-island={field.suggest && 'suggest'}
          data-suggest={field.suggest}
        />
      )}
      <Problem id={id} problem={problem} />
    </div>
  );
}

export type Option = {
  value: string;
  label: ComponentChildren;
  /** Small, below the label. */
  note?: ComponentChildren;
  /** Quiet, behind the label: how many there are. */
  count?: string | number | undefined;
};

type ChoicesProps = Common & {
  legend: ComponentChildren;
  options: readonly Option[];
  type?: 'radio' | 'checkbox' | undefined;
  chosen?: string | readonly string[] | undefined;
};

/** A few choices, each a whole row to press; the first one carries the id that the summary links to. */
export function Choices({ legend, hint, optional, type = 'radio', options, ...field }: ChoicesProps) {
  const { id, problem, value } = useField(field.name, field);
  const chosen = listOf(field.chosen ?? value);
  const tied = problem === undefined ? undefined : `${id}-p`;
  const describedBy = described(id, hint, problem)['aria-describedby'];
  return (
    <fieldset class="field" aria-describedby={describedBy}>
      <legend>
        {legend}
        {optional && <IfYouLike />}
      </legend>
      <Hint id={id} hint={hint} />
      <div class={options.length > 8 ? 'many' : undefined}>
        {options.map((option, index) => (
          <label class="choice" key={option.value}>
            <input
              type={type}
              id={index === 0 ? id : undefined}
              name={field.name}
              value={option.value}
              checked={chosen.includes(option.value)}
              aria-describedby={tied}
            />
            <OptionWords {...option} />
          </label>
        ))}
      </div>
      <Problem id={id} problem={problem} />
    </fieldset>
  );
}

function OptionWords({ label, note, count }: Option) {
  return (
    <span>
      {label}
      {count !== undefined && <span class="quiet"> {count}</span>}
      {note && <small> {note}</small>}
    </span>
  );
}

type TickProps = Common & {
  label: ComponentChildren;
  value?: string | undefined;
  checked?: boolean | undefined;
};

/** One box to tick. */
export function Tick({ label, hint, value = 'yes', checked, ...field }: TickProps) {
  const { id, problem, value: kept } = useField(field.name, field);
  return (
    <div class="field">
      <label class="choice">
        <input
          {...described(id, undefined, problem)}
          type="checkbox"
          id={id}
          name={field.name}
          value={value}
          checked={checked ?? (kept === true || listOf(kept).includes(value))}
        />
        <OptionWords value={value} label={label} note={hint} />
      </label>
      <Problem id={id} problem={problem} />
    </div>
  );
}

type SelectProps = Common & {
  label: ComponentChildren;
  options: readonly { value: string; label: string }[];
  value?: string | undefined;
  /** The first row, when nothing is chosen yet. */
  empty?: string | undefined;
};

/** Only for eight choices and more; `Choices` shows fewer at once. */
export function Select({ label, hint, optional, options, empty, ...field }: SelectProps) {
  const { id, problem, value } = useField(field.name, field);
  const chosen = field.value ?? textOf(value);
  return (
    <div class="field">
      <label for={id}>
        {label}
        {optional && <IfYouLike />}
      </label>
      <Hint id={id} hint={hint} />
      <select {...described(id, hint, problem)} id={id} name={field.name}>
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === chosen}>
            {option.label}
          </option>
        ))}
      </select>
      <Problem id={id} problem={problem} />
    </div>
  );
}

function IfYouLike() {
  return <span class="quiet"> (if you like)</span>;
}

function Hint({ id, hint }: { id: string; hint: ComponentChildren }) {
  return hint ? (
    <p class="hint" id={`${id}-h`}>
      {hint}
    </p>
  ) : null;
}

function Problem({ id, problem }: { id: string; problem: string | undefined }) {
  return problem === undefined ? null : (
    <p class="problem" id={`${id}-p`}>
      {problem}
    </p>
  );
}

function described(id: string, hint: ComponentChildren, problem: string | undefined) {
  const ids = [hint ? `${id}-h` : '', problem === undefined ? '' : `${id}-p`].filter((part) => part !== '');
  return {
    'aria-describedby': ids.length > 0 ? ids.join(' ') : undefined,
    'aria-invalid': problem === undefined ? undefined : ('true' as const),
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function listOf(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).map(textOf).filter((text) => text !== '');
}
