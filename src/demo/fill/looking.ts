import { saveSearch } from '../../slices/directory/actions/saved.ts';
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

/** After everything can be found: what is there is no news to the link worker. */
export async function saveSearches(stage: Stage): Promise<void> {
  await saveSearch(stage.as('link-worker@practice.example', stage.now), {
    search: 'q=lunch&near=AV3+4QT',
    how: 'weekly',
  });
}
