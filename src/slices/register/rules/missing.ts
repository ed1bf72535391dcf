import type { Service } from '../words/records.ts';

/** What a signposter asks of a service and does not find (R33), in the words of the form that asks for it. */
export function missingForSignposters(
  service: Pick<Service, 'notFor' | 'forWhom' | 'costWords' | 'access' | 'languages' | 'waitWords' | 'wayIn'>,
  around: { hasTimes: boolean; hasPhone: boolean; hasArea: boolean },
): string[] {
  const asked: [string, boolean][] = [
    ['whom it is for', service.forWhom !== ''],
    ['whom it is not for', service.notFor !== ''],
    ['which areas it comes to', around.hasArea],
    ['what it costs', service.costWords !== ''],
    ['when it is', around.hasTimes],
    ['how one gets in', service.access.length > 0],
    ['how long the wait is', service.waitWords !== '' || service.wayIn === 'turn_up'],
    ['which languages are spoken', service.languages.length > 0],
    ['a telephone number', around.hasPhone],
  ];
  return asked.filter(([, isThere]) => !isThere).map(([words]) => words);
}
