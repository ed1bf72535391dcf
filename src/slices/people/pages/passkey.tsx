import type { ComponentChildren } from 'preact';
import { Button, ButtonRow, Form, Hidden, type Problems, Saved, type Values } from '../../../ui/form.tsx';
import type { Doing } from '../words/keys.ts';

interface PasskeyFormProps {
  name: string;
  action: string;
  /** Where the browser asks what has to be signed. */
  options: string;
  button: string;
  kind?: 'main' | 'second';
  values?: Values | undefined;
  problems?: Problems | undefined;
  children?: ComponentChildren;
}

/** A form whose answer a passkey gives. Without scripts it is refused with the sentence that says what works. */
export function PasskeyForm({ name, action, options, button, kind, ...form }: PasskeyFormProps) {
  return (
    <Form
      name={name}
      action={action}
      passkey={options}
      prefix={name}
      values={form.values}
      problems={general(form.problems)}
    >
      <Hidden name="answer" value="" />
      {form.children}
      <ButtonRow>
        <Button kind={kind}>{button}</Button>
      </ButtonRow>
      <Saved />
    </Form>
  );
}

/** Nobody types into the hidden field, so what is wrong with it is wrong with the whole. */
function general(problems: Problems | undefined): Problems | undefined {
  if (!problems?.answer) return problems;
  const { answer, ...others } = problems;
  return { ...others, '': answer };
}

/** What was being done, carried along until the second key was shown. */
export function KeptDoing({ doing }: { doing: Doing }) {
  return (
    <>
      <Hidden name="to" value={doing.to} />
      <Hidden name="method" value={doing.method} />
      <Hidden name="kept" value={doing.kept} />
    </>
  );
}
