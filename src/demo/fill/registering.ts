import { beginDraft, keepStep } from '../../slices/register/actions/draft.ts';
import { registerOrganisation } from '../../slices/register/actions/registration.ts';
import { stepFields } from '../../slices/register/words/registration.ts';
import { dice } from '../region/dice.ts';
import type { DemoOrganisation, DemoPerson } from '../region/shapes.ts';
import type { StagedCentre } from './bodies.ts';
import { firstNames, lastNames } from './lists/names.ts';
import type { Stage } from './stage.ts';

export interface Organiser {
  readonly name: string;
  readonly email: string;
}

/** Who runs it: somebody of the cast where the story says so. */
export function organiserOf(one: DemoOrganisation, cast: readonly DemoPerson[]): Organiser {
  const played = cast.find(({ organisation, position }) => organisation === one.key && position === 'admin');
  if (played) return { name: played.name, email: played.email };
  const throws = dice(`organiser ${one.key}`);
  const name = `${throws.pick(firstNames)} ${throws.pick(lastNames)}`;
  return { name, email: `organiser@${one.key}.example` };
}

/** Fills in the one form and sends it, as its organiser would. Returns the id of the record. */
export async function register(
  stage: Stage,
  one: DemoOrganisation,
  by: { organiser: Organiser; asked: readonly StagedCentre[]; name: string; at: Date },
): Promise<string> {
  await stage.bring(by.organiser, by.at);
  const ctx = stage.as(by.organiser.email, by.at);
  const draftId = await beginDraft(ctx);
  const { who, where, what, found } = stepFields;
  const fields = [...who, ...where, ...what, ...found];
  await keepStep(ctx, draftId, { fields, typed: answers(one, by), version: 0 });
  const id = await registerOrganisation(ctx, draftId, answersToCentres(one, by.asked));
  stage.hold(by.organiser.email, { organisationId: id, role: 'admin', organisationKind: one.kind });
  return id;
}

function answers(one: DemoOrganisation, by: { organiser: Organiser; name: string }) {
  const alsoCalled = one.otherNames.filter((other) => other !== by.name).join(', ');
  return {
    name: by.name,
    also_called: by.name === one.name ? alsoCalled : '',
    kind: one.kind,
    legal_form: one.legalForm,
    register_number: one.registerNumber?.id ?? '',
    your_name: by.organiser.name,
    postcode: one.place.postcode,
    venue: one.place.venue,
    address: one.place.address,
    address_shown: one.place.show,
    areas: [...one.worksIn],
    summary: one.summary,
    description: one.description,
    themes: [...one.themes],
    people_served: [...one.people],
    service_name: '',
    opens: '',
    closes: '',
    cost_words: '',
    way_in: 'ring',
    contact_label: one.contactLabel,
    phone: one.phone,
    email: one.email,
    website: one.website ?? '',
    languages: [...one.languages],
    access: [...one.access],
  };
}

/** What the lists say, and something fitting for questions they leave open. */
function answersToCentres(one: DemoOrganisation, asked: readonly StagedCentre[]): Record<string, string> {
  const typed: Record<string, string> = {};
  for (const centre of asked) {
    for (const question of centre.questions) {
      const given = one.answers?.find(
        (answer) => answer.centre === centre.key && answer.question === question.key,
      );
      const answer = given?.answer ?? (question.required ? usual(question, one) : undefined);
      if (answer !== undefined) typed[`answer-${question.id}`] = answer;
    }
  }
  return typed;
}

function usual({ kind, choices }: StagedCentre['questions'][number], one: DemoOrganisation): string {
  if (kind === 'yes_no') return 'no';
  if (kind === 'choice') return choices[0] ?? '';
  return `Ask for ${one.contactLabel.charAt(0).toLowerCase()}${one.contactLabel.slice(1)}.`;
}
