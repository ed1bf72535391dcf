import { event } from '../../platform/words.ts';

/** `fields` are the words themselves: they are the network's, and say nothing about anybody. */
export const synonymsAdded = event<{ fields: string[] }>('directory.synonyms_added');
export const synonymsChanged = event<{ fields: string[] }>('directory.synonyms_changed');
export const synonymsRemoved = event<{ fields: string[] }>('directory.synonyms_removed');

/** What somebody looks for is theirs alone, so it is not written down here. */
export const searchesChanged = event<{ how: string }>('directory.searches_changed');
export const searchesFound = event<{ searchIds: string[] }>('directory.searches_found');
