export const neighbours = {
  /** Of one of the groups somebody acts for, the first when none is named. */
  own: (organisationId?: string) => (organisationId ? `/neighbours?as=${organisationId}` : '/neighbours'),
  of: (organisationId: string) => `/organisations/${organisationId}/neighbours`,
  sayHello: (organisationId: string) => `/organisations/${organisationId}/hellos`,
  takeHellos: (organisationId: string) => `/organisations/${organisationId}/hellos/taking`,
  say: (organisationId: string, otherId: string) => `/organisations/${organisationId}/neighbours/${otherId}`,
  hello: (id: string) => `/hellos/${id}`,
  takeBack: (id: string) => `/hellos/${id}/take-back`,
  alone: (areaCode = '', after = '') => {
    const words = new URLSearchParams({ ...(areaCode && { area: areaCode }), ...(after && { after }) });
    return words.size === 0 ? '/neighbours/alone' : `/neighbours/alone?${words}`;
  },
  pairs: () => '/settings/need-pairs',
  removePair: () => '/settings/need-pairs/remove',
};
