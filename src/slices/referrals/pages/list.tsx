import { Select } from '../../../ui/fields.tsx';
import { Button, ButtonLink, ButtonRow, Form, Hidden } from '../../../ui/form.tsx';
import { Empty, Entries, Entry, Facts } from '../../../ui/lists.tsx';
import { Columns, Notice, Section } from '../../../ui/sheets.tsx';
import { PhoneLink } from '../../../ui/words.tsx';
import { directory } from '../../directory/urls.ts';
import { organisations, services } from '../../register/urls.ts';
import { headings } from '../lists/headings.ts';
import { earlier, without } from '../rules/signpost.ts';
import { signpost } from '../urls.ts';
import { type Card, type Sheet, servicesAtMost, sizes } from '../words/signpost.ts';

interface ListProps {
  sheet: Sheet;
  cards: readonly Card[];
  /** Some of the address is no longer public here. */
  isShort: boolean;
}

export function SignpostListPage({ sheet, cards, isShort }: ListProps) {
  return (
    <>
      <h1>A sheet for somebody</h1>
      <p class="lead">
        Choose services, then print them, copy them as words or pass them on as a link. Nothing about the
        person is asked or kept.
      </p>
      {isShort && (
        <Notice tone="warn">Something on this list is no longer public here, so it has been left out.</Notice>
      )}
      {cards.length === 0 ? (
        <Empty
          fact="Nothing is on the list yet."
          next="Look for what matters to the person, and press “Put it on a sheet” beside what fits."
          action={{ href: directory.search({ kind: 'service' }), label: 'Look for services' }}
        />
      ) : (
        <Columns aside={<Making sheet={sheet} />} asideLabel="Make the sheet">
          <Entries list="signposts">
            {cards.map((card, index) => (
              <Chosen sheet={sheet} card={card} isFirst={index === 0} />
            ))}
          </Entries>
          {sheet.s.length < servicesAtMost ? (
            <p>
              <ButtonLink href={directory.search({ kind: 'service', s: sheet.s })}>Add another</ButtonLink>
            </p>
          ) : (
            <p>{`There are ${servicesAtMost} on the list. Nobody reads more.`}</p>
          )}
        </Columns>
      )}
    </>
  );
}

/** Each link is the list as it would be afterwards, so it needs no script and the way back undoes it. */
function Chosen({ sheet, card, isFirst }: { sheet: Sheet; card: Card; isFirst: boolean }) {
  const { id, name } = card;
  const isOld = sheet.old.includes(id);
  const chip = card.status ? { state: 'closed', tone: 'wait' as const, words: card.status } : undefined;
  return (
    <Entry
      id={id}
      name={<span lang={card.language}>{name}</span>}
      href={services.one(id, name)}
      text={<span lang={card.language}>{card.summary}</span>}
      kind={[card.organisationName]}
      freshness={{ state: card.freshness, words: card.checked }}
      chip={chip}
    >
      {(isOld || card.ringFirst) && (
        <p>
          <b>May be out of date: ring first.</b> The sheet says so.
        </p>
      )}
      <Facts facts={factsOf(card)} />
      <p class="row">
        {!isFirst && <ListLink sheet={{ ...sheet, s: earlier(sheet.s, id) }} words="Move up" name={name} />}
        <ListLink sheet={{ ...sheet, s: without(sheet.s, id) }} words="Take it off" name={name} />
        {isOld ? (
          <ListLink
            sheet={{ ...sheet, old: without(sheet.old, id) }}
            words="It is right after all"
            name={name}
          />
        ) : (
          <ListLink sheet={{ ...sheet, old: [...sheet.old, id] }} words="It is out of date" name={name} />
        )}
      </p>
      {isOld && (
        <p>
          <a href={organisations.suggest(card.organisationId, sheet)} rel="nofollow">
            Tell whoever keeps it what is wrong
          </a>
          . If they do nothing, its home centre is asked. You come back here afterwards.
        </p>
      )}
    </Entry>
  );
}

function ListLink({ sheet, words, name }: { sheet: Sheet; words: string; name: string }) {
  return (
    <a class="tap" href={signpost.list(sheet)} rel="nofollow">
      {words}
      <span class="sr">: {name}</span>
    </a>
  );
}

function factsOf(card: Card) {
  return [
    { name: 'For', fact: [card.forWhom, card.ages].filter(Boolean).join('. Ages: ') },
    { name: 'Not for', fact: card.notFor },
    { name: 'Comes to', fact: card.areas },
    { name: 'Where', fact: card.places.join('; ') },
    { name: 'When', fact: card.times.join('; ') },
    { name: 'Telephone', fact: card.phone && <PhoneLink number={card.phone} /> },
    { name: 'How to come', fact: card.way },
    { name: 'Waiting', fact: card.waiting },
    { name: 'Cost', fact: card.cost },
    { name: 'Getting in', fact: card.access },
    { name: 'Speaks', fact: card.languages },
  ];
}

function Making({ sheet }: { sheet: Sheet }) {
  const languages = Object.entries(headings).map(([value, { language }]) => ({ value, label: language }));
  return (
    <Section id="make" title="Make the sheet" sheet>
      <Form
        name="make-sheet"
        action={signpost.make()}
        values={{ size: sheet.size, lang: sheet.lang }}
        class="stack"
      >
        {sheet.s.map((id) => (
          <Hidden name="s" value={id} />
        ))}
        {sheet.old.map((id) => (
          <Hidden name="old" value={id} />
        ))}
        <Select
          name="size"
          label="Size of the words"
          options={Object.entries(sizes).map(([value, label]) => ({ value, label }))}
        />
        <Select
          name="lang"
          label="Headings also in"
          hint="English stays beside it. What each service says of itself is not translated."
          empty="English only"
          options={languages}
        />
        <ButtonRow>
          <Button>Make the sheet</Button>
        </ButtonRow>
      </Form>
      <p class="small quiet">
        Each service counts that it was on one more sheet today. Who made it, for whom, and what else stood on
        it is written down nowhere.
      </p>
    </Section>
  );
}
