import { weekdayWords } from '../../../platform/dates.ts';
import { Choices, Field } from '../../../ui/fields.tsx';
import { Button, ButtonLink, ButtonRow, Form, type Problems, type Values } from '../../../ui/form.tsx';
import { Facts } from '../../../ui/lists.tsx';
import { Columns, Notice, Section, Trail, type TrailItem } from '../../../ui/sheets.tsx';
import { Chip, type ChipWords, Clock, PhoneLink } from '../../../ui/words.tsx';
import { nobodyLost } from '../urls.ts';
import type { BoardRow, Taker } from '../words/board.ts';

interface PromiseProps {
  title: string;
  row: Omit<BoardRow, 'openedAt' | 'owned'> & { ended: boolean };
  step: string;
  chip: ChipWords | undefined;
  trail: { items: readonly TrailItem[]; next?: { what: string; text: string } | undefined };
  /** Whom it can be passed to; undefined for a reader who may not. */
  takers: readonly Taker[] | undefined;
  values?: Values | undefined;
  problems?: Problems | undefined;
}

/** One promise: what happened, who has it, what comes next. Of what it is about only the kind is said. */
export function PromisePage({ title, row, step, chip, trail, takers, values, problems }: PromiseProps) {
  const promised = weekdayWords(row.firstDueAt);
  return (
    <>
      <h1>{title}</h1>
      {row.ended && problems && <TooLate values={values} problems={problems} />}
      <p class="row">
        {row.ended ? (
          <Chip state="ended" tone="end" words="Ended" />
        ) : (
          <Clock
            quarter={row.quarter}
            words={row.late ? `Was promised for ${promised}` : `Until ${promised}`}
          />
        )}
        {chip && <Chip {...chip} />}
      </p>
      <Columns aside={<Aside row={row} step={step} />} asideLabel="Who has it">
        <Section id="trail" title="What has happened">
          <Trail {...trail} />
        </Section>
        {takers && !row.ended && <PassForm row={row} takers={takers} values={values} problems={problems} />}
      </Columns>
    </>
  );
}

/** The form is gone with the promise, so what it held is said here. */
function TooLate({ values, problems }: Pick<PromiseProps, 'values' | 'problems'>) {
  const typed = String(values?.why ?? '');
  return (
    <div role="alert">
      <Notice tone="stop">
        {Object.values(problems ?? {}).map((problem) => (
          <p key={problem}>{problem}</p>
        ))}
        {typed !== '' && <p>{`You wrote: “${typed}”`}</p>}
      </Notice>
    </div>
  );
}

function Aside({ row, step }: Pick<PromiseProps, 'row' | 'step'>) {
  const ring = (number: string) => (number === '' ? '' : <PhoneLink number={number} />);
  return (
    <div class="sheet">
      <h2>Who has it</h2>
      <Facts
        facts={[
          { name: 'With', fact: `${row.owner.name}, as ${step}` },
          { name: 'Since', fact: weekdayWords(row.ownerSince) },
          { name: 'Their number', fact: ring(row.owner.phone) },
          ...(row.about.id === row.owner.id
            ? []
            : [
                { name: 'Has to answer', fact: row.about.name },
                { name: 'Their number', fact: ring(row.about.phone) },
              ]),
        ]}
      />
      {row.url && (
        <p>
          <ButtonLink href={row.url}>Look at it</ButtonLink>
        </p>
      )}
    </div>
  );
}

function PassForm({
  row,
  takers,
  values,
  problems,
}: Pick<PromiseProps, 'row' | 'values' | 'problems'> & { takers: readonly Taker[] }) {
  if (takers.length === 0) {
    return (
      <Section id="pass" title="Pass it on">
        <p>{`Nobody else at ${row.about.name} can have it, and no other home centre. Ring them, or ask for a second person there.`}</p>
      </Section>
    );
  }
  return (
    <Section id="pass" title="Pass it on">
      <Form
        name="pass-promise"
        action={nobodyLost.pass(row.id)}
        version={row.ownerSince.getTime()}
        values={values}
        problems={problems}
      >
        <Choices
          name="to"
          legend="Who is to have it?"
          options={takers.map(({ organisationId, label }) => ({ value: organisationId, label }))}
        />
        <Field
          name="why"
          label="Why?"
          hint="It stands in what has happened, where all who have a part in it read it. Name nobody."
          maxLength={300}
        />
        <ButtonRow>
          <Button kind="second">Pass it on</Button>
        </ButtonRow>
      </Form>
    </Section>
  );
}
