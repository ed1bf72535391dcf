import { sql } from 'kysely';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { NotFound } from '../../../platform/errors.ts';
import { permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { sayingChanged } from '../events.ts';
import { canSayHello } from '../permits.ts';
import { knowingOf } from '../queries/knowing.ts';
import { saidBy } from '../rules/hello.ts';
import type { Said, SayOfThem } from '../words/hellos.ts';

/** A group says what it says of another one, for itself; of whom neither has spoken yet, a hello comes first. */
export async function sayOfThem(
  ctx: Ctx,
  organisationId: string,
  aboutId: string,
  { say }: SayOfThem,
): Promise<void> {
  permit(canSayHello(ctx.actor, organisationId));

  await ctx.db.transaction(async (tx) => {
    const spoken = (await knowingOf(tx, organisationId)).some((one) => one.id === aboutId);
    if (!spoken) throw new NotFound('group among your neighbours');
    const said = saidBy(say);
    await (said
      ? keepSaying(tx, ctx, { organisationId, aboutId, said })
      : takeSayingBack(tx, organisationId, aboutId));
    await record(tx, ctx, sayingChanged, { aboutOrganisationId: aboutId }, { organisationId });
  });
}

/** What a group says of another from now on; `onlyAdds` leaves alone what it has said before. */
export async function keepSaying(
  tx: Tx,
  ctx: Ctx,
  one: { organisationId: string; aboutId: string; said: Said; onlyAdds?: boolean },
): Promise<void> {
  const { organisationId, aboutId, said, onlyAdds = false } = one;
  const now = { signposts_to: said.signpostsTo, signposts_from: said.signpostsFrom, changed_at: ctx.now };
  const same = ['organisation_id', 'about_organisation_id'] as const;
  await tx
    .insertInto('neighbours.saying')
    .values({ organisation_id: organisationId, about_organisation_id: aboutId, since: ctx.now, ...now })
    .onConflict((there) => (onlyAdds ? there.doNothing() : there.columns(same).doUpdateSet(now)))
    .execute();
}

/** Also what was said of a record that is part of the other one now. */
async function takeSayingBack(tx: Tx, organisationId: string, aboutId: string): Promise<void> {
  const standsFor = (id: string) => sql<boolean>`in (select id from register.organisation_card
    where id = ${id} or merged_into = ${id})`;
  await tx
    .deleteFrom('neighbours.saying')
    .where(sql<boolean>`organisation_id ${standsFor(organisationId)}`)
    .where(sql<boolean>`about_organisation_id ${standsFor(aboutId)}`)
    .execute();
}
