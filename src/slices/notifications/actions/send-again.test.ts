import { expect } from 'vitest';
import { dbTest } from '../../../../test/helpers/db.ts';
import { signedInAs } from '../../../../test/helpers/register-story.ts';
import { twoBoroughs } from '../../../../test/helpers/two-boroughs.ts';
import { networkWords } from '../../../platform/http/context.ts';
import { drainJobs } from '../../../platform/jobs.ts';

const clear = { move: 'send', words: '', until: '', back: 'queue' };

dbTest(
  'R129 a mail that failed goes out again by one button, but no code and nothing too old',
  async (town) => {
    await twoBoroughs(town);
    const ruth = await signedInAs(town, 'coordinator@practice.example');
    const failed = (id: string, more: object) =>
      town.owner
        .insertInto('platform.outbox')
        .values({
          ...{ id, kind: 'message', to_email: 'noor@saffron.example', subject: 'News', body: 'Dear Noor' },
          ...{ at: new Date(), try_at: new Date(), done_at: new Date(), state: 'failed', attempts: 6 },
          ...more,
        })
        .execute();
    const [good, code, old] = [town.ctx.newId(), town.ctx.newId(), town.ctx.newId()];
    await failed(good, {});
    await failed(code, { kind: 'sign-in' });
    await failed(old, { done_at: new Date(Date.now() - 7 * 86_400_000) });

    const again = await ruth.post('/hub/queues/failed-mail', { ...clear, row: good });
    const noCode = await ruth.post('/hub/queues/failed-mail', { ...clear, row: code });
    const tooOld = await ruth.post('/hub/queues/failed-mail', { ...clear, row: old });
    await drainJobs(town.jobsSource, networkWords(town.jobsSource), town.urls.jobs);
    const { state } = await town.owner
      .selectFrom('platform.outbox')
      .select('state')
      .where('id', '=', good)
      .executeTakeFirstOrThrow();

    expect(again.status).toBe(200);
    expect(noCode.alert).toContain('A sign-in code is no use by now');
    expect(tooOld.alert).toContain('We no longer keep what it said');
    expect(state).toBe('kept');
  },
);
