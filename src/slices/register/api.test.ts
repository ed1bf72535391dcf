import { expect } from 'vitest';
import { z } from 'zod';
import { dbTest } from '../../../test/helpers/db.ts';
import { registered, signedInAs } from '../../../test/helpers/register-story.ts';
import { twoBoroughs } from '../../../test/helpers/two-boroughs.ts';
import { OrganisationRecord, ServiceRecord } from './words/public.ts';

const List = z.object({
  items: z.array(OrganisationRecord),
  meta: z.object({ total: z.number(), next: z.string().nullable() }),
});

dbTest(
  'R6 the public record of a group is there for programs, exactly in its promised shape',
  async (town) => {
    const { eastlock } = await twoBoroughs(town);
    const { id } = await registered(await signedInAs(town, 'noor@saffron.example'));
    const stranger = await town.browser();
    expect((await stranger.get(`/api/v1/organisations/${id}`)).status).toBe(404);

    const centre = await signedInAs(town, 'centre-worker@practice.example');
    const page = await centre.get(`/centres/${eastlock}/registrations/${id}`);
    await centre.submit(page, 'answer-registration', { answer: 'accepted' });

    const one = OrganisationRecord.parse((await stranger.get(`/api/v1/organisations/${id}`)).json());
    expect(one).toMatchObject({
      name: 'Saffron Street Lunch Club',
      freshness: 'ok',
      other_names: ['Saffron Lunches'],
    });
    expect(one.place).toMatchObject({ postcode: 'AV3 4RB', precise: true });
    const services = z
      .object({ items: z.array(ServiceRecord) })
      .parse((await stranger.get('/api/v1/services')).json());
    expect(services.items.map((service) => service.name)).toEqual(['Tuesday lunch']);
  },
);

dbTest('a list goes on from the last record, each record once', async (town) => {
  await twoBoroughs(town);
  const stranger = await town.browser();
  const seen: string[] = [];

  let next: string | null = '/api/v1/organisations?limit=1';
  while (next !== null) {
    const page: z.infer<typeof List> = List.parse((await stranger.get(next)).json());
    seen.push(...page.items.map((item) => item.name));
    next = page.meta.next?.replace('http://localhost:3000', '') ?? null;
  }

  expect(seen.sort()).toEqual(['Eastlock Volunteer Centre', 'Hartlow Volunteer Centre']);
});

dbTest('R6 a hidden address is in no public record, an area only to the kilometre', async (town) => {
  const { eastlock } = await twoBoroughs(town);
  const centre = await signedInAs(town, 'centre-worker@practice.example');
  const stranger = await town.browser();
  const ids: string[] = [];
  for (const address_shown of ['hidden', 'area'] as const) {
    const group = await signedInAs(town, `${address_shown}@saffron.example`);
    const { id } = await registered(group, {
      who: { name: `Quiet ${address_shown} house` },
      where: { address_shown },
    });
    const page = await centre.get(`/centres/${eastlock}/registrations/${id}`);
    await centre.submit(page, 'answer-registration', { answer: 'accepted' });
    ids.push(id);
  }

  const [hidden, area] = await Promise.all(
    ids.map(async (id) => (await stranger.get(`/api/v1/organisations/${id}`)).body),
  );

  expect(hidden).not.toMatch(/AV3 4RB|Tansy|(?<!\d:)53\.8/);
  expect(area).not.toMatch(/AV3 4RB|Tansy|(?<!\d:)53\.863/);
  // The middle of its square kilometre, so up to seven hundred metres away.
  const { place } = JSON.parse(area ?? '');
  expect(place).toMatchObject({ precise: false, postcode: null });
  expect(Math.abs(place.lat - 53.863)).toBeLessThan(0.005);
});
