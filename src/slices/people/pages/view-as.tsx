import { readers } from '../../../platform/words.ts';
import { Button, ButtonRow, Form } from '../../../ui/form.tsx';
import { people } from '../urls.ts';

export function ViewAsPage({ title }: { title: string }) {
  return (
    <div class="text stack">
      <h1>{title}</h1>
      <p class="lead">
        See every page as somebody else sees it: what you keep to yourselves is gone, and an address that you
        hide is hidden.
      </p>
      <p>
        A bar over each page says so. Nothing can be sent until you go back to yourself, or an hour is over.
        Whoever you choose is nobody in particular, so they have no page and no inbox of their own.
      </p>
      <Form name="view-as" action={people.viewAs()}>
        <ButtonRow>
          {Object.entries(readers).map(([as, name]) => (
            <Button name="as" value={as}>
              {`See it as ${name}`}
            </Button>
          ))}
        </ButtonRow>
      </Form>
    </div>
  );
}
