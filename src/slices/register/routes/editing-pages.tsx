import type { Stale } from '../../../platform/errors.ts';
import type { FormBody } from '../../../platform/http/route.ts';
import type { Difference } from '../../../ui/versions.tsx';
import { changedFields } from '../actions/organisation.ts';
import { EditOrganisationPage, EditServicePage } from '../pages/edit.tsx';
import { fieldWords, valueWords } from '../words/fields.ts';
import type { Organisation } from '../words/records.ts';

interface Remembered {
  values: Readonly<Record<string, unknown>>;
  version: number | string;
  problems?: Record<string, string>;
  stale?: Stale | undefined;
}

export function editOrganisation(one: Organisation, remembered: Remembered) {
  const title = `Change the page of ${one.name}`;
  return {
    title,
    noindex: true,
    body: <EditOrganisationPage id={one.id} title={title} {...shown(remembered)} />,
  };
}

export function editService(found: { id: string; name: string }, remembered: Remembered) {
  const title = `Change ${found.name}`;
  return {
    title,
    noindex: true,
    body: <EditServicePage id={found.id} title={title} isNew={false} {...shown(remembered)} />,
  };
}

export function newService(
  one: Organisation,
  values: Record<string, unknown>,
  problems?: Record<string, string>,
) {
  const title = `Something else ${one.name} offers`;
  const body = (
    <EditServicePage id={one.id} title={title} isNew version={0} values={values} problems={problems} />
  );
  return { title, noindex: true, body };
}

function shown({ values, version, problems, stale }: Remembered) {
  return {
    values,
    version,
    problems: stale ? undefined : problems,
    differences: stale && differences(stale, values),
  };
}

function differences(stale: Stale, typed: Readonly<Record<string, unknown>>): Difference[] {
  const { version: _, ...current } = stale.current;
  return changedFields(current, typed).map((field) => ({
    label: fieldWords(field),
    theirs: valueWords(field, current[field]),
    yours: valueWords(field, typed[field]),
  }));
}

export function versionOf(form: FormBody, stale: Stale | undefined): string {
  return String(stale?.current.version ?? form.version ?? '');
}
