import { Choices, Field } from '../../../ui/fields.tsx';
import { Button, ButtonRow, Form, type Problems, type Values } from '../../../ui/form.tsx';
import { Empty } from '../../../ui/lists.tsx';
import { Section } from '../../../ui/sheets.tsx';
import { centres } from '../urls.ts';
import type { CentreQuestion } from '../words/answers.ts';

interface QuestionsProps {
  centre: { id: string; name: string };
  questions: readonly CentreQuestion[];
  values?: Values;
  problems?: Problems;
}

const kinds = { text: 'In their own words', yes_no: 'Yes or no', choice: 'One of several' };

export function QuestionsPage({ centre, questions, values, problems }: QuestionsProps) {
  return (
    <div class="text stack">
      <div>
        <h1>{`What ${centre.name} asks`}</h1>
        <p class="lead">These stand at the end of the one form, only for groups that work in your area.</p>
      </div>
      {questions.length === 0 && (
        <Empty fact="You ask nothing of your own." next="Good: the form is as short as it can be." />
      )}
      {questions.length > 0 && (
        <ul class="lines plain" data-list="questions">
          {questions.map((question) => (
            <li key={question.id} data-id={question.id}>
              <p>
                <b>{question.question}</b>
                {` ${kinds[question.kind]}${question.required ? ', needed' : ''}.`}
              </p>
              <Form
                name="retire-question"
                action={centres.retireQuestion(centre.id, question.id)}
                prefix={question.id}
              >
                <Button kind="second">{`Ask no more: ${question.question}`}</Button>
              </Form>
            </li>
          ))}
        </ul>
      )}
      <Section id="add" title="Add a question">
        <Form name="add-question" action={centres.questions(centre.id)} values={values} problems={problems}>
          <Field name="question" label="The question" hint="As you would ask it on the telephone." />
          <Field name="hint" label="A hint below it" optional />
          <Choices
            name="kind"
            legend="How is it answered?"
            options={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
          />
          <Field name="choices" type="textarea" rows={3} label="The choices, one on each line" optional />
          <Choices
            name="required"
            legend="Can you decide without an answer?"
            options={[
              { value: 'no', label: 'Yes, it may be left out' },
              { value: 'yes', label: 'No, it is needed' },
            ]}
          />
          <ButtonRow>
            <Button>Ask it from now on</Button>
          </ButtonRow>
        </Form>
      </Section>
    </div>
  );
}
