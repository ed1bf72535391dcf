import { Empty } from '../../../ui/lists.tsx';
import { DoneList, type ShownMove } from './done.tsx';

interface DoneForProps {
  centre: string;
  moves: readonly ShownMove[];
  now: Date;
}

/** What the hub did about things that wait for a centre: nothing of it is said behind anybody’s back. */
export function DoneForPage({ centre, moves, now }: DoneForProps) {
  return (
    <div class="text stack">
      <div>
        <h1>{`What the hub did for ${centre}`}</h1>
        <p class="lead">
          Whenever the coordinator steps in where something waits for you, it stands here with the reason.
        </p>
      </div>
      {moves.length === 0 ? (
        <Empty fact="Nothing so far." next="Nothing of yours has waited so long that the hub stepped in." />
      ) : (
        <DoneList list="done-for" moves={moves} mayBringBack={false} now={now} />
      )}
    </div>
  );
}
