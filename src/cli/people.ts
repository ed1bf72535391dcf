import { InvitePosition, invitePerson, organisationNamed } from '../slices/register/door.ts';
import { inHouse } from './house.ts';
import { readArgs, type Verb, WrongUse } from './verb.ts';

export const people: Verb = {
  usage: 'people invite EMAIL --position ROLE[@ORGANISATION]',
  what: 'invites somebody and prints the link; ORGANISATION is a name or an id, the hub when left out',
  async run(args) {
    const { values, positionals } = readArgs(args, { position: { type: 'string' } });
    const [verb, typed, ...rest] = positionals;
    if (verb !== 'invite' || typed === undefined || rest.length > 0)
      throw new WrongUse('Say whom to invite.');
    if (values.position === undefined) throw new WrongUse('Say to which position.');

    const [role = '', ...place] = values.position.split('@');
    const invited = InvitePosition.safeParse({ email: typed, role });
    if (!invited.success) throw new WrongUse(invited.error.issues.map((issue) => issue.message).join(' '));
    const link = await inHouse(async (ctx) => {
      const { id } = await organisationNamed(ctx.db.open, place.join('@').trim());
      return invitePerson(ctx, id, invited.data);
    });
    console.log(link);
    return 0;
  },
};
