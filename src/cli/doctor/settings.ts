import type { Config } from '../../platform/config.ts';
import { advice, type Finding, finding } from './finding.ts';

const loopback = ['localhost', '127.0.0.1', '[::1]', '::1'];

/** What is set, and what that means for whoever can reach this machine. */
export function settingsFindings(config: Config): Finding[] {
  const url = new URL(config.publicUrl);
  const isLocal = loopback.includes(url.hostname);
  const listensLocally = loopback.includes(config.host);
  return [
    finding(
      'The public address is encrypted',
      isLocal || url.protocol === 'https:',
      'PUBLIC_URL is http, so anybody on the way reads along and signs in as others. Put a web server with TLS in front.',
    ),
    finding(
      'Only this machine reaches the port',
      listensLocally || !isLocal,
      `HOST is ${config.host}, though PUBLIC_URL names this machine only. Leave HOST out.`,
    ),
    advice(
      'Nobody reaches the port past the proxy',
      listensLocally || isLocal,
      `HOST is ${config.host}: port ${config.port} answers without encryption to whoever reaches it. Leave HOST out ` +
        'when the proxy is on this machine; otherwise let a firewall pass the proxy only.',
    ),
    finding(
      'A proxy stands between the port and the world',
      isLocal || config.trustedProxy !== '',
      'TRUSTED_PROXY is empty, so everybody has the address of the proxy, and one who tries too often stops all.',
    ),
  ];
}

/** Node versions that still get fixes; the program also runs on 20, which gets none since April 2026. */
export function nodeFinding(version: string): Finding {
  const major = Number(version.split('.')[0]);
  return advice(
    'Node gets fixes',
    major >= 22,
    `This is Node ${version}, which gets no fixes any more. Node 24 does.`,
  );
}
