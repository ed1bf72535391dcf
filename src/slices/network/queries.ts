import { sql } from 'kysely';
import type { NetworkWords } from '../../platform/contributions.ts';
import { known } from '../../platform/db/known.ts';
import type { Db } from '../../platform/db/open.ts';
import { notFound } from '../../platform/errors.ts';
import { shownImage } from '../../platform/images.ts';
import { look } from './urls.ts';
import { type BankHolidays, Clocks, type Network } from './words/network.ts';

export const knownNetwork = known(network);

export async function network(db: Db): Promise<Network> {
  const row = await db
    .selectFrom('network.network')
    .select(['name', 'strapline', 'practice', 'promise', 'clocks', 'hub_name', 'hub_phone', 'hub_email'])
    .select(['data_licence', 'language', 'banner', 'banner_level', 'banner_from', 'banner_until', 'version'])
    .select([
      'published_at',
      'welcome',
      'centre_word',
      'centres_word',
      'colour',
      'nation',
      'logo_id',
      'logo_alt',
      'nearness_weight',
      'freshness_weight',
      'map_tiles',
      'map_credit',
      'quiet_from',
      'quiet_until',
    ])
    .executeTakeFirstOrThrow(notFound('network'));
  return {
    name: row.name,
    strapline: row.strapline,
    practice: row.practice,
    promise: Array.isArray(row.promise) ? row.promise.map(String) : [],
    clocks: Clocks.parse(row.clocks),
    hubName: row.hub_name,
    hubPhone: row.hub_phone,
    hubEmail: row.hub_email,
    dataLicence: row.data_licence,
    language: row.language,
    banner: row.banner,
    bannerLevel: row.banner_level,
    bannerFrom: row.banner_from,
    bannerUntil: row.banner_until,
    publishedAt: row.published_at,
    welcome: row.welcome,
    centreWord: row.centre_word,
    centresWord: row.centres_word,
    colour: row.colour,
    nation: row.nation,
    logo: { id: row.logo_id, alt: row.logo_alt },
    weights: { nearness: row.nearness_weight, freshness: row.freshness_weight },
    map: { tiles: row.map_tiles, credit: row.map_credit },
    quiet: { from: row.quiet_from, until: row.quiet_until },
    version: row.version,
  };
}

/** What counts among search results; as usual while there is no network. */
export const knownWeights = known(async (db): Promise<Network['weights']> => {
  const row = await db
    .selectFrom('network.network')
    .select(['nearness_weight as nearness', 'freshness_weight as freshness'])
    .executeTakeFirst();
  return row ?? { nearness: 6, freshness: 2 };
});

export async function clocks(db: Db): Promise<Clocks> {
  const row = await db
    .selectFrom('network.network')
    .select('clocks')
    .executeTakeFirstOrThrow(notFound('network'));
  return Clocks.parse(row.clocks);
}

export async function bankHolidays(db: Db): Promise<BankHolidays> {
  const rows = await db.selectFrom('network.bank_holiday').select('day').execute();
  return new Set(rows.map((row) => row.day));
}

/** The bank holidays from a day on, in order, and the last one that is known. */
export async function holidaysFrom(
  db: Db,
  day: string,
): Promise<{ day: string; name: string; nation: string }[]> {
  return db
    .selectFrom('network.bank_holiday')
    .select(['day', 'name', 'nation'])
    .where('day', '>=', day)
    .orderBy('day')
    .execute();
}

/** What stands around every page, and how far network time is ahead. One statement, because every request asks. */
export async function networkWordsOptional(db: Db): Promise<NetworkWords | undefined> {
  const row = await db
    .selectFrom('network.network')
    .leftJoin('network.clock', (join) => join.onTrue())
    .select(['name', 'strapline', 'hub_name', 'hub_phone', 'hub_email', 'practice', 'language'])
    .select([
      'banner',
      'banner_level',
      'banner_from',
      'banner_until',
      'published_at',
      'colour',
      'logo_id',
      'logo_alt',
    ])
    .select(sql<number>`coalesce(hours_ahead, 0)`.as('hours_ahead'))
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    name: row.name,
    strapline: row.strapline,
    hubName: row.hub_name,
    hubPhone: row.hub_phone,
    hubEmail: row.hub_email,
    practice: row.practice,
    banner: {
      text: row.banner,
      warns: row.banner_level === 'warn',
      from: row.banner_from,
      until: row.banner_until,
    },
    open: row.published_at !== null,
    look: row.colour === '' ? undefined : { colour: row.colour, sheet: look.sheet(row.colour) },
    logo: await shownImage(db, { id: row.logo_id, alt: row.logo_alt }),
    language: row.language,
    hoursAhead: row.practice ? row.hours_ahead : 0,
  };
}
