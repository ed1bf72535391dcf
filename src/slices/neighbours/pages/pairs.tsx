import { Select } from '../../../ui/fields.tsx';
import { Button, ButtonRow, Form, Hidden, type Problems, type Values } from '../../../ui/form.tsx';
import { Empty, Entries, Entry } from '../../../ui/lists.tsx';
import { Notice, Section } from '../../../ui/sheets.tsx';
import { neighbours } from '../urls.ts';

export interface PairsProps {
  rows: readonly { one: string; other: string; words: string; joint: number }[];
  needs: readonly { value: string; label: string }[];
  problem?: string | undefined;
  values?: Values | undefined;
  problems?: Problems | undefined;
}

export const pairsTitle = 'Needs that go together';

export function PairsPage({ rows, needs, problem, values, problems }: PairsProps) {
  return (
    <div class="text stack">
      <div>
        <h1>{pairsTitle}</h1>
        <p class="lead">
          Whoever helps with the one is shown groups that help with the other. Beside each pair stands how
          many twos of groups signpost to each other across it, as both of them say.
        </p>
      </div>
      {problem && (
        <Notice tone="stop" title="That could not be done">
          <p>{problem}</p>
        </Notice>
      )}
      <Section id="add" title="Add a pair">
        <Form name="add-need-pair" action={neighbours.pairs()} values={values} problems={problems}>
          <Select name="one" label="Who needs this" options={needs} empty="Choose" />
          <Select name="other" label="Often needs this, too" options={needs} empty="Choose" />
          <ButtonRow>
            <Button>Add the pair</Button>
          </ButtonRow>
        </Form>
      </Section>
      <Section id="pairs" title="What counts now">
        {rows.length === 0 ? (
          <Empty fact="No needs go together." next="Then only the same people and the same area count." />
        ) : (
          <Entries list="need-pairs">
            {rows.map(({ one, other, words, joint }) => (
              <Entry key={words} id={`${one} ${other}`} name={words} kind={[jointWords(joint)]}>
                <Form name="remove-need-pair" action={neighbours.removePair()} prefix={`${one}-${other}`}>
                  <Hidden name="one" value={one} />
                  <Hidden name="other" value={other} />
                  <Button kind="second">
                    Take it away<span class="sr">{`: ${words}`}</span>
                  </Button>
                </Form>
              </Entry>
            ))}
          </Entries>
        )}
      </Section>
    </div>
  );
}

function jointWords(joint: number): string {
  if (joint === 0) return 'No two groups signpost across it yet';
  return joint === 1 ? 'Two groups signpost across it' : `${joint} twos of groups signpost across it`;
}
