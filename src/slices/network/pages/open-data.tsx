import { Facts } from '../../../ui/lists.tsx';
import { Section } from '../../../ui/sheets.tsx';
import { directory } from '../../directory/urls.ts';
import type { Network } from '../words/network.ts';
import { licences } from '../words/settings.ts';

interface OpenDataProps {
  network: Network;
  publicUrl: string;
  /** Public addresses that answer in JSON. */
  addresses: readonly { path: string; what: string }[];
}

export function OpenDataPage({ network, publicUrl, addresses }: OpenDataProps) {
  const licence = Object.entries(licences).find(([code]) => code === network.dataLicence)?.[1];
  return (
    <div class="stack text">
      <div>
        <h1>Open data</h1>
        <p class="lead">Everything public here may be read by machines and reused by anyone.</p>
      </div>
      <Section id="licence" title="Licence">
        <p>
          {licence ? <a href={licence.address}>{licence.name}</a> : network.dataLicence}
          {`. Say where it is from: “${network.name}, ${publicUrl}”.`}
        </p>
      </Section>
      <Section id="addresses" title="Addresses">
        <p>No key is needed. Ask gently: a few times a second at most.</p>
        <Facts
          facts={addresses.map(({ path, what }) => ({
            name: what,
            fact: (
              <a href={path}>
                <code>{path}</code>
              </a>
            ),
          }))}
        />
      </Section>
      <Section id="your-site" title="On your own site">
        <p>
          <a href={directory.makeBox()}>A search for your own site</a> is one line to paste, in your colour.
        </p>
      </Section>
      <Section id="not" title="What is not in it">
        <p>
          People, hidden addresses and whatever is not public. Groups that show only their area are given to
          the nearest kilometre.
        </p>
      </Section>
    </div>
  );
}
