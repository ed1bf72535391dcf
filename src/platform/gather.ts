import type { Contribution, House, Jobs } from './contributions.ts';
import { notedBy } from './erasing.ts';

/** Gathers what the slices hand down. A thing that only one slice may give has to be given exactly once. */
export function gather(contributions: readonly Contribution[], jobs: readonly Jobs[]): House {
  const documents = contributions.flatMap((one) => one.documents ?? []);
  const messages = contributions.flatMap((one) => one.messages ?? []);
  const erasing = contributions.flatMap((one) => one.erasing ?? []);
  return {
    networkWords: the('networkWords', contributions),
    footLine: the('footLine', contributions),
    sessionOf: the('sessionOf', contributions),
    seen: the('seen', contributions),
    positionsOf: the('positionsOf', contributions),
    ladder: the('ladder', contributions),
    heldBack: the('heldBack', contributions),
    noteDue: the('noteDue', contributions),
    bodies: the('bodies', contributions),
    standing: the('standing', contributions),
    subscribers: [...contributions.flatMap((one) => one.subscribers ?? []), ...notedBy(erasing)],
    messages,
    news: contributions.flatMap((one) => one.news ?? []),
    silentSources: contributions.flatMap((one) => one.silentSources ?? []),
    loopKinds: contributions.flatMap((one) => one.loopKinds ?? []),
    duties: contributions.flatMap((one) => one.duties ?? []),
    due: contributions.flatMap((one) => one.due ?? []),
    queues: contributions.flatMap((one) => one.queues ?? []),
    documents,
    panels: contributions.flatMap((one) => one.panels ?? []),
    organisationPanels: contributions.flatMap((one) => one.organisationPanels ?? []),
    tenMinutes: contributions.flatMap((one) => one.tenMinutes ?? []),
    tour: contributions.flatMap((one) => one.tour ?? []).sort((a, b) => a.place - b.place),
    setup: contributions.flatMap((one) => one.setup ?? []).sort((a, b) => a.place - b.place),
    heldAbout: contributions.flatMap((one) => one.heldAbout ?? []),
    ownedBy: contributions.flatMap((one) => one.ownedBy ?? []),
    erasing,
    uses: contributions.flatMap((one) => one.uses ?? []),
    leaving: contributions.flatMap((one) => one.leaving ?? []),
    retain: contributions.flatMap((one) => one.retain ?? []),
    jobs: Object.assign({}, ...jobs),
    documentsByKind: new Map(documents.map((source) => [source.kind, source])),
    eventsWithMessages: new Set(messages.map((message) => message.event)),
  };
}

function the<Key extends keyof Contribution>(
  key: Key,
  all: readonly Contribution[],
): NonNullable<Contribution[Key]> {
  const given = all.map((one) => one[key]).filter((value) => value !== undefined);
  const [only] = given;
  if (only === undefined || given.length > 1)
    throw new Error(`${key} has to be handed down by exactly one slice.`);
  return only;
}
