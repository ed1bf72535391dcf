import type { ComponentChildren } from 'preact';
import { useField } from './form.tsx';

interface FileFieldProps {
  name: string;
  label: ComponentChildren;
  hint: ComponentChildren;
  /** What the chooser offers first, like `.csv,.json`. */
  accept: string;
}

/** A file to choose. A browser forgets it when a form comes back, and then it is said here that it is gone. */
export function FileField({ name, label, hint, accept }: FileFieldProps) {
  const { id, problem: wrong, isBack } = useField(name, {});
  const problem = wrong ?? (isBack ? 'Choose the file again: a browser does not keep it.' : undefined);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <p class="hint" id={`${id}-h`}>
        {hint}
      </p>
      <input
        type="file"
        id={id}
        name={name}
        accept={accept}
        aria-describedby={problem === undefined ? `${id}-h` : `${id}-h ${id}-p`}
        aria-invalid={wrong === undefined ? undefined : 'true'}
      />
      {problem !== undefined && (
        <p class="problem" id={`${id}-p`}>
          {problem}
        </p>
      )}
    </div>
  );
}
