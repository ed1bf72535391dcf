import { expect, test } from 'vitest';
import { isInside, metresBetween } from './plane.ts';
import { region } from './region.ts';

const vale = region();
const boroughs = vale.areas.filter(({ level }) => level === 'borough');
const realBodies =
  /\b(Age UK|Citizens Advice|Samaritans|Mencap|Scope|Barnardo|Oxfam|Crisis|Shelter|Trussell|Mind|YMCA)\b/;

test('the region is as large as a network wants for practice', () => {
  const levels = vale.areas.map(({ level }) => level);

  expect(levels.filter((level) => level === 'sub_region')).toHaveLength(3);
  expect(boroughs).toHaveLength(14);
  expect(levels.filter((level) => level === 'neighbourhood').length).toBeGreaterThanOrEqual(70);
  expect(vale.postcodes.length).toBeGreaterThanOrEqual(4000);
  expect(vale.centres).toHaveLength(13);
  expect(vale.organisations.length).toBeGreaterThanOrEqual(420);
  expect(vale.services.length).toBeGreaterThanOrEqual(920);
  expect(vale.organisations.filter(({ state }) => state === 'submitted')).toHaveLength(12);
});

test('it is the same every time', () => {
  expect(region()).toEqual(vale);
});

test('nothing has the same name twice', () => {
  expect(twice(vale.areas.map(({ code }) => code))).toEqual([]);
  expect(twice(vale.areas.map(({ name }) => name))).toEqual([]);
  expect(twice(vale.postcodes.map(({ postcode }) => postcode))).toEqual([]);
  expect(twice(vale.organisations.map(({ name }) => name.toLowerCase()))).toEqual([]);
  expect(twice(keysOfAll())).toEqual([]);
  expect(twice(vale.organisations.map(({ email }) => email))).toEqual([]);
  expect(twice(vale.services.map(({ key }) => key))).toEqual([]);
  expect(twice(vale.services.map(({ organisation, name }) => `${organisation}: ${name}`))).toEqual([]);
  expect(twice([...vale.organisations, ...vale.centres, vale.network.hub].map(({ phone }) => phone))).toEqual(
    ['01632 960144'],
  );
});

test('every area has its parent, and every code is upper-case letters and digits', () => {
  const codes = vale.areas.map(({ code }) => code);

  expect(codes.filter((code) => !/^[A-Z][A-Z0-9]{2,4}$/.test(code))).toEqual([]);
  expect(vale.areas.filter(({ parent }) => parent && !codes.includes(parent))).toEqual([]);
  expect(vale.areas.filter(({ level, parent }) => (level === 'region') !== (parent === undefined))).toEqual(
    [],
  );
});

test('boroughs fit together: a border belongs to two, a coast to one', () => {
  const sides = boroughs.flatMap(({ code, outline = [] }) =>
    sidesOf(outline).map((side) => ({ code, ...side })),
  );
  const forward = new Map(sides.map(({ code, there }) => [there, code]));
  const neighbours = sides
    .filter(({ back }) => forward.has(back))
    .map(({ code, back }) => `${code} ${forward.get(back)}`);

  expect(twice(sides.map(({ there }) => there))).toEqual([]);
  expect([...new Set(neighbours)].filter((pair) => pair.startsWith('V01')).sort()).toEqual([
    'V01 V02',
    'V01 V03',
    'V01 V04',
    'V01 V05',
  ]);
  expect(boroughs.filter(({ outline = [] }) => outline[0]?.join() !== outline.at(-1)?.join())).toEqual([]);
});

test('every postcode lies in its own borough and in no other', () => {
  const astray = vale.postcodes.filter(({ lon, lat, borough }) => {
    return boroughsAt(lon, lat).join() !== borough;
  });

  expect(astray).toEqual([]);
});

