import { Resolver } from 'node:dns/promises';
import type { Config } from '../../platform/config.ts';
import { advice, type Finding, finding } from './finding.ts';

const patience = { connectionTimeout: 5000, greetingTimeout: 5000, socketTimeout: 10_000 };
const loopback = ['localhost', '127.0.0.1', '::1'];

/** Whether the mail server takes us, and whether those who get our mail can tell that it is ours. */
export async function mailFindings(config: Config, hubEmail: string): Promise<Finding[]> {
  if (config.smtpUrl === '') {
    const problem =
      'SMTP_URL is empty, so nobody gets a sign-in code. bin/joinery mail shows what would have been sent.';
    return [finding('Mail is sent', false, problem)];
  }
  const url = new URL(config.smtpUrl);
  const isClosed =
    url.protocol === 'smtps:' ||
    loopback.includes(url.hostname) ||
    url.searchParams.get('requireTLS') === 'true';
  return [
    await serverFinding(config.smtpUrl),
    finding(
      'Mail leaves this machine encrypted',
      isClosed,
      'SMTP_URL is smtp, which falls back to plain text when the way is tampered with. Use smtps:// or add ?requireTLS=true.',
    ),
    ...(await domainFindings(hubEmail.split('@')[1] ?? '')),
  ];
}

async function serverFinding(smtpUrl: string): Promise<Finding> {
  const { createTransport } = await import('nodemailer');
  const transport = createTransport({ url: smtpUrl, ...patience });
  const what = 'The mail server takes our sign-in';
  try {
    await transport.verify();
    return { what, level: 'well' };
  } catch (problem) {
    return { what, level: 'not well', problem: problem instanceof Error ? problem.message : String(problem) };
  } finally {
    transport.close();
  }
}

/** SPF (RFC 7208) and DMARC (RFC 7489) stand in the domain's names; where a DKIM key stands only the sender knows. */
async function domainFindings(domain: string): Promise<Finding[]> {
  const [sender, policy] = [await words(domain), await words(`_dmarc.${domain}`)];
  if (!sender || !policy) {
    return [
      advice(
        `The names of ${domain} say who may write for it`,
        false,
        'They could not be looked up from here.',
      ),
    ];
  }
  return [
    finding(
      `${domain} says which servers may write for it (SPF)`,
      sender.some((text) => text.startsWith('v=spf1')),
      `Add a TXT record at ${domain} as your mail provider gives it, such as “v=spf1 include:… -all”.`,
    ),
    finding(
      `${domain} says what becomes of forged mail (DMARC)`,
      policy.some((text) => text.startsWith('v=DMARC1')),
      `Add a TXT record at _dmarc.${domain}, such as “v=DMARC1; p=quarantine”. DKIM: ask your mail provider for its record.`,
    ),
  ];
}

/** The texts of a name, none when it has none; undefined when nobody can be asked. */
async function words(name: string): Promise<string[] | undefined> {
  const resolver = new Resolver({ timeout: 2000, tries: 1 });
  try {
    return (await resolver.resolveTxt(name)).map((parts) => parts.join(''));
  } catch (problem) {
    const code = problem instanceof Error && 'code' in problem ? problem.code : '';
    return code === 'ENOTFOUND' || code === 'ENODATA' ? [] : undefined;
  }
}

/** Hands one message to the mail server, past the queue; returns what the server answered. */
export async function sendTest(config: Config, to: string, from: string): Promise<Finding> {
  const what = `A message to ${to} was taken`;
  if (config.smtpUrl === '') return { what, level: 'not well', problem: 'SMTP_URL is empty.' };
  const { createTransport } = await import('nodemailer');
  const transport = createTransport({ url: config.smtpUrl, ...patience });
  try {
    const { response } = await transport.sendMail({
      from,
      to: { name: '', address: to },
      subject: 'A test from Joinery',
      text: `Mail from ${config.publicUrl} arrives. Nobody has to do anything.\n`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
    return { what: `${what}: ${response}`, level: 'well' };
  } catch (problem) {
    return { what, level: 'not well', problem: problem instanceof Error ? problem.message : String(problem) };
  } finally {
    transport.close();
  }
}
