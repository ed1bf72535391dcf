/** A number in a register, by the prefix that org-id.guide gives the register. */
export interface Identifier {
  scheme: string;
  number: string;
}

const written =
  /^(GB-(?:CHC|SC|NIC|COH|MPR|CASC|EDU|UKPRN|NHS|LAE|SHPE|REV|GOR|LAS|LANI|LAW|GOVUK|PLA|IRN))-(.+)$/i;

/** `GB-CHC-1090095`, in any case, with the number as its register writes it. */
export function readOrgId(text: string): Identifier | undefined {
  const found = written.exec(text.trim());
  const scheme = found?.[1]?.toUpperCase() ?? '';
  const number = found?.[2] ?? '';
  if (scheme === 'GB-COH') return companyNumber(number);
  if (scheme === 'GB-CHC' || scheme === 'GB-SC' || scheme === 'GB-NIC') return charityNumber(number, scheme);
  const plain = number.trim().toUpperCase();
  return /^[A-Z0-9./-]{1,30}$/.test(plain) ? { scheme, number: plain } : undefined;
}

/** A charity's number tells its register: SC Scotland, NI Northern Ireland, digits England and Wales. */
export function charityNumber(text: string, scheme?: string): Identifier | undefined {
  const number = text.trim().toUpperCase().replaceAll(' ', '').replace(/\.0$/, '');
  if (/^SC\d{6}$/.test(number)) return { scheme: 'GB-SC', number };
  const north = /^(?:NIC|NI)?(\d{6})$/.exec(number)?.[1];
  if (north && (scheme === 'GB-NIC' || number.startsWith('NI'))) return { scheme: 'GB-NIC', number: north };
  const england = /^0*([1-9]\d{4,6})(?:-\d+)?$/.exec(number)?.[1];
  if (england && (scheme === undefined || scheme === 'GB-CHC')) return { scheme: 'GB-CHC', number: england };
  return undefined;
}

/** Always eight characters; spreadsheets lose the noughts in front and add `.0` behind. */
export function companyNumber(text: string): Identifier | undefined {
  const number = text.trim().toUpperCase().replaceAll(' ', '').replace(/\.0$/, '');
  if (/^\d{1,8}$/.test(number) && Number(number) > 0)
    return { scheme: 'GB-COH', number: number.padStart(8, '0') };
  return /^[A-Z]{2}[0-9A-Z]{5,6}$/.test(number) ? { scheme: 'GB-COH', number } : undefined;
}

/** The register that a short name means, in any case. */
export function registerOf(name: string): string | undefined {
  return registers[name.trim().toLowerCase()];
}

const registers: Record<string, string> = {
  ccew: 'GB-CHC',
  'charity commission': 'GB-CHC',
  oscr: 'GB-SC',
  ccni: 'GB-NIC',
  'companies house': 'GB-COH',
  fca: 'GB-MPR',
};
