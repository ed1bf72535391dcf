import { dropSecondKeysOf } from '../slices/people/door.ts';
import { InvitePosition, invitePerson, organisationNamed } from '../slices/register/door.ts';
import { inHouse } from './house.ts';
import { readArgs, type Verb, WrongUse } from './verb.ts';

export const people: Verb = {
  usage: 'people invite EMAIL --position ROLE[@ORGANISATION], people drop-keys EMAIL',
  what:
    'invites somebody and prints the link; ORGANISATION is a name or an id, the hub when left out. ' +
    'drop-keys is for the last one who could let others back in: removes lost second keys and ends all sessions',
  async run(args) {
    const { values, positionals } = readArgs(args, { position: { type: 'string' } });
    const [verb, typed, ...rest] = positionals;
    if (typed === undefined || rest.length > 0) throw new WrongUse('Say whom, by one e-mail address.');
    if (verb === 'invite') return invite(typed, values.position);
    if (verb === 'drop-keys') return dropKeys(typed);
    throw new WrongUse('Say what: invite or drop-keys.');
  },
};

async function invite(typed: string, position: string | undefined): Promise<number> {
  if (position === undefined) throw new WrongUse('Say to which position.');
  const [role = '', ...place] = position.split('@');
  const invited = InvitePosition.safeParse({ email: typed, role });
  if (!invited.success) throw new WrongUse(invited.error.issues.map((issue) => issue.message).join(' '));
  const link = await inHouse(async (ctx) => {
    const { id } = await organisationNamed(ctx.db.open, place.join('@').trim());
    return invitePerson(ctx, id, invited.data);
  });
  console.log(link);
  return 0;
}

async function dropKeys(typed: string): Promise<number> {
  await inHouse((ctx) => dropSecondKeysOf(ctx, typed.trim().toLowerCase()));
  console.log(`${typed} signs in with a code by mail, and then sets up another second key.`);
  return 0;
}
