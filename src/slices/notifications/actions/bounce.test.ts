import { expect } from 'vitest';
import { dbTest, type Town } from '../../../../test/helpers/db.ts';
import { coordinating } from '../../../../test/helpers/empty-network.ts';
import { smtpSink } from '../../../../test/helpers/smtp-sink.ts';
import { networkWords } from '../../../platform/http/context.ts';
import { drainJobs } from '../../../platform/jobs.ts';
import { sendMail } from '../../../platform/mail.ts';
import { post } from '../../../platform/outbox.ts';
import { noteBounce, reviveMailbox } from './bounce.ts';

const to = 'ama@club.example';

/** A report as mail servers write it, about a mail of ours. */
function report(of: { id: string; status?: string; action?: string; to?: string; more?: string }): string {
  return [
    'From: MAILER-DAEMON@mx.example',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    '',
    `Final-Recipient: rfc822; ${of.to ?? to}`,
    `Action: ${of.action ?? 'failed'}`,
    `Status: ${of.status ?? '5.1.1'}`,
    'Diagnostic-Code: smtp; 550 5.1.1',
    ' <ama@club.example>: Recipient address rejected',
    '',
    '--b',
    'Content-Type: message/rfc822',
    '',
    `Message-ID: <${of.id}@localhost>`,
    'Subject: Come in',
    of.more ?? '',
    '--b--',
  ].join('\r\n');
}

/** One mail that went out, and its id. */
async function sent(town: Town): Promise<string> {
  const sink = await smtpSink();
  await town.jobs.transaction((tx) =>
    post(tx, town.jobCtx, 'register.claim', { to, subject: 'Come in', text: 'The door is open.' }),
  );
  await sendMail({ ...town.jobCtx, smtpUrl: sink.url });
  await sink.close();
  return (
    await town.owner
      .selectFrom('platform.outbox')
      .select('id')
      .where('to_email', '=', to)
      .executeTakeFirstOrThrow()
  ).id;
}

function dead(town: Town) {
  return town.owner.selectFrom('notifications.dead_mailbox').select(['why', 'times']).execute();
}

dbTest('mail that came back for good marks the mailbox, and the hub hears of it', async (town) => {
  const ruth = await coordinating(town);
  const id = await sent(town);

  expect(await noteBounce(town.jobCtx, report({ id }))).toBe('noted');
  await noteBounce(town.jobCtx, report({ id }));

  expect(await dead(town)).toEqual([{ why: 'There is no such mailbox (5.1.1).', times: 2 }]);
  const hub = await ruth.get('/hub');
  expect(hub.text).toContain('There is no such mailbox (5.1.1). Mail came back 2 times');
  expect(hub.text).not.toContain(to);
  const mail = await town.owner
    .selectFrom('platform.outbox')
    .select(['state', 'last_error'])
    .where('id', '=', id)
    .execute();
  expect(mail).toEqual([{ state: 'failed', last_error: 'It came back: There is no such mailbox (5.1.1).' }]);

  expect(await reviveMailbox(town.jobCtx, 'AMA@club.example')).toBe(true);
  expect(await dead(town)).toEqual([]);
});

dbTest('R129 the hub rings, hears that the mailbox works, and has it written to again', async (town) => {
  const ruth = await coordinating(town);
  await noteBounce(town.jobCtx, report({ id: await sent(town) }));
  const [row] = (await ruth.get('/hub/queues/dead-mailboxes')).list('dead-mailboxes');

  const cleared = await ruth.post('/hub/queues/dead-mailboxes', {
    ...{ row: row?.id ?? '', move: 'write', words: 'Ama has emptied it.', until: '', back: 'queue' },
  });
  await drainJobs(town.jobsSource, networkWords(town.jobsSource), town.urls.jobs);

  expect(row?.text).toContain('It works again: write there');
  expect(cleared.text).toContain('Nothing is on this list.');
  expect(await dead(town)).toEqual([]);
});

dbTest('what is late, forged, about somebody else or no report marks nothing', async (town) => {
  await coordinating(town);
  const id = await sent(town);
  const other = '018f0000-0000-7000-8000-00000000ffff';

  expect(await noteBounce(town.jobCtx, report({ id, status: '4.2.2', action: 'delayed' }))).toBe(
    'for now only',
  );
  expect(await noteBounce(town.jobCtx, report({ id: other }))).toBe('not ours');
  expect(await noteBounce(town.jobCtx, report({ id, to: 'somebody@else.example' }))).toBe('not ours');
  expect(await noteBounce(town.jobCtx, 'Subject: Holiday\r\n\r\nI am away.')).toBe('not ours');
  expect(await noteBounce(town.jobCtx, 'Status: '.repeat(100_000))).toBe('not ours');
  expect(await dead(town)).toEqual([]);
});
