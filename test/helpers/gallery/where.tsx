import { Choices, Field, Select, Tick } from '../../../src/ui/fields.tsx';
import { Button, ButtonRow, Form, Saved } from '../../../src/ui/form.tsx';
import type { Page } from '../../../src/ui/frame.tsx';
import { Columns, Section, Stages } from '../../../src/ui/sheets.tsx';

import type { Say } from './words.ts';
export function where(say: Say): Page {
  const postcodeProblem = say(
    'AV3 4Q is not a whole postcode. It ends in a number and two letters, like AV3 4QT.',
  );
  const stages = ['Who you are', 'Where you work', 'What you do', 'Being found', 'Look and send'].map(say);
  return {
    title: say('Where you work'),
    current: '/register',
    body: (
      <Columns
        tight
        asideLabel={say('Help with this form')}
        aside={
          <Section id="ten" title={say('About ten minutes')} sheet>
            <p>{say('One form for all five centres.')}</p>
          </Section>
        }
      >
        <p class="quiet">{say('Your group, told once. Step 2 of 5')}</p>
        <Stages label={say('Five steps')} stages={stages} here={1} steps />
        <h1>{say('Where you work')}</h1>
        <Form
          name="register-where"
          action="/register/where"
          version={3}
          autosave="/register/where/keep"
          values={{ postcode: say('AV3 4Q'), areas: ['eastlock', 'hartlow'], far: say('Up to two miles.') }}
          problems={{ postcode: postcodeProblem, show: say('Choose whether people may see your address.') }}
        >
          <Questions say={say} />
          <ButtonRow>
            <Button>{say('Save and go on')}</Button>
            <Button kind="second" name="go" value="back">
              {say('Back')}
            </Button>
          </ButtonRow>
          <Saved>{say('Saved at 19.42. Stop when you like.')}</Saved>
        </Form>
      </Columns>
    ),
  };
}

function Questions({ say }: { say: Say }) {
  return (
    <>
      <Field
        name="postcode"
        label={say('Postcode of where you meet')}
        hint={say('If you meet in someone’s home, use theirs.')}
        short
        autocomplete="postal-code"
        suggest={say('/suggest/places')}
      />
      <Choices
        name="areas"
        type="checkbox"
        legend={say('Which areas do you work in?')}
        hint={say('Each centre you tick sees this same form.')}
        options={[
          { value: 'eastlock', label: say('Eastlock') },
          { value: 'hartlow', label: say('Hartlow') },
          { value: 'nine-elders', label: say('Nine Elders'), note: say('Hartlow answers for it.') },
        ]}
      />
      <Choices
        name="show"
        legend={say('May people see your address?')}
        options={[
          { value: 'yes', label: say('Yes, show it') },
          {
            value: 'area',
            label: say('Only the area'),
            note: say('People see “Eastlock” and ring you.'),
          },
        ]}
      />
      <Field name="far" type="textarea" rows={3} optional label={say('Do you go to people’s homes?')} />
      <Select
        name="schedules.0.day"
        label={say('Which day?')}
        empty={say('Choose a day')}
        value={say('2')}
        options={[
          { value: say('1'), label: say('Monday') },
          { value: say('2'), label: say('Tuesday') },
        ]}
      />
      <Tick name="agreed" label={say('Tell me when it is live')} hint={say('By e-mail.')} />
    </>
  );
}
