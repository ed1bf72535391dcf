import { expect } from 'vitest';
import { dbTest } from '../../../../test/helpers/db.ts';
import { signedInAs } from '../../../../test/helpers/register-story.ts';
import { things } from '../../../../test/helpers/things.ts';

dbTest(
  'R142 each position has its own first day, and the list goes when somebody knows their way',
  async (town) => {
    await things(town);
    const ruth = await signedInAs(town, 'coordinator@practice.example');
    const dee = await signedInAs(town, 'centre-worker@practice.example');
    const group = await signedInAs(town, 'admin-of-a@things.example');

    const steps = async (of: typeof ruth) =>
      (await of.get('/me/first-day')).list('first-day').map((one) => one.id);

    expect(await steps(ruth)).toEqual(expect.arrayContaining(['/settings', '/settings/centres', '/hub']));
    expect((await steps(dee)).join()).toMatch(/\/centres\/[0-9a-f-]+\/registrations/);
    expect((await steps(group)).join()).toMatch(/\/organisations\/[0-9a-f-]+\/people/);
    expect((await steps(group)).join()).not.toContain('/hub');
    expect((await dee.get('/me')).text).toContain('Your first day');
    const me = await dee.submit(await dee.get('/me/first-day'), 'end-first-day');
    expect(me.text).not.toContain('Your first day');
    expect((await dee.get('/me/first-day')).text).toContain('It stays here.');
    expect(await dee.deadLinks()).toEqual([]);
  },
);