test('postcodes have the UK shape and an outcode that no real place has', () => {
  const odd = vale.postcodes.filter(({ postcode }) => !/^AV1?\d \d[ABD-HJLNP-UW-Z]{2}$/.test(postcode));

  expect(odd).toEqual([]);
  expect(new Set(vale.postcodes.map(({ postcode }) => postcode.split(' ')[0])).size).toBe(19);
});

test('the postcodes of the stories are where the stories say', () => {
  expect(whereIs('AV3 4QT').borough).toBe('V01');
  expect(whereIs('AV3 4RB').borough).toBe('V01');
  expect(whereIs('AV2 1BD').borough).toBe('V03');
  expect(apart('AV3 4QT', 'AV3 4RB')).toBeGreaterThan(400);
  expect(apart('AV3 4QT', 'AV3 4RB')).toBeLessThan(560);
});

test('two postcodes to try lie 300 to 500 metres apart on either side of a border', () => {
  const [here = '', there = ''] = vale.tryPostcodes.slice(-2).map(({ postcode }) => postcode);

  expect([whereIs(here).borough, whereIs(there).borough]).toEqual(['V01', 'V02']);
  expect(apart(here, there)).toBeGreaterThan(300);
  expect(apart(here, there)).toBeLessThan(500);
});

test('each borough has one centre that answers, and Hartlow answers for Nine Elders', () => {
  expect(vale.centres.flatMap(({ covers }) => covers).sort()).toEqual(
    boroughs.map(({ code }) => code).sort(),
  );
  expect(vale.centres.find(({ covers }) => covers.includes('V05'))?.key).toBe('hartlow-centre');
  expect(vale.centres.filter(({ questions }) => questions.length < 1 || questions.length > 3)).toEqual([]);
  expect(vale.centres.filter(({ covers, postcode }) => whereIs(postcode).borough !== covers[0])).toEqual([]);
});

test('the cast has the seventeen of the contract, each at a place that exists', () => {
  expect(vale.cast.map(({ key }) => key).sort()).toEqual(
    (
      'centre-admin centre-worker coordinator council-officer data-lead employer facilitator funder ' +
      'gp-practice group-organiser link-worker other-centre-worker other-organiser other-trustee trustee ' +
      'volunteer young-volunteer'
    ).split(' '),
  );
  expect(vale.cast.filter(({ key, email }) => email !== `${key}@practice.example`)).toEqual([]);
  expect(vale.cast.filter(({ organisation }) => organisation && !keysOfAll().includes(organisation))).toEqual(
    [],
  );
  expect(vale.cast.filter(({ organisation, position }) => !organisation !== !position)).toEqual([]);
});

test('an organisation stands in its first borough and its postcode is on the map', () => {
  const codes = boroughs.map(({ code }) => code);
  const { organisations } = vale;

  expect(organisations.filter(({ worksIn }) => worksIn.some((code) => !codes.includes(code)))).toEqual([]);
  expect(
    organisations.filter(({ place, worksIn }) => whereIs(place.postcode).borough !== worksIn[0]),
  ).toEqual([]);
  expect(organisations.filter(({ registerNumber }) => !/^99/.test(registerNumber?.id ?? '99'))).toEqual([]);
  expect(
    organisations.filter(({ email, website = '' }) => !/\.example$/.test(email) || /[^/]$/.test(website)),
  ).toEqual([]);
  expect(organisations.filter((one) => one.registeredDaysAgo < one.checkedDaysAgo)).toEqual([]);
});

test('freshness is spread as in life', () => {
  const checked = vale.organisations.map(({ checkedDaysAgo }) => checkedDaysAgo);

  expect(share(checked, (days) => days <= 182)).toBeGreaterThan(0.6);
  expect(share(checked, (days) => days > 182 && days <= 273)).toBeGreaterThan(0.08);
  expect(share(checked, (days) => days > 273 && days <= 365)).toBeGreaterThan(0.05);
  expect(share(checked, (days) => days > 365)).toBeGreaterThan(0.02);
});

