import { NotReached } from './words.ts';

/** What a failure of the network means, by its code. What is unknown is said plainly and without its details. */
export function saidOf(problem: unknown, { host, seconds }: { host: string; seconds: number }): NotReached {
  if (problem instanceof NotReached) return problem;
  const code = codeOf(problem);
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === 'ENODATA') {
    return new NotReached('name', `There is no “${host}” in the web, or its name cannot be looked up now.`);
  }
  if (code === 'TimeoutError' || code === 'AbortError') {
    return new NotReached('slow', `${host} was too slow: it had ${seconds} seconds.`);
  }
  if (/^UND_ERR_(HEADERS|BODY|CONNECT)_TIMEOUT$/.test(code)) {
    return new NotReached('slow', `${host} stopped answering.`);
  }
  if (/CERT|TLS|SSL|EPROTO|SELF_SIGNED|UNABLE_TO/.test(code)) {
    return new NotReached('tls', `The certificate of ${host} is not in order, so it could be anybody.`);
  }
  if (/^Z_|^ERR_(_ERROR_FORMAT|BROTLI|PADDING|BUF_ERROR)/.test(code) || code.startsWith('ERR__')) {
    return new NotReached('broken', `What ${host} sent cannot be unpacked.`);
  }
  if (/^ECONN|^EHOST|^ENET|^EPIPE|UND_ERR_SOCKET/.test(code)) {
    return new NotReached('answer', `${host} does not answer, or breaks off.`);
  }
  return new NotReached('broken', `${host} does not speak as a server of the web does.`);
}

function codeOf(problem: unknown): string {
  if (!(problem instanceof Error)) return '';
  if ('errors' in problem && Array.isArray(problem.errors)) return codeOf(problem.errors[0]);
  return 'code' in problem && typeof problem.code === 'string' ? problem.code : problem.name;
}
