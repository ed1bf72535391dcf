import type { AnswerState } from '../words/answers.ts';

/** Why a centre may not answer now, in the sentence its worker reads. */
export function whyNotAnswer(
  answer: { state: AnswerState; home: boolean },
  organisationState: string,
): string | undefined {
  if (organisationState === 'refused')
    return 'This registration was refused. An appeal to the hub can open it again.';
  if (organisationState === 'merged') return 'It is part of another record now, so nobody has to answer.';
  if (answer.state === 'waiting') return undefined;
  if (answer.state === 'more_asked') return 'You have asked the group something. It is the group’s turn.';
  if (answer.state === 'returned') return 'You have sent this back. It is the group’s turn.';
  return 'You have answered this registration.';
}

/** Only the home centre publishes, sends back or refuses; every centre may say yes, ask, or say that it is not for it. */
export function mayGive(answer: AnswerState, home: boolean): boolean {
  if (answer === 'returned' || answer === 'refused') return home;
  if (answer === 'not_for_us') return !home;
  return answer === 'accepted' || answer === 'more_asked';
}

/** What the home centre's answer makes of the record; the other centres' answers never change it. */
export function stateAfter(
  answer: AnswerState,
  home: boolean,
): 'active' | 'returned' | 'refused' | undefined {
  if (!home) return undefined;
  if (answer === 'accepted') return 'active';
  return answer === 'returned' || answer === 'refused' ? answer : undefined;
}

const moves: Record<string, readonly string[]> = {
  active: ['paused', 'closing'],
  paused: ['active', 'closing'],
  closing: ['closed', 'active'],
  closed: ['active'],
};

export function movesFrom(state: string): readonly string[] {
  return moves[state] ?? [];
}

/** Moves its own people and the home centre may make; only the home centre opens a closed one again. */
export function whyNotMove(from: string, to: string, byHomeCentre: boolean): string | undefined {
  if (!moves[from]?.includes(to)) return `A record that is ${from} cannot become ${to}.`;
  if (from === 'closed' && !byHomeCentre) return 'Only the home centre can open a closed record again.';
  return undefined;
}

/** One appeal at a time, and the hub's answer to it is final. */
export function whyNotAppeal(lastState: string | undefined): string | undefined {
  if (lastState === 'waiting') return 'The hub has been asked already. It answers within the promised days.';
  if (lastState === 'declined') return 'The hub has looked at this already, and its answer stands.';
  return undefined;
}
