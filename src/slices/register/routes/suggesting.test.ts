import { expect } from 'vitest';
import { dbTest, type Town } from '../../../../test/helpers/db.ts';
import { mailTo, signedInAs } from '../../../../test/helpers/register-story.ts';
import { type TwoBoroughs, twoBoroughs } from '../../../../test/helpers/two-boroughs.ts';

const dee = 'centre-worker@practice.example';
const jo = 'other-centre-worker@practice.example';
const noor = 'noor@saffron.example';
const finn = 'finn@reader.example';

dbTest(
  'R9 a neighbour centre’s edit arrives as a suggestion at the home centre, which takes it',
  async (town) => {
    const { group } = await aGroup(town);
    const [home, neighbour] = [await signedInAs(town, dee), await signedInAs(town, jo)];
    const form = await neighbour.get(`/organisations/${group}/suggest/edit`);

    const sent = await neighbour.submit(form, 'suggest-edit', { phone: '01632 960155', why: 'I rang them.' });
    expect((await neighbour.get(`/organisations/${group}`)).text).toContain('01632 960144');
    const inbox = await home.get('/inbox');
    const suggestion = await home.get(inbox.list('inbox')[0]?.href ?? '');
    await home.submit(suggestion, 'answer-suggestion');

    expect(sent.text).toContain('Nobody has answered yet.');
    expect(suggestion.text).toContain('Hartlow Volunteer Centre');
    expect(suggestion.list('changes').map((one) => one.text)).toEqual([
      expect.stringMatching(/Telephone.*01632 960144.*01632 960155/),
    ]);
    expect((await home.get(`/organisations/${group}`)).text).toContain('01632 960155');
    const [mail] = await mailTo(town, jo);
    expect(mail?.body).toContain('It has been put right.');
    const events = town.owner.selectFrom('platform.event').select(['name', 'reason']);
    const changed = await events.where('name', 'in', ['register.organisation_changed']).execute();
    expect(changed).toEqual([{ name: 'register.organisation_changed', reason: 'Suggested, and taken over' }]);
  },
);

dbTest('R9 the keeper takes some of it, and whoever suggested it hears which', async (town) => {
  const { group } = await aGroup(town);
  const [home, reader] = [await signedInAs(town, dee), await signedInAs(town, finn)];
  const form = await reader.get(`/organisations/${group}/suggest/edit`);
  const changed = { phone: '01632 960155', summary: 'Soup.' };
  const sent = await reader.submit(form, 'suggest-edit', changed);

  const suggestion = await home.get(sent.url);
  await home.submit(suggestion, 'answer-suggestion', { fields: ['phone'], reason: 'It is more than soup.' });

  const page = await home.get(`/organisations/${group}`);
  expect(page.text).toContain('01632 960155');
  expect(page.text).toContain('Saffron for all.');
  const own = await reader.get(sent.url);
  expect(own.text).toContain('Some of it has been taken over');
  expect(own.text).toContain('It is more than soup.');
});

dbTest('R9 a suggestion that is declined says why, and changes nothing', async (town) => {
  const { group } = await aGroup(town);
  const [home, reader] = [await signedInAs(town, dee), await signedInAs(town, finn)];
  const form = await reader.get(`/organisations/${group}/suggest/edit`);
  const sent = await reader.submit(form, 'suggest-edit', { name: 'Saffron Road' });
  const suggestion = await home.get(sent.url);

  const silent = await home.submit(suggestion, 'answer-suggestion', { answer: 'declined' });
  const nothing = await home.submit(suggestion, 'answer-suggestion', { fields: [] });
  await home.submit(suggestion, 'answer-suggestion', { answer: 'declined', reason: 'It is a street.' });
  const again = await home.submit(suggestion, 'answer-suggestion');

  expect(silent.problems.reason).toContain('Say why');
  expect(nothing.problems.fields).toContain('Tick at least one');
  expect(again.status).toBe(409);
  expect((await home.get(`/organisations/${group}`)).h1).toBe('Saffron Street');
  expect((await mailTo(town, finn))[0]?.body).toContain('“It is a street.”');
  const kept = (await home.get(`/organisations/${group}/history`)).list('not-taken');
  expect(kept.map((one) => one.text)).toEqual([expect.stringMatching(/Name.*It is a street/)]);
  const stranger = await (await signedInAs(town, jo)).get(`/organisations/${group}/history`);
  expect(stranger.text).not.toContain('It is a street');
});

