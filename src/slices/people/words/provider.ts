import { z } from 'zod';
import { optionalText, text, tick } from '../../../platform/words.ts';

const issuer = z
  .string({ error: 'Give the address of the issuer, like https://login.example.org.uk/your-tenant/v2.0.' })
  .trim()
  .max(300)
  .refine((value) => URL.canParse(value) && /^https:\/\/[^\s@?#]+$/.test(value), {
    error: 'The issuer is an address that begins with https:// and has neither ? nor #.',
  })
  .refine((value) => !/\/(common|organizations|consumers)(\/|$)/.test(value), {
    error:
      'This is the address for everybody’s accounts. Give the one of your own organisation (its tenant).',
  });

export const SetProvider = z.strictObject({
  label: text({ max: 80, missing: 'Say whose account it is, like “Eastlock Council”.' }),
  issuer,
  client_id: text({ max: 200, missing: 'Give the client id that was made for us there.' }),
  /** Left empty, the one that is there stays. */
  client_secret: optionalText(500),
  trusts_keys: tick,
});
export type SetProvider = z.infer<typeof SetProvider>;
export const providerFields = ['label', 'issuer', 'client_id', 'client_secret', 'trusts_keys'] as const;

const word = z.string().max(4000).optional();

/** What a provider sends somebody back with. */
export const Back = z.object({ code: word, state: word, iss: word, error: word });
export type Back = z.infer<typeof Back>;
export const backFields = ['code', 'state', 'iss', 'error'] as const;

export interface Provider {
  organisationId: string;
  label: string;
  issuer: string;
  clientId: string;
  trustsKeys: boolean;
}

/** A provider, and whether the person has linked an account there. */
export interface LinkedProvider extends Pick<Provider, 'organisationId' | 'label' | 'issuer'> {
  linkedAt: Date | null;
}
