import { Button, ButtonRow, Form } from '../../../ui/form.tsx';
import { people } from '../urls.ts';

export function ViewAsPage({ title }: { title: string }) {
  return (
    <div class="text stack">
      <h1>{title}</h1>
      <p class="lead">
        See every page as somebody sees it who is not signed in: what you keep to yourselves is gone, and an
        address that you hide is hidden.
      </p>
      <p>
        A bar over each page says so. Nothing can be sent until you go back to yourself, or an hour is over.
      </p>
      <Form name="view-as" action={people.viewAs()}>
        <ButtonRow>
          <Button name="as" value="public">
            See it as the public
          </Button>
        </ButtonRow>
      </Form>
    </div>
  );
}
