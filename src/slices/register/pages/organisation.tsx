import { Entries, Entry } from '../../../ui/lists.tsx';
import { Picture } from '../../../ui/picture.tsx';
import { Columns, Section } from '../../../ui/sheets.tsx';
import { CardTable } from '../../../ui/table.tsx';
import { Chip, Moon } from '../../../ui/words.tsx';
import { following } from '../../notifications/urls.ts';
import { privacy } from '../../privacy/urls.ts';
import { freshnessWords } from '../rules/freshness.ts';
import { organisations, services as serviceUrls } from '../urls.ts';
import type { Organisation } from '../words/records.ts';
import { AtAGlance } from './at-a-glance.tsx';
import { Instead, InTouch } from './in-touch.tsx';
import { statusWords, wayWords } from './say.ts';
import type { OrganisationProps } from './shown-record.ts';
import { hoursWords, weekRows } from './when.ts';

export function OrganisationPage(props: OrganisationProps) {
  const { one, now } = props;
  return (
    <Columns aside={<AtAGlance {...props} />} asideLabel="At a glance">
      <div class="stack">
        <div>
          {props.logo && (
            <p>
              <Picture {...props.logo} most={{ width: 200, height: 96 }} />
            </p>
          )}
          <h1 lang={one.language}>{one.name}</h1>
          {one.state === 'paused' && (
            <p>
              <Chip state="paused" tone="wait" words="Paused for now" /> {one.stateReason}
            </p>
          )}
          {one.state === 'closed' && (
            <p>
              <Chip state="closed" tone="end" words="It has closed" /> {one.stateReason}
            </p>
          )}
          <p class="lead" lang={one.language}>
            {one.summary}
          </p>
          <p class="row">
            <Moon state={one.freshness} words={checkedWords(one, now)} />
            <a class="tap noprint" href={organisations.suggest(one.id)}>
              Something here is wrong
            </a>
            <a class="tap noprint" href={privacy.complain(one.id)} rel="nofollow">
              Complain
            </a>
            {props.may.history && (
              <a class="tap noprint" href={organisations.history(one.id)}>
                History
              </a>
            )}
            {(one.state === 'active' || one.state === 'paused') && (
              <a class="tap noprint" href={following.one(one.id)}>
                Follow
              </a>
            )}
          </p>
        </div>
        {one.state === 'closed' ? <Instead {...props} /> : <InTouch {...props} />}
        {props.may.change && <ForKeepers {...props} />}
        <Panels {...props} />
        {one.description && (
          <Section id="about" title="About">
            {one.description.split(/\n+/).map((paragraph) => (
              <p class="text" lang={one.language}>
                {paragraph}
              </p>
            ))}
          </Section>
        )}
        {props.services.length > 0 && <WhatTheyDo {...props} />}
        <When {...props} />
        {props.pictures.length > 0 && <Pictures {...props} />}
        <Branches {...props} />
      </div>
    </Columns>
  );
}

function checkedWords(one: Organisation, now: Date): string {
  const words = freshnessWords(one, now);
  return one.freshness === 'ok' && one.checkedBy ? `${words} by ${whoOf(one.checkedBy)}` : words;
}

function whoOf(checkedBy: string): string {
  return checkedBy.replace(/^Registered by /, '').replace(/^Written by /, '');
}

function ForKeepers({ one, may }: OrganisationProps) {
  return (
    <nav class="row noprint" aria-label="For those who look after this page">
      <a href={organisations.edit(one.id)}>Change this page</a>
      <a href={organisations.logo(one.id)}>Logo</a>
      <a href={organisations.pictures(one.id)}>Pictures</a>
      <a href={organisations.newService(one.id)}>Add something you offer</a>
      <a href={organisations.branches(one.id)}>Branches</a>
      <a href={organisations.state(one.id)}>Pause or close</a>
      {may.check && <a href={organisations.check(one.id)}>Say it is still right</a>}
      {may.people && <a href={organisations.people(one.id)}>People</a>}
    </nav>
  );
}

function Pictures({ pictures }: OrganisationProps) {
  return (
    <p class="row">
      {pictures.map((picture) => (
        <Picture {...picture} most={{ width: 320, height: 240 }} isBelow />
      ))}
    </p>
  );
}

function Panels({ panels }: OrganisationProps) {
  return panels
    .filter((panel) => panel.rows.length > 0)
    .map(({ title, rows }, index) => (
      <section class="noprint" aria-labelledby={`panel-${index}`} key={title}>
        <h2 id={`panel-${index}`}>{title}</h2>
        <ul class="lines">
          {rows.map((row) => (
            <li>
              <a href={row.href}>{row.label}</a> <span class="quiet">{row.note}</span>
            </li>
          ))}
        </ul>
      </section>
    ));
}

function WhatTheyDo({ services, now, may }: OrganisationProps) {
  return (
    <Section id="services" title="What they do">
      <Entries list="services">
        {services.map((service) => (
          <Entry
            key={service.id}
            id={service.id}
            name={service.name}
            href={serviceUrls.one(service.id, service.name)}
            text={service.summary}
            kind={[service.costWords, wayWords(service.wayIn)].filter(Boolean)}
            freshness={{ state: service.freshness, words: freshnessWords(service, now) }}
            chip={
              service.status === 'open'
                ? undefined
                : { state: service.status, tone: 'wait', words: statusWords(service.status) }
            }
          >
            {may.change && <a href={serviceUrls.edit(service.id)}>{`Change ${service.name}`}</a>}
          </Entry>
        ))}
      </Entries>
    </Section>
  );
}

function When({ schedules, services }: OrganisationProps) {
  const names = new Map(services.map((service) => [service.id, service.name]));
  const rows = weekRows(
    schedules.map((schedule) => ({ ...schedule, what: names.get(schedule.serviceId) ?? '' })),
  );
  if (rows.length === 0) return null;
  return (
    <Section id="when" title="When">
      <CardTable
        caption="Opening hours"
        quiet
        columns={[{ label: 'Day' }, { label: 'Open' }, { label: 'What' }]}
        rows={rows.slice(0, 40).map(({ on, schedule }) => ({
          head: on,
          cells: [hoursWords(schedule) || 'Ask', [schedule.what, schedule.note].filter(Boolean).join(': ')],
        }))}
      />
    </Section>
  );
}

function Branches({ branches }: OrganisationProps) {
  if (branches.length === 0) return null;
  return (
    <Section id="branches" title={branches.length === 1 ? 'Its branch' : `Its ${branches.length} branches`}>
      <ul class="lines" data-list="branches">
        {branches.map((branch) => (
          <li key={branch.id} data-id={branch.id}>
            <a href={organisations.one(branch.id, branch.name)}>{branch.name}</a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
