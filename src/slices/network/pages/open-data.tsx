import { Facts } from '../../../ui/lists.tsx';
import { Section } from '../../../ui/sheets.tsx';
import type { Network } from '../words.ts';

/** Names of licences that we know how to write out. */
const licences: Readonly<Record<string, { name: string; address: string }>> = {
  'OGL-UK-3.0': {
    name: 'Open Government Licence 3.0',
    address: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
  },
  'CC-BY-4.0': {
    name: 'Creative Commons Attribution 4.0',
    address: 'https://creativecommons.org/licenses/by/4.0/',
  },
};

interface OpenDataProps {
  network: Network;
  publicUrl: string;
  /** Public addresses that answer in JSON. */
  addresses: readonly { path: string; what: string }[];
}

export function OpenDataPage({ network, publicUrl, addresses }: OpenDataProps) {
  const licence = licences[network.dataLicence];
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
      <Section id="not" title="What is not in it">
        <p>
          People, hidden addresses and whatever is not public. Groups that show only their area are given to
          the nearest kilometre.
        </p>
      </Section>
    </div>
  );
}