test('a service belongs to an organisation, opens before it closes and nobody offers over five', () => {
  const keys = vale.organisations.map(({ key }) => key);
  const counts = keys.map((key) => vale.services.filter(({ organisation }) => organisation === key).length);
  const times = vale.services.flatMap(({ schedules }) => schedules);

  expect(vale.services.filter(({ organisation }) => !keys.includes(organisation))).toEqual([]);
  expect(Math.min(...counts)).toBe(0);
  expect(Math.max(...counts)).toBeLessThanOrEqual(5);
  expect(times.filter(({ opens, closes }) => !/^\d\d:\d\d$/.test(opens) || opens >= closes)).toEqual([]);
  expect(times.filter(({ days }) => days.length === 0)).toEqual([]);
});

test('a registration that waits answers questions its centres ask, in their own choices', () => {
  const answers = vale.organisations.flatMap(({ worksIn, answers = [] }) =>
    answers.map((one) => ({ worksIn, ...one })),
  );
  const wrong = answers.filter(({ worksIn, centre, question, answer }) => {
    const asker = vale.centres.find(
      ({ key, covers }) => key === centre && covers.some((code) => worksIn.includes(code)),
    );
    const asked = asker?.questions.find(({ key }) => key === question);
    const allowed = asked?.kind === 'yes_no' ? ['yes', 'no'] : (asked?.choices ?? [answer]);
    return !asked || !allowed.includes(answer);
  });

  expect(answers.length).toBeGreaterThan(24);
  expect(wrong).toEqual([]);
});

test('a group that does not show its address does not tell it in its words', () => {
  const shy = vale.organisations.filter(({ place }) => place.show !== 'public');
  const telling = shy.filter(({ key, place, ...one }) => {
    const services = vale.services.filter(({ organisation }) => organisation === key);
    const said = JSON.stringify([one.name, one.otherNames, one.summary, one.description, services]);
    return said.includes(place.venue) || said.includes(place.postcode) || said.includes(place.address);
  });

  expect(shy.length).toBeGreaterThan(20);
  expect(telling).toEqual([]);
});

test('nobody real is named', () => {
  const names = vale.organisations.flatMap(({ name, otherNames }) => [name, ...otherNames]);

  expect(names.filter((name) => realBodies.test(name))).toEqual([]);
});

test('everything is said as we speak', () => {
  const said = JSON.stringify(vale);
  const summaries = [...vale.organisations, ...vale.services, ...vale.centres].map(({ summary }) => summary);

  expect(said.match(/[^"]{0,30}(!|'|\bplease\b|\bPlease\b|\blorem\b|[{][a-z]+[}])[^"]{0,30}/g) ?? []).toEqual(
    [],
  );
  expect(summaries.filter((text) => text.length > 160 || !/[.?]$/.test(text))).toEqual([]);
  expect(vale.services.filter(({ description }) => !/[.?]$/.test(description))).toEqual([]);
});

function twice(values: string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

function keysOfAll(): string[] {
  return [
    vale.network.hub.key,
    ...vale.centres.map(({ key }) => key),
    ...vale.organisations.map(({ key }) => key),
  ];
}

function sidesOf(ring: readonly (readonly [number, number])[]): { there: string; back: string }[] {
  return ring.slice(1).map((to, index) => ({ there: `${ring[index]} ${to}`, back: `${to} ${ring[index]}` }));
}

function boroughsAt(lon: number, lat: number): string[] {
  return boroughs.filter(({ outline = [] }) => isInside(outline, [lon, lat])).map(({ code }) => code);
}

function whereIs(wanted: string) {
  const found = vale.postcodes.find(({ postcode }) => postcode === wanted);
  if (!found) throw new Error(`${wanted} is not on the map.`);
  return found;
}

function apart(one: string, other: string): number {
  const [a, b] = [whereIs(one), whereIs(other)];
  return metresBetween([a.lon, a.lat], [b.lon, b.lat]);
}

function share(values: number[], fits: (value: number) => boolean): number {
  return values.filter(fits).length / values.length;
}
