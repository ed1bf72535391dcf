import { clockWords, dayOf, dayWords } from '../../../platform/dates.ts';
import { Button, Form } from '../../../ui/form.tsx';
import { hub } from '../urls.ts';
import type { DoneMove } from '../words.ts';

export type ShownMove = DoneMove & { by: string | undefined };

interface DoneProps {
  list: string;
  moves: readonly ShownMove[];
  /** Whether what is still away can be brought back from here. */
  mayBringBack: boolean;
  now: Date;
}

/** What was done, by whom, why, and when it is looked at again. */
export function DoneList({ list, moves, mayBringBack, now }: DoneProps) {
  return (
    <ul class="lines" data-list={list}>
      {moves.map((one) => (
        <li key={one.id} data-id={one.id}>
          <b>{`${one.done}: ${one.title}`}</b>
          {one.words !== '' && <p>{`“${one.words}”`}</p>}
          <p class="small quiet">{whenAndWho(one, now)}</p>
          {mayBringBack && one.awayUntil > now && (
            <Form name="bring-back" action={hub.back(one.id)}>
              <Button kind="second">
                Bring it back<span class="sr">: {one.title}</span>
              </Button>
            </Form>
          )}
        </li>
      ))}
    </ul>
  );
}

function whenAndWho({ at, by, awayUntil }: ShownMove, now: Date): string {
  const done = dayOf(at) === dayOf(now) ? clockWords(at) : dayWords(at, now);
  const who = by ? `${by}, ${done}` : done;
  const isForGood = awayUntil.getTime() - at.getTime() > 366 * 86_400_000;
  return awayUntil <= now || isForGood
    ? `${who}.`
    : `${who}. Back on ${dayWords(awayUntil, now)} if nothing happens.`;
}
