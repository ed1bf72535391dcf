import type { ComponentChildren } from 'preact';
import { Button, ButtonRow, Form, type Problems, type Values } from '../../../../ui/form.tsx';
import { type Difference, Differences } from '../../../../ui/versions.tsx';

export interface Remembered {
  values: Values;
  version: number | string;
  problems?: Problems | undefined;
  differences?: readonly Difference[] | undefined;
}

interface SettingProps extends Remembered {
  title: string;
  lead: string;
  form: string;
  action: string;
  children: ComponentChildren;
}

/** One step, or one page of settings: what it is for, and its form. */
export function SettingPage({ title, lead, form, action, children, ...remembered }: SettingProps) {
  const { values, version, problems, differences } = remembered;
  return (
    <div class="text">
      <h1>{title}</h1>
      <p class="lead">{lead}</p>
      <Differences differences={differences} />
      <Form name={form} action={action} version={version} values={values} problems={problems}>
        {children}
        <ButtonRow>
          <Button>Save it</Button>
        </ButtonRow>
      </Form>
    </div>
  );
}
