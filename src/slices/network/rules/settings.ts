import { dayOf } from '../../../platform/dates.ts';
import type { Network } from '../words/network.ts';

/** The settings as their forms show them: by the name of the field, as text. */
export function settingsAsForm(of: Network): Record<string, string> {
  const clocks = Object.fromEntries(Object.entries(of.clocks).map(([name, value]) => [name, String(value)]));
  return {
    name: of.name,
    strapline: of.strapline,
    hub_name: of.hubName,
    hub_phone: of.hubPhone,
    hub_email: of.hubEmail,
    promise: of.promise.join('\n'),
    ...clocks,
    welcome: of.welcome,
    centre_word: of.centreWord,
    centres_word: of.centresWord,
    data_licence: of.dataLicence,
    colour: of.colour,
    nation: of.nation,
    nearness_weight: String(of.weights.nearness),
    freshness_weight: String(of.weights.freshness),
    map_tiles: of.map.tiles,
    map_credit: of.map.credit,
    quiet_from: String(of.quiet.from),
    quiet_until: String(of.quiet.until),
    banner: of.banner,
    banner_level: of.bannerLevel,
    banner_from: of.bannerFrom ? dayOf(of.bannerFrom) : '',
    banner_until: of.bannerUntil ? dayOf(new Date(of.bannerUntil.getTime() - 1)) : '',
  };
}

/** Names of the fields that another version has otherwise. */
export function changedSettings(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): string[] {
  return Object.keys(after).filter((name) => name in before && !isSame(before[name], after[name]));
}

/** A browser writes line breaks its own way. */
function isSame(one: unknown, other: unknown): boolean {
  const plain = (value: unknown) =>
    String(value ?? '')
      .replaceAll('\r\n', '\n')
      .trim();
  return plain(one) === plain(other);
}
