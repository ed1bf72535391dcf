import { Field, Tick } from '../../../ui/fields.tsx';
import { Button, ButtonRow, Form, type Problems, type Values } from '../../../ui/form.tsx';
import { Section } from '../../../ui/sheets.tsx';
import { people } from '../urls.ts';

export const setProviderTitle = 'Signing in with your own accounts';

interface SetProviderProps {
  organisationId: string;
  /** The address that has to be known over there. */
  backTo: string;
  isSet: boolean;
  values?: Values | undefined;
  problems?: Problems | undefined;
}

export function SetProviderPage({ organisationId, backTo, isSet, values, problems }: SetProviderProps) {
  return (
    <div class="text stack">
      <div>
        <h1>{setProviderTitle}</h1>
        <p class="lead">
          Your organisation has accounts for its staff, such as Microsoft Entra or Google? Then they can sign
          in here with those (OpenID Connect). Whoever looks after them can fill this in.
        </p>
      </div>
      <Section id="there" title="What is done over there">
        <p>Register a web application, with this address to come back to:</p>
        <p>
          <code>{backTo}</code>
        </p>
      </Section>
      <Section id="here" title="What is done here">
        <Form
          name="set-provider"
          action={people.setProvider(organisationId)}
          values={values}
          problems={problems}
        >
          <Field
            name="label"
            label="Whose account is it?"
            hint="It stands on the sign-in page, like “Eastlock Council”."
            maxLength={80}
          />
          <Field
            name="issuer"
            label="Issuer"
            hint="Of your organisation alone, like https://login.microsoftonline.com/YOUR-TENANT/v2.0."
            type="url"
            autocomplete="off"
            maxLength={300}
          />
          <Field name="client_id" label="Client id" autocomplete="off" maxLength={200} />
          <Field
            name="client_secret"
            label="Client secret"
            type="password"
            autocomplete="new-password"
            maxLength={500}
            hint={isSet ? 'It is kept encrypted. Leave this empty to keep the one that is there.' : undefined}
          />
          <Tick name="trusts_keys" label="It asks for a second factor, and says so (amr: mfa)" />
          <ButtonRow>
            <Button>{isSet ? 'Change it' : 'Set it up'}</Button>
          </ButtonRow>
        </Form>
      </Section>
      {isSet && (
        <Section id="remove" title="Remove it">
          <p>Everybody still signs in with the mailbox. Accounts that were linked are linked no more.</p>
          <Form name="remove-provider" action={people.removeProvider(organisationId)}>
            <ButtonRow>
              <Button kind="second">Remove it</Button>
            </ButtonRow>
          </Form>
        </Section>
      )}
    </div>
  );
}
