import { dayWords } from '../../../../platform/dates.ts';
import { Field, Select } from '../../../../ui/fields.tsx';
import { Button, ButtonRow, Form, type Problems, type Values } from '../../../../ui/form.tsx';
import { Entries, Entry, Lines } from '../../../../ui/lists.tsx';
import { Columns, Notice, Section } from '../../../../ui/sheets.tsx';
import { CardTable } from '../../../../ui/table.tsx';
import { services } from '../../../register/urls.ts';
import { isOldPlaces, peopleWords, unmetDays } from '../../rules/board.ts';
import { boards } from '../../urls.ts';
import { type Board, type BoardMatch, type Covering, matchStates, type Spare } from '../../words/board.ts';

export interface BoardProps {
  one: Board;
  areas: readonly { id: string; name: string; services: readonly Covering[]; unmet: number }[];
  spare: readonly Spare[];
  notices: readonly { id: string; words: string; by: string }[];
  matches: readonly BoardMatch[];
  members: readonly { id: string; name: string; kind: string }[];
  could: readonly { id: string; name: string }[];
  /** Names of areas, services and organisations. */
  names: ReadonlyMap<string, string>;
  now: Date;
  values?: Values | undefined;
  problems?: Problems | undefined;
  refused?: string | undefined;
}

export function BoardPage(props: BoardProps) {
  const { one, problems } = props;
  return (
    <Columns aside={<Beside {...props} />} asideLabel="Today, and who is here">
      <div class="stack">
        <h1>{one.name}</h1>
        <p class="lead">
          Who covers what and where, which places are free and what is missing. Members are alike: each may
          write, match and let others join. Nothing here is about a person.
        </p>
        {problems?.[''] && <Notice tone="warn">{problems['']}</Notice>}
        <Where {...props} />
        <FreePlaces {...props} />
        <Matches {...props} />
      </div>
    </Columns>
  );
}

function remembered({ refused, values, problems }: BoardProps, what: string) {
  if (refused !== what) return {};
  const { '': _, ...ofFields } = problems ?? {};
  return { values, problems: ofFields };
}

function Where({ areas }: BoardProps) {
  return (
    <Section id="where" title="Who covers what">
      <CardTable
        caption="Who covers what"
        quiet
        list="areas"
        columns={[{ label: 'Area' }, { label: 'Who' }, { label: `Not met, in ${unmetDays} days` }]}
        rows={areas.map((area) => ({
          id: area.id,
          head: area.name,
          cells: [
            area.services.length === 0 ? (
              <b>Nobody</b>
            ) : (
              area.services.map(({ serviceId, serviceName, by }, index) => (
                <>
                  {index > 0 && ', '}
                  <a href={services.one(serviceId, serviceName)}>{`${serviceName} (${by})`}</a>
                </>
              ))
            ),
            peopleWords(area.unmet),
          ],
        }))}
      />
    </Section>
  );
}

function FreePlaces({ spare, now }: BoardProps) {
  return (
    <Section id="spare" title="Free places">
      {spare.length === 0 && (
        <p>Nobody has said that places are free. Each group says so on its own page, under “Free places”.</p>
      )}
      {spare.length > 0 && (
        <Entries list="spare">
          {spare.map((one) => (
            <Entry
              id={one.serviceId}
              name={`${one.serviceName} of ${one.by}`}
              href={services.one(one.serviceId, one.serviceName)}
              far={{ figure: String(one.places), unit: one.places === 1 ? 'place' : 'places' }}
              kind={[`said ${dayWords(one.saidAt, now)}`]}
              chip={
                isOldPlaces(one.saidAt, now)
                  ? { state: 'old', tone: 'late', words: 'Older than a week: ring first' }
                  : undefined
              }
            />
          ))}
        </Entries>
      )}
    </Section>
  );
}

function Matches(props: BoardProps) {
  const { one, matches, areas, spare, names } = props;
  const named = (id: string) => names.get(id) ?? '';
  return (
    <Section id="matches" title="Matches">
      {matches.length > 0 && (
        <Entries list="matches">
          {matches.map((match) => (
            <Entry
              id={match.id}
              name={`${named(match.organisationId)} for ${named(match.areaId)}`}
              text={`${match.places} places, asked by ${named(match.byOrganisationId)}`}
              chip={{
                state: match.state,
                tone: match.state === 'asked' ? 'wait' : match.state === 'declined' ? 'end' : undefined,
                words: matchStates[match.state],
              }}
            />
          ))}
        </Entries>
      )}
      {spare.length > 0 && (
        <Form
          name="make-match"
          action={boards.matches(one.id)}
          prefix="match"
          {...remembered(props, 'matches')}
        >
          <Select
            name="area_id"
            label="Where are places missing?"
            options={areas.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Select
            name="service_id"
            label="Whose free places?"
            options={spare.map((each) => ({
              value: each.serviceId,
              label: `${each.serviceName} of ${each.by} (${each.places})`,
            }))}
          />
          <Field name="places" label="How many?" type="number" min={1} inputmode="numeric" short />
          <ButtonRow>
            <Button>Ask them</Button>
          </ButtonRow>
        </Form>
      )}
    </Section>
  );
}

function Beside(props: BoardProps) {
  const { one, notices, members, could } = props;
  return (
    <>
      <Section id="today" title="Today" sheet>
        {notices.length === 0 && <p class="quiet">Nothing yet today.</p>}
        {notices.length > 0 && (
          <ul class="lines plain" data-list="notices">
            {notices.map(({ id, words, by }) => (
              <li data-id={id}>
                {words} <span class="small quiet">{by}</span>
              </li>
            ))}
          </ul>
        )}
        <Form
          name="put-notice"
          action={boards.notices(one.id)}
          prefix="notice"
          {...remembered(props, 'notices')}
        >
          <Field
            name="words"
            label="What should all know today?"
            hint="No names of people. It is gone tomorrow."
            maxLength={240}
          />
          <Button kind="second">Put it up</Button>
        </Form>
      </Section>
      <Section id="members" title="Members" sheet>
        <Lines lines={members.map(({ name, kind }) => `${name}, ${kind.toLowerCase()}`)} />
        {could.length > 0 && (
          <Form
            name="add-member"
            action={boards.members(one.id)}
            prefix="member"
            {...remembered(props, 'members')}
          >
            <Select
              name="organisation_id"
              label="Let somebody join"
              options={could.map(({ id, name }) => ({ value: id, label: name }))}
              empty="Choose who"
            />
            <Button kind="second">Let them join</Button>
          </Form>
        )}
      </Section>
    </>
  );
}
