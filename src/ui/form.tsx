import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** What is wrong, by the name of the field; the key '' is for the form as a whole. */
export type Problems = Readonly<Record<string, string>>;
/** What was typed, by the name of the field. */
export type Values = Readonly<Record<string, unknown>>;

type Remembered = { values: Values; problems: Problems; prefix: string };

const FormContext = createContext<Remembered>({ values: {}, problems: {}, prefix: '' });

type FormProps = {
  /** The verb of the action, in kebab case: `data-form="send-referral"`. */
  name: string;
  action: string;
  method?: 'post' | 'get' | undefined;
  version?: number | string | undefined;
  values?: Values | undefined;
  problems?: Problems | undefined;
  /** Sets the ids of one form apart from those of another on the same page. */
  prefix?: string | undefined;
  /** Where the form is kept in the background while somebody types. */
  autosave?: string | undefined;
  /** Where the browser asks what a passkey has to sign; its answer goes into the field `answer`. */
  passkey?: string | undefined;
  /** What the browser works on before it sends the form by itself; the result goes into the field `answer`. */
  work?: { on: string; bits: number } | undefined;
  /** It takes a file. */
  files?: boolean | undefined;
  class?: string | undefined;
  label?: string | undefined;
  children: ComponentChildren;
};

/** Remembers `values` and `problems` for the fields inside, and draws the summary of problems over itself. */
export function Form({ values = {}, problems = {}, prefix = '', method = 'post', ...form }: FormProps) {
  return (
    <FormContext.Provider value={{ values, problems, prefix }}>
      <ErrorSummary problems={problems} prefix={prefix} files={form.files} />
      <form
        data-form={form.name}
        action={form.action}
        method={method}
        enctype={form.files ? 'multipart/form-data' : undefined}
        class={form.class}
        aria-label={form.label}
        noValidate={method === 'post'}
        data-island={form.work ? 'work' : form.passkey ? 'passkey' : form.autosave && 'saving'}
        data-work={form.work?.on}
        data-bits={form.work?.bits}
        data-passkey={form.passkey}
        data-autosave={form.autosave}
      >
        {form.version !== undefined && <Hidden name="version" value={form.version} />}
        {form.children}
      </form>
    </FormContext.Provider>
  );
}

export function Hidden({ name, value }: { name: string; value: string | number }) {
  return <input type="hidden" name={name} value={value} />;
}

type FieldState = {
  id: string;
  value: unknown;
  problem: string | undefined;
  /** The form was refused and is shown again. */
  isBack: boolean;
};

/** What the form remembers of one field, and the id it goes by. */
export function useField(
  name: string,
  given: { id?: string | undefined; problem?: string | undefined },
): FieldState {
  const { values, problems, prefix } = useContext(FormContext);
  return {
    id: given.id ?? idOf(name, prefix),
    value: values[name],
    problem: given.problem ?? problems[name],
    isBack: Object.keys(problems).length > 0,
  };
}

/** `schedules.0.day` may be a name but makes an awkward id and anchor. */
function idOf(name: string, prefix = ''): string {
  return [prefix, name]
    .filter((part) => part !== '')
    .join('-')
    .replaceAll(/[^\w-]+/g, '-');
}

const counts = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];

type SummaryProps = { problems: Problems; prefix: string; files: boolean | undefined };

/** Stands over a refused form. `Form` draws it by itself when it is given problems. */
function ErrorSummary({ problems, prefix, files }: SummaryProps) {
  const all = Object.entries(problems);
  if (all.length === 0) return null;
  const id = idOf('problems', prefix);
  return (
    <div class="notice stop" role="alert" aria-labelledby={id}>
      <h2 id={id}>
        {counts[all.length] ?? all.length} {all.length === 1 ? 'thing' : 'things'} to put right
      </h2>
      <ul>
        {all.map(([field, message]) => (
          <li key={field}>
            {field === '' ? message : <a href={`#${idOf(field, prefix)}`}>{firstSentence(message)}</a>}
          </li>
        ))}
      </ul>
      <p>Everything else you wrote is kept.{files && ' Only the file has to be chosen again.'}</p>
    </div>
  );
}

function firstSentence(message: string): string {
  return /^(.+?)\.(?:\s|$)/.exec(message)?.[1] ?? message;
}

type ButtonKind = 'main' | 'second' | 'wax';

const buttonClasses = { main: 'btn', second: 'btn btn-2', wax: 'btn btn-wax' } as const;

type ButtonProps = {
  children: ComponentChildren;
  kind?: ButtonKind | undefined;
  name?: string | undefined;
  value?: string | undefined;
  /** Another address for this button alone. */
  action?: string | undefined;
};

/** A verb and its object. One `main` to a form, the others `second`. */
export function Button({ children, kind = 'main', name, value, action }: ButtonProps) {
  return (
    <button type="submit" class={buttonClasses[kind]} name={name} value={value} formAction={action}>
      {children}
    </button>
  );
}

type ButtonLinkProps = { href: string; kind?: ButtonKind; children: ComponentChildren };

export function ButtonLink({ href, kind = 'second', children }: ButtonLinkProps) {
  return (
    <a class={buttonClasses[kind]} href={href}>
      {children}
    </a>
  );
}

export function ButtonRow({ children }: { children: ComponentChildren }) {
  return <p class="row">{children}</p>;
}

/** When the form was last kept, and how to come back to it; the `saving` island writes here too. */
export function Saved({ children }: { children?: ComponentChildren }) {
  return (
    <p class="saved" role="status">
      {children}
    </p>
  );
}
