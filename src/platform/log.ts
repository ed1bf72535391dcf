import { pino } from 'pino';

/**
 * One line per thing that happened, on stderr: stdout belongs to the commands.
 * Ids are fields; names, e-mails and stories never appear.
 */
export const log = pino(
  {
    level: process.env.NODE_ENV === 'test' ? 'silent' : 'info',
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: ['email', 'to', 'token', 'code', 'cookie', 'authorization'], remove: true },
  },
  pino.destination({ dest: 2, sync: false }),
);

export type Log = typeof log;