dbTest('R9 a suggestion about a field that was changed since is not taken unseen', async (town) => {
  const { group } = await aGroup(town);
  const [home, reader] = [await signedInAs(town, dee), await signedInAs(town, finn)];
  const form = await reader.get(`/organisations/${group}/suggest/edit`);
  const sent = await reader.submit(form, 'suggest-edit', { phone: '01632 960155', summary: 'Soup.' });
  const early = await home.get(sent.url);
  await home.submit(await home.get(`/organisations/${group}/edit`), 'change-organisation', {
    phone: '01632 960166',
  });

  const unseen = await home.submit(early, 'answer-suggestion');
  const late = await home.get(sent.url);

  expect(unseen.status).toBe(409);
  expect(unseen.text).toContain('Look again at what differs.');
  expect(late.text).toContain('The page has changed since');
  expect(late.list('changes')[0]?.text).toMatch(/960144.*960166.*960155/);
  expect(late.form('answer-suggestion').values.fields).toBe('summary');
});

dbTest('R9 a suggestion never shows or touches an address that is hidden', async (town) => {
  const { group } = await aGroup(town);
  await town.owner
    .insertInto('register.location')
    .values({
      ...{ id: town.ctx.newId(), organisation_id: group, shown: 'hidden', main: true },
      ...{ venue: 'A kitchen', address: '4 Tansy Street', postcode: 'AV3 4RB' },
    })
    .execute();
  const reader = await signedInAs(town, finn);

  const form = await reader.get(`/organisations/${group}/suggest/edit`);
  const refused = await reader.submit(form, 'suggest-edit');
  const typed = { ...form.form('suggest-edit').values, postcode: 'AV3 4QT', venue: '', address: '' };
  const blind = await reader.post(`/organisations/${group}/suggest/edit`, typed);

  expect(form.html).not.toContain('Tansy');
  expect(form.html).not.toContain('name="postcode"');
  for (const page of [refused, blind]) {
    expect(page.status).toBe(422);
    expect(page.alert).toContain('Nothing differs from the page.');
  }
});

dbTest('R9 a stranger neither reads nor answers what others suggested', async (town) => {
  const { group } = await aGroup(town);
  const [reader, stranger] = [await signedInAs(town, finn), await signedInAs(town, 'nobody@else.example')];
  const form = await reader.get(`/organisations/${group}/suggest/edit`);
  const { url } = await reader.submit(form, 'suggest-edit', { phone: '01632 960155' });

  expect((await stranger.get(url)).status).toBe(404);
  expect((await stranger.post(url, { answer: 'done', fields: 'phone', version: '0' })).status).toBe(404);
  expect((await reader.post(url, { answer: 'done', fields: 'phone', version: '0' })).status).toBe(404);
  expect((await (await town.browser()).get(`/organisations/${group}/suggest/edit`)).status).toBe(401);
});

async function aGroup(town: Town): Promise<TwoBoroughs & { group: string }> {
  const bodies = await twoBoroughs(town);
  const { owner, ctx } = town;
  const group = ctx.newId();
  const at = { created_at: ctx.now, changed_at: ctx.now };
  await owner
    .insertInto('register.organisation')
    .values({
      ...{ id: group, name: 'Saffron Street', kind: 'informal', state: 'active', ...at },
      ...{ summary: 'Saffron for all.', phone: '01632 960144', home_centre_id: bodies.eastlock },
      ...{ themes: ['food'], people_served: ['everyone'] },
    })
    .execute();
  await signedInAs(town, noor);
  return { ...bodies, group };
}
