import { Field } from '../../../ui/fields.tsx';
import { Button, ButtonRow, Form, type Problems, type Values } from '../../../ui/form.tsx';
import { Empty, Entries, Entry } from '../../../ui/lists.tsx';
import { Section } from '../../../ui/sheets.tsx';
import { CardTable } from '../../../ui/table.tsx';
import { roles } from '../urls.ts';

export interface SharingView {
  /** What is so now, and what is to be so. */
  readonly standing: string;
  readonly centres: readonly { id: string; name: string; roles: string; shared: string; percent: string }[];
  /** Of the centres whose work the reader does. */
  readonly own: readonly {
    centreName: string;
    rows: readonly { id: string; title: string; organisationName: string; share: string; reason: string }[];
  }[];
  readonly maySet: boolean;
  readonly values?: Values | undefined;
  readonly problems?: Problems | undefined;
}

export const sharingTitle = 'Roles that are open to everybody';

/** How far the network has come in sharing its roles (R22). */
export function SharingPage({ view }: { view: SharingView }) {
  return (
    <div class="text stack">
      <div>
        <h1>{sharingTitle}</h1>
        <p class="lead">{view.standing}</p>
      </div>
      {view.centres.length === 0 ? (
        <Empty fact="No role is live." next="Groups post their roles from their own pages." />
      ) : (
        <CardTable
          caption="Live roles of each centre’s groups, the lowest share first"
          columns={[
            { label: 'Centre' },
            { label: 'Live roles', number: true },
            { label: 'Open to all', number: true },
            { label: 'Share', number: true },
          ]}
          list="shares"
          rows={view.centres.map((one) => ({
            id: one.id,
            head: one.name,
            cells: [one.roles, one.shared, one.percent],
          }))}
        />
      )}
      {view.own.map(({ centreName, rows }, index) => (
        <Section id={`not-shared-${index}`} title={`Not shared with all: ${centreName}`} key={centreName}>
          {rows.length === 0 ? (
            <p>Everything your groups offer is open to everybody.</p>
          ) : (
            <Entries list="not-shared">
              {rows.map((row) => (
                <Entry
                  key={row.id}
                  id={row.id}
                  name={row.title}
                  href={roles.one(row.id, row.title)}
                  text={`“${row.reason}”`}
                  kind={[row.organisationName, row.share]}
                />
              ))}
            </Entries>
          )}
        </Section>
      ))}
      {view.maySet && (
        <Section id="target" title="What you aim for">
          <Form
            name="set-sharing-target"
            action={roles.sharing()}
            values={view.values}
            problems={view.problems}
          >
            <Field name="percent" label="How many of a hundred roles?" short inputmode="numeric" />
            <Field name="by_day" type="date" label="By which day?" />
            <ButtonRow>
              <Button>Set the target</Button>
            </ButtonRow>
          </Form>
        </Section>
      )}
    </div>
  );
}
