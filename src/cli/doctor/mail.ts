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

/** Texts of a name in the DNS; none when it has none, undefined when nobody can be asked. */
export type LookUp = (name: string) => Promise<string[] | undefined>;

/** Selectors under which the common providers keep their key. Of another one only the sender knows. */
const selectors = [
  ...['default', 'mail', 'dkim', 'smtp', 's1', 's2', 'k1', 'k2', 'google', 'selector1', 'selector2'],
  ...['fm1', 'mandrill', 'mxvault', 'pm', 'sib', 'zoho', 'joinery'],
];

/** SPF (RFC 7208), DMARC (RFC 7489) and, as far as it can be found, DKIM (RFC 6376) stand in the domain's names. */
export async function domainFindings(domain: string, lookUp: LookUp = words): Promise<Finding[]> {
  const [sender, policy] = [await lookUp(domain), await lookUp(`_dmarc.${domain}`)];
  if (!sender || !policy) {
    const what = `The names of ${domain} say who may write for it`;
    return [advice(what, false, 'They could not be looked up from here.')];
  }
  return [
    spfFinding(
      domain,
      sender.filter((text) => /^v=spf1(\s|$)/i.test(text)),
    ),
    finding(
      `${domain} says what becomes of forged mail (DMARC)`,
      policy.some((text) => /^v=DMARC1\s*;.*\bp\s*=\s*(none|quarantine|reject)/i.test(text)),
      `Add a TXT record at _dmarc.${domain}: “v=DMARC1; p=quarantine”.`,
    ),
    advice(
      `${domain} holds a key for signing mail (DKIM)`,
      await holdsKey(domain, lookUp),
      `None is under the usual selectors. Ask your mail provider: it gives a TXT or CNAME record at SELECTOR._domainkey.${domain}.`,
    ),
  ];
}

function spfFinding(domain: string, records: readonly string[]): Finding {
  const what = `${domain} says which servers may write for it (SPF)`;
  const isOpen = records.some((text) => /[+]all\b|\s[?]?all\b/i.test(text));
  const problem =
    records.length > 1
      ? `There are ${records.length} TXT records that begin with v=spf1, and then none counts. Make one of them.`
      : isOpen
        ? 'It lets everybody write for it. End the record with -all or ~all.'
        : `Add a TXT record at ${domain} as your mail provider gives it, such as “v=spf1 include:… -all”.`;
  return finding(what, records.length === 1 && !isOpen, problem);
}

async function holdsKey(domain: string, lookUp: LookUp): Promise<boolean> {
  const found = await Promise.all(selectors.map((one) => lookUp(`${one}._domainkey.${domain}`)));
  return found.some((texts) => (texts ?? []).some((text) => /(^|;)\s*p\s*=\s*[\w+/]/i.test(text)));
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
