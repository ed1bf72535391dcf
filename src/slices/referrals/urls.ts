/** What is on a sheet, all of it in the address, so that nothing has to be kept anywhere. */
interface SheetInAddress {
  /** Services, in the order of the sheet. */
  readonly s: readonly string[];
  /** Those of them that whoever makes the sheet knows to be out of date. */
  readonly old?: readonly string[];
  readonly size?: string;
  readonly lang?: string;
}

export const signpost = {
  list: (sheet: SheetInAddress = { s: [] }) => `/signpost${queryOf(sheet)}`,
  make: () => '/signpost',
  sheet: (sheet: SheetInAddress) => `/signpost/sheet${queryOf(sheet)}`,
  text: (sheet: SheetInAddress) => `/signpost/sheet${queryOf(sheet, 'text')}`,
};

function queryOf({ s, old = [], size = '', lang = '' }: SheetInAddress, as = ''): string {
  const pairs = [
    ...s.map((id) => ['s', id]),
    ...old.filter((id) => s.includes(id)).map((id) => ['old', id]),
    ...Object.entries({ size, lang, as }).filter(([, value]) => value !== ''),
  ];
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`;
}

export const referrals = {
  list: (of?: 'received' | 'sent' | 'behalf') => `/referrals${of === undefined ? '' : `?of=${of}`}`,
  refer: (serviceId: string) => `/services/${serviceId}/refer`,
  one: (id: string) => `/referrals/${id}`,
  open: (id: string) => `/referrals/${id}/open`,
  answer: (id: string) => `/referrals/${id}/answer`,
  tell: (id: string) => `/referrals/${id}/tell`,
  reply: (id: string) => `/referrals/${id}/reply`,
  next: (id: string) => `/referrals/${id}/next`,
  close: (id: string) => `/referrals/${id}/close`,
  withdraw: (id: string) => `/referrals/${id}/withdraw`,
  letter: (id: string) => `/referrals/${id}/letter`,
  messageBackPage: (id: string) => `/referrals/${id}/message-back`,
  messageBack: (id: string) => `/referrals/${id}/message-back.json`,
  messageBackPdf: (id: string) => `/referrals/${id}/message-back.pdf`,
  terms: (organisationId: string) => `/organisations/${organisationId}/sharing-terms`,
};
