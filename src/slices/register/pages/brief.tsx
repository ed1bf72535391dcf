import { dayWords } from '../../../platform/dates.ts';
import { ButtonLink, ButtonRow } from '../../../ui/form.tsx';
import { Empty } from '../../../ui/lists.tsx';
import { Section } from '../../../ui/sheets.tsx';
import { organisations } from '../urls.ts';

interface BriefProps {
  organisation: { id: string; name: string; phone: string };
  homeCentre: { name: string; phone: string } | undefined;
  people: readonly { name: string; email: string; role: string }[];
  notes: readonly { from: string; note: string; on: Date }[];
  promises: readonly { id: string; title: string; text: string; url?: string }[];
  checkedAt: Date | null;
  may: { check: boolean; change: boolean };
  now: Date;
}

/** What somebody who is new has to know, on one page that can be printed. */
export function BriefPage(props: BriefProps) {
  const { organisation, homeCentre, now } = props;
  return (
    <div class="text stack">
      <h1>{`New at ${organisation.name}`}</h1>
      <p class="lead">What is open, who is here, and what those before you wrote down.</p>
      <Section id="open" title="What is promised and open">
        {props.promises.length === 0 ? (
          <Empty
            fact="Nobody waits for an answer."
            next="When somebody does, it stands here and in the inbox."
          />
        ) : (
          <ul class="lines plain" data-list="promises">
            {props.promises.map((one) => (
              <li key={one.id} data-id={one.id}>
                {one.url ? <a href={one.url}>{one.title}</a> : one.title}
                <p class="small quiet">{one.text}</p>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section id="notes" title="From those who were here before">
        {props.notes.length === 0 ? (
          <Empty fact="Nobody has left a note." next="Whoever leaves is asked for one." />
        ) : (
          props.notes.map((one) => (
            <blockquote key={one.on.toISOString()}>
              <p class="kept-lines">{one.note}</p>
              <p>{`${one.from}, ${dayWords(one.on, now)}`}</p>
            </blockquote>
          ))
        )}
      </Section>
      <Section id="people" title="Who is here">
        <ul class="lines plain" data-list="people">
          {props.people.map((one) => (
            <li key={one.email}>{`${one.name || one.email}, ${one.role.toLowerCase()}: ${one.email}`}</li>
          ))}
        </ul>
      </Section>
      <Section id="help" title="Who helps">
        <p>
          {homeCentre
            ? `${homeCentre.name} is the home centre: ${homeCentre.phone || 'see its page for how to reach it'}.`
            : 'The hub helps: its number stands at the foot of every page.'}
        </p>
        <p>
          {props.checkedAt
            ? `The page was last said to be right on ${dayWords(props.checkedAt, now)}.`
            : 'Nobody has said yet that the page is right.'}
        </p>
        <ButtonRow>
          {props.may.check && (
            <ButtonLink href={organisations.check(organisation.id)}>
              Look whether it is still right
            </ButtonLink>
          )}
          {props.may.change && (
            <ButtonLink href={organisations.edit(organisation.id)}>Change the page</ButtonLink>
          )}
        </ButtonRow>
      </Section>
    </div>
  );
}
