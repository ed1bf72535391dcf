import { dayWords } from '../../../../platform/dates.ts';
import { Choices, Field, Select } from '../../../../ui/fields.tsx';
import { Button, ButtonRow, Form, Hidden, type Problems, type Values } from '../../../../ui/form.tsx';
import { Empty, Entries, Entry } from '../../../../ui/lists.tsx';
import { Notice, Section } from '../../../../ui/sheets.tsx';
import { isOldPlaces } from '../../rules/board.ts';
import { boards } from '../../urls.ts';
import { type BoardMatch, matchStates } from '../../words/board.ts';

export const boardsTitle = 'Coordination boards';
export const matchTitle = 'Free places are asked for';
export const placesTitle = (name: string) => `Free places of ${name}`;

interface Typed {
  values?: Values | undefined;
  problems?: Problems | undefined;
}

type Options = readonly { value: string; label: string }[];

export function BoardsPage(
  props: {
    rows: readonly { id: string; name: string; members: number }[];
    makers: Options;
    needs: Options;
    areas: Options;
  } & Typed,
) {
  const { rows, makers } = props;
  return (
    <div class="text stack">
      <h1>{boardsTitle}</h1>
      {rows.length === 0 && (
        <Empty
          fact="You are on no board."
          next="A centre or the hub makes one, and any member lets others join."
        />
      )}
      {rows.length > 0 && (
        <Section id="boards-list" title="Boards" quiet>
          <Entries list="boards">
            {rows.map((row) => (
              <Entry id={row.id} name={row.name} href={boards.one(row.id)} text={`${row.members} members`} />
            ))}
          </Entries>
        </Section>
      )}
      {makers.length > 0 && <MakeOne {...props} />}
    </div>
  );
}

function MakeOne({
  makers,
  needs,
  areas,
  values,
  problems,
}: { makers: Options; needs: Options; areas: Options } & Typed) {
  const [only] = makers;
  return (
    <Section id="make" title="Make a board">
      <Form name="make-board" action={boards.list()} values={values} problems={problems}>
        {makers.length === 1 && only ? (
          <Hidden name="organisation_id" value={only.value} />
        ) : (
          <Select name="organisation_id" label="In whose name" options={makers} />
        )}
        <Field name="name" label="What is it for?" hint="Like “Hot meals”." maxLength={80} />
        <Select name="theme" label="What is it about?" options={needs} empty="Choose" />
        <Select name="area_id" label="Where?" options={areas} empty="The whole network" optional />
        <ButtonRow>
          <Button>Make it</Button>
        </ButtonRow>
      </Form>
    </Section>
  );
}

export function PlacesPage(
  props: {
    organisation: { id: string; name: string };
    services: readonly { id: string; name: string; places: number | undefined; saidAt: Date | undefined }[];
    now: Date;
  } & Typed,
) {
  const { organisation, services, now, values, problems } = props;
  return (
    <div class="text stack">
      <h1>{placesTitle(organisation.name)}</h1>
      <p class="lead">
        Those who coordinate see how many people you could still take. After a week it shows as old, so say it
        again, also when it is the same.
      </p>
      {services.length === 0 && <p>You list no service yet.</p>}
      {services.map((service) => {
        const mine = values?.service_id === service.id;
        return (
          <Section id={`of-${service.id}`} title={service.name}>
            {service.saidAt && (
              <p>
                {`${service.places} free, said ${dayWords(service.saidAt, now)}.`}
                {isOldPlaces(service.saidAt, now) && ' That is more than a week ago.'}
              </p>
            )}
            <Form
              name="say-places"
              action={boards.places(organisation.id)}
              prefix={`of-${service.id}`}
              values={mine ? values : { places: service.places ?? '' }}
              problems={mine ? problems : undefined}
            >
              <Hidden name="service_id" value={service.id} />
              <Field name="places" label="Free places" type="number" min={0} inputmode="numeric" short />
              <Button kind="second">Say it</Button>
            </Form>
          </Section>
        );
      })}
    </div>
  );
}

/** For the group whose places are asked for. */
export function MatchPage(
  props: { match: BoardMatch; by: string; area: string; service: string; board: string } & Typed,
) {
  const { match, by, area, service, board, values, problems } = props;
  return (
    <div class="text stack">
      <h1>{matchTitle}</h1>
      <p class="lead">{`${by} asks for ${match.places} places of ${service}, for ${area} (${board}).`}</p>
      {match.state === 'asked' ? (
        <Form name="answer-match" action={boards.match(match.id)} values={values} problems={problems}>
          <Choices
            name="answer"
            legend="Your answer"
            options={[
              { value: 'agreed', label: 'Yes', note: 'They are taken off your free places.' },
              { value: 'declined', label: 'No, not now' },
            ]}
          />
          <ButtonRow>
            <Button>Send the answer</Button>
          </ButtonRow>
        </Form>
      ) : (
        <Notice title={matchStates[match.state]}>
          <p>This has an answer. Ring each other for the rest.</p>
        </Notice>
      )}
    </div>
  );
}
