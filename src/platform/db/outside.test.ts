import { expect } from 'vitest';
import { dbTest } from '../../../test/helpers/db.ts';
import { refuseUnfitServer } from './outside.ts';

dbTest('a server of somebody else’s with the three logins is used', async ({ urls }) => {
  await expect(refuseUnfitServer(urls)).resolves.toBeUndefined();
});

dbTest('each login that does not fit is named before anything is changed', async ({ urls }) => {
  const nowhere = 'postgres://me:it@127.0.0.1:1/joinery';
  const wrongPassword = urls.jobs.replace(/:[^:@]+@/, ':wrong@');

  await expect(refuseUnfitServer({ ...urls, owner: nowhere })).rejects.toThrow(
    'The database is not reached by DATABASE_OWNER_URL: connect ECONNREFUSED',
  );
  await expect(refuseUnfitServer({ ...urls, owner: urls.jobs })).rejects.toThrow(
    'DATABASE_OWNER_URL signs in as joinery_jobs_login, who is no superuser there.',
  );
  await expect(refuseUnfitServer({ ...urls, web: urls.jobs })).rejects.toThrow(
    'joinery_jobs_login, who is no member of joinery_web.',
  );
  await expect(refuseUnfitServer({ ...urls, jobs: wrongPassword })).rejects.toThrow(
    'The database is not reached by DATABASE_JOBS_URL: password',
  );
});
