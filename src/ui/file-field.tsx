import type { ComponentChildren } from 'preact';
import { useField } from './form.tsx';

interface FileFieldProps {
  name: string;
  label: ComponentChildren;
  hint: ComponentChildren;
  /** What the chooser offers first, like `.csv,.json`. */
  accept: string;
}

/** A file to choose. A browser forgets it when a form comes back, so the hint says what to choose. */
export function FileField({ name, label, hint, accept }: FileFieldProps) {
  const { id, problem } = useField(name, {});
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
        aria-invalid={problem === undefined ? undefined : 'true'}
      />
      {problem !== undefined && (
        <p class="problem" id={`${id}-p`}>
          {problem}
        </p>
      )}
    </div>
  );
}
