import { Button, ButtonRow, Form } from '../../../ui/form.tsx';
import { people } from '../urls.ts';

interface FirstDayProps {
  title: string;
  steps: readonly { label: string; text: string; href: string }[];
  isShown: boolean;
}

/** What this person does first, by the places they have. */
export function FirstDayPage({ title, steps, isShown }: FirstDayProps) {
  return (
    <div class="text">
      <h1>{title}</h1>
      <p class="lead">Take these in order. Each is one page, and nothing breaks when you stop.</p>
      <ol class="lines" data-list="first-day">
        {steps.map(({ label, text, href }) => (
          <li data-id={href}>
            <a href={href}>{label}</a>
            <br />
            {text}
          </li>
        ))}
      </ol>
      {isShown ? (
        <Form name="end-first-day" action={people.firstDay()}>
          <ButtonRow>
            <Button kind="second">I know my way now</Button>
          </ButtonRow>
        </Form>
      ) : (
        <p class="quiet">This list no longer stands on your page. It stays here.</p>
      )}
    </div>
  );
}
