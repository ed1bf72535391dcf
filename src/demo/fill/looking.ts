import { addSynonyms } from '../../slices/directory/actions/synonyms.ts';
import { daysBack } from './days.ts';
import type { Stage } from './stage.ts';

/** What the coordinator made of searches that found nothing. */
export async function addWords(stage: Stage): Promise<void> {
  const at = daysBack(stage.now, 60, 11);
  await addSynonyms(stage.as('coordinator@practice.example', at), {
    words: 'cuppa\ncoffee morning\ntea and chat',
  });
}
