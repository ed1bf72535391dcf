import { dayWords } from '../../../platform/dates.ts';
import { Field } from '../../../ui/fields.tsx';
import { FileField } from '../../../ui/file-field.tsx';
import { Button, ButtonRow, Form, type Problems, type Values } from '../../../ui/form.tsx';
import { Section } from '../../../ui/sheets.tsx';
import { figure } from '../rules/standing.ts';
import { ground, imports } from '../urls.ts';
import type { ImportRow } from '../words/import.ts';

interface AreasProps {
  title: string;
  stands: string;
  files: readonly ImportRow[];
  now: Date;
  values?: Values;
  problems?: Problems;
}

export function AreasPage({ title, stands, files, now, values, problems }: AreasProps) {
  return (
    <div class="text stack">
      <div>
        <h1>{title}</h1>
        <p class="lead">{stands}</p>
      </div>
      <Section id="bring" title="Bring in a file">
        <Form name="bring-in-areas" action={ground.areas()} values={values} problems={problems} files>
          <FileField
            name="file"
            label="The file"
            hint="A table (.csv) or a map (.geojson, .json) of at most 8 MB. Rows that cannot be taken are named, the others are kept."
            accept=".csv,.txt,.json,.geojson"
          />
          <Field
            name="source"
            label="Where is it from?"
            hint="Like “Office for National Statistics”: its owner may ask to be named."
            optional
          />
          <ButtonRow>
            <Button>Bring it in</Button>
          </ButtonRow>
        </Form>
      </Section>
      <Section id="table" title="What stands in the table">
        <p>
          One row for each area, the higher ones too. A centre answers for boroughs; regions and sub-regions
          hold them together. Bring in the same file again after a change: nothing is there twice.
        </p>
        <ul class="plain">
          {example.map((row) => (
            <li>
              <code>{row}</code>
            </li>
          ))}
        </ul>
        <p>
          Levels are <code>region</code>, <code>sub_region</code>, <code>borough</code> and{' '}
          <code>neighbourhood</code>; <code>parent</code> is the code of the area around it. Columns{' '}
          <code>lat</code> and <code>lon</code> may be there. A map has <code>code</code> and{' '}
          <code>name</code> at each shape, and gives boroughs their outlines; table and map can come one after
          the other.
        </p>
      </Section>
      {files.length > 0 && <Files files={files} now={now} />}
    </div>
  );
}

const example = [
  'code,name,level,parent',
  'V00,Ambry Vale,region,',
  'V10,East of the Vale,sub_region,V00',
  'V01,Eastlock,borough,V10',
];

function Files({ files, now }: Pick<AreasProps, 'files' | 'now'>) {
  return (
    <Section id="files" title="Files so far">
      <ul class="lines" data-list="area-files">
        {files.map((one) => (
          <li key={one.id} data-id={one.id}>
            <a href={imports.one(one.id)}>{`${one.source}, ${dayWords(one.startedAt, now)}`}</a>{' '}
            <span class="quiet">{`${figure(one.new)} new, ${figure(one.rejected)} not taken`}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function PostcodesPage({ title, stands }: { title: string; stands: string }) {
  return (
    <div class="text stack">
      <div>
        <h1>{title}</h1>
        <p class="lead">{stands}</p>
      </div>
      <Section id="how" title="How they come in">
        <p>
          The list of all postcodes has 100 MB and more, so it does not go through a page. Whoever runs the
          server takes it in, beside the running site; it needs about half a minute and can be repeated:
        </p>
        <p>
          <code>bin/joinery import postcodes FILE</code>
        </p>
        <p>
          The file is the ONS Postcode Directory or OS Code-Point Open, both free of charge. A table with the
          columns <code>postcode,lat,lon,lad</code> will do, too; <code>lad</code> is the code of the borough.
        </p>
      </Section>
      <Section id="without" title="What works without them">
        <p>
          Searching by the name of an area, registering with ticked areas, and everything else. What does not:
          “near my postcode”, distances, and finding out by postcode which centre looks after somebody.
        </p>
      </Section>
    </div>
  );
}
