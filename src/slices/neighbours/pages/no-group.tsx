import { ButtonLink, ButtonRow } from '../../../ui/form.tsx';
import { register } from '../../register/urls.ts';

export const noGroupTitle = 'Your neighbours';

export function NoGroupPage() {
  return (
    <div class="text stack">
      <h1>{noGroupTitle}</h1>
      <p class="lead">
        Groups say hello to each other here. You are an admin or worker of none, so there is nobody to speak
        for yet.
      </p>
      <ButtonRow>
        <ButtonLink href={register.start()}>Register your group</ButtonLink>
      </ButtonRow>
    </div>
  );
}
