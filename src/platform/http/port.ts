import { once } from 'node:events';
import { connect, createServer, type Server } from 'node:net';
import { CannotRun } from '../engine/cannot-run.ts';

/** Looks before anything is made whether the port can be had: filling a network takes its time. */
export async function refuseTakenPort(port: number, host: string): Promise<void> {
  const probe = createServer();
  probe.listen(port, host);
  try {
    await once(probe, 'listening');
  } catch (problem) {
    throw new CannotRun(whyNot(problem, port, host));
  }
  await new Promise((closed) => probe.close(closed));
}

/**
 * Ends when everybody who had come to the port by now is let in. The system keeps callers in a line, first come, first
 * served, and a server that closes drops them unheard; so we stand in it ourselves and wait until it is our turn.
 */
export async function letInWhoCame(server: Server): Promise<void> {
  const address = server.address();
  if (address === null || typeof address === 'string') return;
  const us = connect(address.port, address.address);
  await new Promise<void>((done) => {
    server.on('connection', ({ remotePort }) => {
      if (remotePort === us.localPort) done();
    });
    us.once('error', () => done());
  });
  us.resume().end();
}

function whyNot(problem: unknown, port: number, host: string): string {
  const code = problem instanceof Error && 'code' in problem ? String(problem.code) : String(problem);
  if (code === 'EADDRINUSE')
    return `Port ${port} is used by another program. Stop that one, or choose another: PORT=${port + 1} npm start`;
  if (code === 'EACCES')
    return `Port ${port} is kept for the system. Choose one above 1023: PORT=3000 npm start`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `${host} is no address of this machine. HOST names where to listen; 127.0.0.1 is this machine only.`;
  return `Nothing can listen at ${host}, port ${port}: ${code}.`;
}
