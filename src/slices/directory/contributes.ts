import type { Contribution } from '../../platform/contributions.ts';
import { hear } from './actions/documents.ts';
import { askForRemake, nextRemake } from './actions/remake.ts';
import { forgetStopLinks, stopSearches } from './actions/saved.ts';
import { lookForNews, writeNews } from './actions/tell-new.ts';
import { searchesFound } from './events.ts';
import { uses } from './lists/uses.ts';
import { heldSearches, heldSearchStopLinks, nextSavedSearch, savedBy } from './queries/saved.ts';
import { synonymsStand } from './queries/synonyms.ts';
import { unmetQueue } from './queries/unmet.ts';
import { directory } from './urls.ts';
import { hows } from './words/saved.ts';

/** What the page of a person shows of them; the rest is one press away. */
const searchesShown = 5;

export const contributes: Contribution = {
  slice: 'directory',
  uses,
  subscribers: [{ events: 'all', hear }],
  messages: [{ event: searchesFound.name, write: writeNews }],
  due: [
    { name: 'documents of an older program', next: nextRemake, run: askForRemake },
    { name: 'news of saved searches', next: nextSavedSearch, run: lookForNews },
  ],
  queues: [
    {
      name: 'unmet-searches',
      label: 'Looked for and not found',
      next: 'Is it here under another name? Add the word. Does somebody do it unlisted? Ask them to publish it.',
      read: unmetQueue,
      canEnd: true,
    },
  ],
  setup: [
    {
      ...{ name: 'synonyms', place: 88, label: 'Words that mean the same', needed: false },
      url: directory.synonyms(),
      read: ({ db }) => synonymsStand(db.open),
    },
  ],
  panels: [
    {
      title: 'Searches you saved',
      async read(ctx) {
        const rows = await savedBy(ctx);
        const first = rows.slice(0, searchesShown);
        return rows.length === 0
          ? []
          : [
              ...first.map(({ id, title, how }) => ({
                label: title,
                href: directory.savedSearch(id),
                note: hows[how],
              })),
              { label: 'All you saved', href: directory.searches(), note: '' },
            ];
      },
    },
  ],
  leaving: [{ inTheWay: () => Promise.resolve([]), end: stopSearches }],
  heldAbout: [
    {
      table: 'directory.saved_search',
      keys: ['person_id'],
      label: 'Searches you saved',
      read: heldSearches,
    },
    {
      table: 'directory.stop_link',
      keys: ['person_id'],
      label: 'Links that stop letters about searches',
      read: heldSearchStopLinks,
    },
  ],
  retain: [
    {
      name: 'search-stop-links',
      what: 'Links that stop letters about searches',
      after: 'six months',
      run: forgetStopLinks,
    },
  ],
};
