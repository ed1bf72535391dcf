import { Moon, PhoneLink } from '../../../ui/words.tsx';
import { type Headings, headings } from '../lists/headings.ts';
import { signpost } from '../urls.ts';
import type { Card, Helper, Sheet } from '../words/signpost.ts';
import { countWords } from './say.ts';

interface SheetProps {
  sheet: Sheet;
  cards: readonly Card[];
  helper: Helper;
  /** Where it can be opened again, host and all. */
  link: string;
  printedOn: string;
  networkName: string;
}

/** On paper the sheet alone is left: what stands in the slip is for whoever made it. */
export function SignpostSheetPage({ sheet, cards, helper, link, printedOn, networkName }: SheetProps) {
  const other = headings[sheet.lang];
  return (
    <>
      <div class="noprint slip stack">
        <p>
          {`${countWords(cards.length)}, in ${sheet.size === 'largest' ? 'very large' : 'large'} print. Use your browser’s Print. Nothing about the person is kept. `}
          <a href={signpost.list(sheet)}>Change the list</a>
          {' · '}
          <a href={signpost.text(sheet)}>Copy it as words</a>
        </p>
        <p>
          To pass it on, send this link:{' '}
          <a class="break" href={link}>
            {link}
          </a>
        </p>
      </div>
      <article class={sheet.size === 'largest' ? 'big bigger' : 'big'} data-list="sheet">
        <h1>Places that can help you</h1>
        {other && (
          <p>
            <b>
              <InOther other={other} lang={sheet.lang} words={other.title} />
            </b>
          </p>
        )}
        <ol>
          {cards.map((card) => (
            <OnSheet
              card={card}
              other={other}
              lang={sheet.lang}
              isOld={card.ringFirst || sheet.old.includes(card.id)}
            />
          ))}
        </ol>
        {helper.phone && (
          <p>
            Not right for you? Ring{' '}
            <b>
              {helper.name}, <PhoneLink number={helper.phone} />
            </b>
            . They will find something else.
          </p>
        )}
        <p class="small quiet">{`Printed ${printedOn}, ${networkName}`}</p>
      </article>
    </>
  );
}

interface OnSheetProps {
  card: Card;
  other: Headings | undefined;
  lang: string;
  isOld: boolean;
}

function OnSheet({ card, other, lang, isOld }: OnSheetProps) {
  const facts = [
    { name: 'For', said: other?.forWhom, fact: [card.forWhom, card.ages].filter(Boolean).join(', ') },
    { name: 'Not for', said: other?.notFor, fact: card.notFor },
    { name: 'Cost', said: other?.cost, fact: card.cost },
    { name: 'How to come', said: other?.howToCome, fact: [card.way, card.access].filter(Boolean).join('. ') },
    { name: 'Waiting', said: other?.waiting, fact: card.waiting },
    { name: 'Speaks', said: other?.speaks, fact: card.languages },
  ].filter(({ fact }) => fact !== '');
  return (
    <li data-id={card.id}>
      <h2 lang={card.language}>{card.name}</h2>
      <p lang={card.language}>{card.summary}</p>
      {card.status && <p class="careful">{card.status}</p>}
      {isOld && (
        <p class="careful">
          May be out of date: ring first
          {other && (
            <>
              {' · '}
              <InOther other={other} lang={lang} words={other.ringFirst} />
            </>
          )}
        </p>
      )}
      {card.phone && (
        <p>
          <span class="tel">
            <PhoneLink number={card.phone} />
          </span>
          {card.askFor && ` Ask for ${card.askFor}.`}
        </p>
      )}
      <p>
        {card.times.length > 0 && <b>{card.times.join('; ')}. </b>}
        {card.places.map(asSentence).join(' ')}
      </p>
      <p class="said">
        {facts.map(({ name, said, fact }) => (
          <span>
            <b>
              {name}
              {other && said && (
                <>
                  {' / '}
                  <InOther other={other} lang={lang} words={said} />
                </>
              )}
              :
            </b>{' '}
            {fact}
          </span>
        ))}
      </p>
      <p>
        <Moon state={card.freshness} words={card.checked} />
      </p>
    </li>
  );
}

function InOther({ other, lang, words }: { other: Headings; lang: string; words: string }) {
  return (
    <bdi lang={lang} dir={other.rightToLeft ? 'rtl' : 'ltr'}>
      {words}
    </bdi>
  );
}

function asSentence(words: string): string {
  return words.endsWith('.') ? words : `${words}.`;
}
