import { headings } from '../lists/headings.ts';
import type { Card, Helper, Sheet } from '../words/signpost.ts';

const numbers = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];

export function countWords(count: number): string {
  return `${numbers[count] ?? count} ${count === 1 ? 'service' : 'services'}`;
}

/** The same sheet as plain words, for a text message or a mail. */
export function sheetAsText(
  sheet: Sheet,
  shown: { cards: readonly Card[]; helper: Helper; link: string },
): string {
  const { cards, helper, link } = shown;
  const other = headings[sheet.lang];
  const head = ['PLACES THAT CAN HELP YOU', other?.title ?? ''].filter(Boolean).join('\n');
  const blocks = cards.map((card, index) => `${index + 1}. ${cardAsText(card, sheet)}`);
  const foot = [
    helper.phone && `Not right for you? Ring ${helper.name}, ${helper.phone}.`,
    `Open this list again: ${link}`,
  ];
  return `${[head, ...blocks, foot.filter(Boolean).join('\n')].join('\n\n')}\n`;
}

function cardAsText(card: Card, sheet: Sheet): string {
  const other = headings[sheet.lang];
  const isOld = card.ringFirst || sheet.old.includes(card.id);
  const ringFirst = ['MAY BE OUT OF DATE: RING FIRST', other?.ringFirst].filter(Boolean).join(' · ');
  const line = (name: string, fact: string) => (fact === '' ? '' : `${name}: ${fact}`);
  return [
    card.name,
    card.summary,
    card.status,
    isOld ? ringFirst : '',
    line('Telephone', [card.phone, card.askFor && `ask for ${card.askFor}`].filter(Boolean).join(', ')),
    line('When', card.times.join('; ')),
    line('Where', card.places.join('; ')),
    line('For', [card.forWhom, card.ages].filter(Boolean).join(', ')),
    line('Not for', card.notFor),
    line('Cost', card.cost),
    line('How to come', [card.way, card.access].filter(Boolean).join('. ')),
    line('Waiting', card.waiting),
    line('Speaks', card.languages),
    card.checked,
  ]
    .filter((words) => words !== '')
    .join('\n');
}
