import type { Organisation, Service, ShownPlace } from '../words/records.ts';

/** schema.org words for search engines: public ones only, and an address only where the group shows it. */
export function organisationLd(
  one: Organisation,
  place: ShownPlace | undefined,
  { url, logo, images }: { url: string; logo?: string | undefined; images: readonly string[] },
): object {
  return {
    '@context': 'https://schema.org',
    '@type':
      one.kind === 'public' ? 'GovernmentOrganization' : one.kind === 'business' ? 'Organization' : 'NGO',
    '@id': url,
    url,
    name: one.name,
    ...(one.summary ? { description: one.summary } : {}),
    ...(logo ? { logo } : {}),
    ...(images.length > 0 ? { image: images } : {}),
    ...(one.phone ? { telephone: one.phone } : {}),
    ...(one.email ? { email: one.email } : {}),
    ...(one.website ? { sameAs: [one.website] } : {}),
    ...(place?.shown === 'public' ? { address: addressLd(place) } : {}),
  };
}

export function serviceLd(service: Service, owner: Organisation, ownerUrl: string, url: string): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'Service',
    '@id': url,
    url,
    name: service.name,
    ...(service.summary ? { description: service.summary } : {}),
    provider: { '@type': 'NGO', '@id': ownerUrl, name: owner.name },
    ...(service.costPence === 0 ? { isAccessibleForFree: true } : {}),
  };
}

function addressLd(place: ShownPlace): object {
  return {
    '@type': 'PostalAddress',
    streetAddress: [place.venue, place.address].filter(Boolean).join(', '),
    postalCode: place.postcode,
    addressCountry: 'GB',
  };
}
