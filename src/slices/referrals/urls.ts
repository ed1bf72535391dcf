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
  /** For somebody who asked for help, with what they said already filled in. */
  refer: (serviceId: string, requestId = '') =>
    `/services/${serviceId}/refer${requestId === '' ? '' : `?request=${requestId}`}`,
  /** One more step of a plan. */
  referInPlan: (serviceId: string, planId: string) => `/services/${serviceId}/refer?plan=${planId}`,
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

export const help = {
  ask: (of: { near?: string; need?: string } = {}) => `/help/ask${asQuery(of)}`,
  asked: (token: string) => `/help/asked/${token}`,
  taken: (of: { near?: string; need?: string } = {}) => `/help/taken${asQuery(of)}`,
  list: (of?: 'ours' | 'taken') => `/help-requests${of === undefined ? '' : `?of=${of}`}`,
  one: (id: string) => `/help-requests/${id}`,
  take: (id: string) => `/help-requests/${id}/take`,
  answer: (id: string) => `/help-requests/${id}/answer`,
  close: (id: string) => `/help-requests/${id}/close`,
  letter: (id: string) => `/help-requests/${id}/letter`,
  withdraw: (id: string) => `/help-requests/${id}/withdraw`,
};

export const plans = {
  list: () => '/plans',
  one: (id: string, need = '') => `/plans/${id}${asQuery({ need })}`,
  make: (referralId: string) => `/referrals/${referralId}/plan`,
  askToTalk: (referralId: string) => `/referrals/${referralId}/talk`,
  talk: (id: string) => `/talks/${id}`,
  declineTalk: (id: string) => `/talks/${id}/decline`,
  stopTalk: (id: string) => `/talks/${id}/stop`,
};

export const boards = {
  list: () => '/boards',
  one: (id: string) => `/boards/${id}`,
  members: (id: string) => `/boards/${id}/members`,
  notices: (id: string) => `/boards/${id}/notices`,
  matches: (id: string) => `/boards/${id}/matches`,
  match: (id: string) => `/matches/${id}`,
  places: (organisationId: string) => `/organisations/${organisationId}/spare-places`,
};

export const concerns = {
  worried: (about: { request?: string; referral?: string; near?: string } = {}) =>
    `/worried${asQuery(about)}`,
  numbers: (area: string, code: string, to = '') => `/worried/numbers${asQuery({ area, code, to })}`,
  list: () => '/concerns',
  one: (id: string) => `/concerns/${id}`,
  note: (id: string) => `/concerns/${id}/note`,
  close: (id: string) => `/concerns/${id}/close`,
  ask: (id: string) => `/concerns/${id}/ask-to-read`,
  confirm: (id: string) => `/to-read/${id}`,
  read: (id: string) => `/concerns/${id}/read`,
  leads: (organisationId: string) => `/organisations/${organisationId}/safeguarding`,
  endLead: (organisationId: string, leadId: string) =>
    `/organisations/${organisationId}/safeguarding/${leadId}/end`,
  areaNumbers: (organisationId: string) => `/organisations/${organisationId}/safety-numbers`,
};

function asQuery(of: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(of).filter(([, value]) => value !== '');
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`;
}
