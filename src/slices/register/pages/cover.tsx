import { Select } from '../../../ui/fields.tsx';
import { Button, ButtonRow, Form, type Problems, type Values } from '../../../ui/form.tsx';
import { Empty } from '../../../ui/lists.tsx';
import { Section } from '../../../ui/sheets.tsx';
import { settingUp } from '../urls.ts';
import type { CoveredArea } from '../words/setting-up.ts';

interface CoverProps {
  title: string;
  stands: string;
  areas: readonly CoveredArea[];
  centres: readonly { id: string; name: string }[];
  values?: Values;
  problems?: Problems;
}

/** Boroughs with a centre of their own are named; the others have a chooser, gaps first. */
export function CoverPage({ title, stands, areas, centres, values, problems }: CoverProps) {
  const without = areas.filter((area) => !area.own);
  const gaps = without.filter((area) => area.centreId === null);
  const own = areas.filter((area) => area.own);
  return (
    <div class="text stack">
      <div>
        <h1>{title}</h1>
        <p class="lead">{stands}</p>
      </div>
      {areas.length === 0 && (
        <Empty
          fact="There are no boroughs yet."
          next="Bring them in from a file; then each has its line here."
          action={{ href: '/settings/areas', label: 'Bring in areas' }}
        />
      )}
      {without.length > 0 && centres.length === 0 && (
        <Empty
          fact="No centre can answer for a borough yet."
          next="Add the centres first; what none of them has is left here."
          action={{ href: settingUp.centres(), label: 'Add a centre' }}
        />
      )}
      {without.length > 0 && centres.length > 0 && (
        <Section id="without" title="Boroughs without a centre of their own">
          <p>Choose a neighbour that answers for each. What nobody answers for goes to the hub.</p>
          <Form name="choose-cover" action={settingUp.cover()} values={values} problems={problems}>
            {[...gaps, ...without.filter((area) => area.centreId !== null)].map((area) => (
              <Select
                name={`cover-${area.id}`}
                label={`${area.name}${area.centreId === null ? ': a gap' : ''}`}
                hint={area.parentName || undefined}
                empty="Nobody: the hub answers"
                options={centres.map((centre) => ({ value: centre.id, label: centre.name }))}
              />
            ))}
            <ButtonRow>
              <Button>Save who answers</Button>
            </ButtonRow>
          </Form>
        </Section>
      )}
      {own.length > 0 && (
        <Section id="own" title="Boroughs with a centre of their own">
          <ul class="lines" data-list="own">
            {own.map((area) => (
              <li data-id={area.code}>
                <b>{area.name}</b>: <a href={settingUp.centre(area.centreId ?? '')}>{area.centreName}</a>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  );
}
