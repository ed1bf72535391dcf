import { Field, Select, Tick } from '../../../ui/fields.tsx';
import { Button, ButtonRow, Form, type Problems, type Values } from '../../../ui/form.tsx';
import { Empty } from '../../../ui/lists.tsx';
import { type Keep, SearchBox } from '../../../ui/search.tsx';
import { Section } from '../../../ui/sheets.tsx';
import type { Link } from '../../../ui/words.tsx';
import { directory } from '../urls.ts';
import { Hits, type ShownHit } from './hit.tsx';

export interface EmbeddedView {
  readonly title: string;
  readonly q: string;
  readonly near: string;
  /** The place is fixed: it is carried on, and no field asks for it. */
  readonly isFixed: boolean;
  readonly keep: Keep;
  readonly notices: readonly string[];
  /** Nothing was asked yet. */
  readonly isBare: boolean;
  readonly hits: readonly ShownHit[];
  readonly fact: string;
  readonly all: Link;
  readonly from: string;
}

/** What stands in the frame: it goes on in the frame, and its links leave it. */
export function EmbeddedPage({ view }: { view: EmbeddedView }) {
  return (
    <>
      <h1>{view.title}</h1>
      <SearchBox
        q={view.q}
        near={view.near}
        action={directory.embedded()}
        keep={view.keep}
        inFrame
        withoutPlace={view.isFixed}
      />
      {view.notices.map((words) => (
        <p key={words}>{words}</p>
      ))}
      {view.isBare ? null : view.hits.length === 0 ? (
        <Empty
          fact={view.fact}
          next="Try other words, or ring the centre: it may know more."
          action={view.all}
        />
      ) : (
        <Section id="hits" title="Results" quiet>
          <Hits list="results" hits={view.hits} />
          <p>
            <a href={view.all.href}>{view.all.label}</a>
          </p>
        </Section>
      )}
      <p class="small quiet">{view.from}</p>
    </>
  );
}

interface MakeProps {
  title: string;
  values: Values;
  problems: Problems;
  line: string;
  preview: string;
  /** What can be found here. */
  kinds: readonly { value: string; label: string }[];
}

export function MakeBoxPage({ title, values, problems, line, preview, kinds }: MakeProps) {
  return (
    <div class="stack">
      <div class="text">
        <h1>{title}</h1>
        <p class="lead">
          Your visitors search here without leaving your page. It sets no cookies and counts nobody.
        </p>
      </div>
      <Section id="choose" title="How it should be">
        <Form
          name="make-search-box"
          method="get"
          action={directory.makeBox()}
          values={values}
          problems={problems}
        >
          <Field
            name="near"
            label="Near which place?"
            optional
            hint="A postcode, a town or a borough. What is nearest comes first."
          />
          <Tick
            name="fixed"
            value="near"
            label="Always near this place"
            hint="Visitors are not asked for another."
          />
          <Select name="kind" label="What should it find?" empty="Everything" options={kinds} />
          <Tick name="open_to" value="volunteers" label="Only what welcomes volunteers" />
          <Field
            name="colour"
            label="Colour of the button"
            optional
            hint="Six letters and figures as on your site, like #12483b."
            short
          />
          <ButtonRow>
            <Button>Make the line</Button>
          </ButtonRow>
        </Form>
      </Section>
      <Section id="line" title="The line to paste">
        <div class="field">
          <label for="paste">Paste this where the search should stand</label>
          <textarea id="paste" rows={4} readOnly>
            {line}
          </textarea>
        </div>
      </Section>
      <Section id="preview" title="How it looks">
        <iframe class="frame" src={preview} title="How it looks" loading="lazy" />
      </Section>
    </div>
  );
}
