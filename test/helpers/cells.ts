import { routes } from '../../src/app.ts';
import type { Route } from '../../src/platform/http/route.ts';
import { dayIn } from './coming-days.ts';
import type { Things } from './things.ts';

export interface Cell {
  /** The route, and of which thing where there are several. */
  readonly name: string;
  readonly method: Route['method'];
  readonly path: string;
  readonly form: Readonly<Record<string, string>>;
}

/** Nothing has this id. */
export const absent = '018f0000-0000-7000-8000-00000000ffff';
const token = 'A'.repeat(43);

/** Every route, asked about the things of group A and its centre; last, what would end the asking itself. */
export function cells(there: Things): Cell[] {
  const asked = routes.flatMap((route) => ofRoute(route, there));
  const last = (cell: Cell) => ['POST /sign-out', 'POST /practice/reset'].includes(cell.name);
  return [
    ...asked.filter(({ method }) => method === 'GET'),
    ...asked.filter((cell) => cell.method === 'POST' && !last(cell)),
    ...asked.filter(last),
  ];
}

function ofRoute({ method, path }: Route, there: Things): Cell[] {
  const name = `${method} ${path}`;
  const form =
    name === 'POST /organisations/:id/support'
      ? { ...entry, centre_id: there.centres.eastlock }
      : (forms[name] ?? {});
  return namedIds(path, there).map(([which, ids]) => {
    const filled = path.replace('/:slug?', '').replace(/:(\w+)/g, (_, param) => ids[param] ?? absent);
    return { name: which === '' ? name : `${name} (${which})`, method, path: filled, form };
  });
}

type Ids = Readonly<Record<string, string>>;

const withoutIds: [string, Ids] = ['absent', {}];

/** What stands for the parameters of a path, by its first word; several where it matters which one is asked for. */
function namedIds(path: string, there: Things): [string, Ids][] {
  const first = path.split('/')[1] ?? '';
  if (path.startsWith('/organisations/:id/registration')) {
    const ids = { centre: there.centres.eastlock };
    const of = path.endsWith('/appeal') || path.endsWith('/resend') ? there.refused : there.waiting;
    return [
      ['', { id: of, ...ids }],
      ['absent', { id: absent, ...ids }],
    ];
  }
  if (first === 'organisations') {
    const ids = { position: there.position, invitation: there.invitation, other: there.otherGroup, token };
    return [
      ['public', { id: there.group, ...ids }],
      ['waiting', { id: there.waiting, ...ids }],
      ['absent', { id: absent, ...ids }],
    ];
  }
  if (first === 'services') {
    return [
      ['public', { id: there.service }],
      ['retired', { id: there.retiredService }],
      ['absent', { id: absent }],
    ];
  }
  if (first === 'roles' && path.includes(':id')) {
    return [
      ['live', { id: there.role }],
      ['waiting', { id: there.waitingRole }],
      ['absent', { id: absent }],
    ];
  }
  const { eastlock: id } = there.centres;
  const known: Readonly<Record<string, Ids>> = {
    register: { id: there.draft, step: 'where' },
    centres: {
      ...{ id, organisation: there.waiting, question: there.question, service: there.service },
      role: there.waitingRole,
    },
    check: { token: there.checkToken },
    invitations: { token: there.invitationToken },
    drives: { id: there.drive },
    'employer-days': { id: there.employerDay, offer: there.employerOffer },
    claims: { id: there.claim },
    belongs: { token },
    belongings: { id: there.belonging },
    suggestions: { id: there.suggestion },
    appeals: { id: there.appeal },
    support: { id: there.supportEntry },
    referrals: { id: there.referral },
    help: { token: there.helpToken },
    'help-requests': { id: there.helpRequest },
    concerns: { id: there.concern },
    'to-read': { id: there.opening },
    plans: { id: there.plan },
    talks: { id: there.talk },
    enquiries: { id: there.enquiry },
    volunteering: { id: there.enquiry },
    introductions: { id: there.introduction },
    permissions: { token: there.permissionToken },
    boards: { id: there.board },
    matches: { id: there.match },
    'let-go': { id: there.letGo },
    requests: { id: there.matter, token: there.matterToken },
    breaches: { id: there.breach },
    agreements: { id: there.basis },
    'who-has-my-details': { id: absent, token: there.shareToken },
    mergers: { id: there.merge },
    hellos: { id: there.hello },
    areas: { code: 'V01' },
    settings: { id, first: 'send' },
    look: { colour: '12483b' },
    images: {},
    hub: { queue: 'late-answers', measure: 'unled' },
    'nobody-lost': { id: there.promise },
    'sign-in': { token },
    me: { token },
    mailbox: { token },
    lost: { token },
    following: { token },
    'ten-minutes': { token },
    searches: { token },
    api: { id: there.group },
  };
  const hidden = [
    'claims',
    'suggestions',
    'appeals',
    'support',
    'belongings',
    'mergers',
    'referrals',
    'requests',
    'breaches',
    'agreements',
    'help-requests',
    'concerns',
    'to-read',
    'plans',
    'talks',
    'enquiries',
    'volunteering',
    'introductions',
    'boards',
    'matches',
    'hellos',
    'nobody-lost',
    'drives',
    'employer-days',
  ].includes(first);
  return [['', known[first] ?? {}], ...(hidden ? [withoutIds] : [])];
}

const entry = {
  ...{ kind: 'call', on_day: '2026-11-23', words: 'They asked about insurance.', shown_to: 'all_centres' },
  ...{ follow_up_on: '', follow_up_person: '' },
};

const askedFor = {
  ...{ near: 'AV3 4QT', need: '', receiver_id: absent, token, for_whom: 'self', story: 'A warm meal.' },
  ...{ name: 'Mr Finch', reply_by: 'phone', phone: '01632 960144', agreed: 'yes' },
};

const record = {
  ...{
    name: 'Tansy Street Kitchen',
    summary: 'Soup for everybody.',
    themes: 'food',
    people_served: 'everyone',
  },
  ...{ address_shown: 'hidden', postcode: 'AV3 4QT', venue: '', address: '', description: '', version: '0' },
  ...{ contact_label: '', phone: '', email: '', website: '' },
};
const { address_shown: _, ...suggested } = { ...record, summary: 'Soup and bread for everybody.' };
const service = { name: 'Thursday soup', summary: 'Soup.', themes: 'food', people_served: 'everyone' };

const role = {
  ...{ title: 'Soup carrier', summary: 'Carry it.', cause: 'LocalCommunity', place: 'ours' },
  minimum_age: '18',
};

/** Each form filled in well, so that only the person decides. */
const forms: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'POST /employer-days/:id/agree': { version: '0' },
  'POST /employer-days/:id/cancel': { reason: 'A big order.', version: '0' },
  'POST /employer-days/:id/offers/:offer/risk': { risk_words: 'Heat.' },
  'POST /employer-days/:id/offers/:offer/not-ready': { reason: 'No oven.' },
  'POST /employer-days/:id/offers/:offer/employer': { useful: 'yes' },
  'POST /employer-days/:id/offers/:offer/host': { useful: 'yes' },
  'POST /roles/matching': { times: '3', near: '3', skills: '2', cause: '3', access: '4', version: '0' },
  'POST /volunteer': { adult: 'yes', version: '0' },
  'POST /services/:id/refer': {
    ...{ id: absent, organisation_id: absent, need: 'A warm meal.', name: 'Mrs Wren', phone: '07700 900123' },
    ...{ ground: 'consent', how: 'spoken', given_on: '2026-11-20', agreed: 'yes' },
  },
  'POST /organisations/:id/sharing-terms': { read: 'yes' },
  'POST /referrals/:id/answer': { answer: 'accept', version: '0' },
  'POST /referrals/:id/tell': { what: 'started', version: '1' },
  'POST /referrals/:id/reply': { said: 'Yes.', version: '0' },
  'POST /referrals/:id/next': { id: absent, service_id: absent, version: '0' },
  'POST /referrals/:id/withdraw': { told_how: 'On the telephone.' },
  'POST /searches': { search: 'q=soup', how: 'daily' },
  'POST /searches/:id': { how: 'daily' },
  'POST /settings/synonyms': { words: 'scran\nkitchen' },
  'POST /settings/synonyms/:id': { words: 'scran\nkitchen', version: '1' },
  'POST /settings/synonyms/:id/remove': { version: '1' },
  'POST /settings/synonyms/built-in/:first': { words: 'send\nspecial school' },
  'POST /sign-in': { email: 'somebody@things.example' },
  'POST /sign-in/code': { code: '000000' },
  'POST /me/name': { name: 'Robin', version: '0' },
  'POST /me/mailbox': { email: 'not an address' },
  'POST /me/passkeys/:id/name': { name: 'my phone' },
  'POST /second-key': { by: 'authenticator', app_code: '000000' },
  'POST /me/authenticator/confirm': { app_code: '000000' },
  'POST /register/:id/:step': { version: '0', go: 'back' },
  'POST /register/:id/:step/keep': { version: '1', postcode: 'AV3 4QT' },
  'POST /centres/:id/registrations/:organisation': { answer: 'returned', reason: 'Say when.', version: '0' },
  'POST /centres/:id/registrations/:organisation/not-the-same': { why: 'I rang both.' },
  'POST /centres/:id/questions': { question: 'Who cooks?', kind: 'text' },
  'POST /organisations/:id/registration/appeal': { what: 'We are real.' },
  'POST /organisations/:id/registration/:centre': { answer: 'In the hall.', version: '0' },
  'POST /organisations/:id/suggest': { what: 'It is on Mondays now.', reply_to: '' },
  'POST /organisations/:id/people': { email: 'new@things.example', role: 'worker' },
  'POST /organisations/:id/people/:position/lost': { lost: 'second_key', how: 'I rang the old number.' },
  'POST /organisations/:id/people/:position/lost/agree': { how: 'I met them.' },
  'POST /organisations/:id/second-keys': { required: 'yes' },
  'POST /organisations/:id/suggest/edit': suggested,
  'POST /organisations/:id/edit': record,
  'POST /organisations/:id/new-service': { ...service, status: 'open', way_in: 'ring', version: '0' },
  'POST /services/:id/edit': { ...service, status: 'open', way_in: 'ring', version: '0' },
  'POST /organisations/:id/new-role': { ...role, go: 'keep', version: '0' },
  'POST /roles/:id/ask': { name: 'Robin', of_age: 'yes', agree_group: 'yes' },
  'POST /centres/:id/ask': { name: 'Robin', of_age: 'yes', agree_centre: 'yes' },
  'POST /centres/:id/enquiries/new': { channel: 'phone', name: 'Lee', agreed: 'yes' },
  'POST /volunteering/:id/agree': { agreed: 'yes' },
  'POST /enquiries/:id/note': { said: 'I rang them.', version: '0' },
  'POST /enquiries/:id/match': { role_id: absent, version: '0' },
  'POST /enquiries/:id/introduce': { how: 'spoken', given_on: '2026-11-20', agreed: 'yes', version: '0' },
  'POST /enquiries/:id/parent': { parent_email: 'parent@things.example' },
  'POST /enquiries/:id/stop': { reason: 'no_role', version: '0' },
  'POST /introductions/:id/reply': { answer: 'talking', version: '0' },
  'POST /introductions/:id/start': { starts_on: '2026-12-20', meet: 'Kim', version: '0' },
  'POST /introductions/:id/end': { reason: 'moved', version: '0' },
  'POST /permissions/:token': { answer: 'yes' },
  'POST /roles/:id/edit': { ...role, version: '0' },
  'POST /roles/:id/sessions': { on_day: dayIn(40), begins: '10', ends: '12', weeks: '1' },
  'POST /roles/:id/state': { to: 'paused', reason: '' },
  'POST /roles/:id/pull': { reason: 'Say who pays.' },
  'POST /roles/:id/check': { answer: 'returned', reason: 'Say when.' },
  'POST /roles/sharing': { percent: '90', by_day: dayIn(90) },
  'POST /claims/:id': { answer: 'declined', proof: 'Nobody knew of it.' },
  'POST /organisations/:id/claim': { way: 'check', words: 'Ask for Robin at the hall.' },
  'POST /organisations/:id/branches': { other_id: absent, link: 'branch', as: 'part' },
  'POST /organisations/:id/kind': { kind: 'group', version: '0' },
  'POST /organisations/:id/state': { to: 'paused', reason: 'Until September.' },
  'POST /centres/:id/take': { how: 'phone' },
  'POST /organisations/:id/taken': { confirmed_how: 'rang' },
  'POST /organisations/:id/trust': { trusted: 'yes', reason: 'Two good years.' },
  'POST /services/:id/look': { answer: 'returned', reason: 'Say when.' },
  'POST /hellos/:id': { answer: 'know' },
  'POST /settings/need-pairs': { one: 'arts', other: 'youth' },
  'POST /settings/need-pairs/remove': { one: 'food', other: 'money' },
  'POST /organisations/:id/hellos/taking': { hellos: 'no' },
  'POST /organisations/:id/neighbours/:other': { say: 'know' },
  'POST /organisations/:id/same/:other': { reason: 'One kitchen.', versions: '0.0' },
  'POST /ten-minutes': { does: 'done' },
  'POST /ten-minutes/mail': { weekday: '2' },
  'POST /nobody-lost/:id/pass': { to: absent, why: 'Jo is away.', version: '0' },
  'POST /mergers/:id': { answer: 'declined', reason: 'We are two.' },
  'POST /mergers/:id/undo': { reason: 'They are two.' },
  'POST /organisations/:id/history': { version_id: absent },
  'POST /services/:id/history': { version_id: absent },
  'POST /belongings/:id': { answer: 'declined', reason: 'Never heard of them.' },
  'POST /claims/:id/object': { objection: 'They left in May.' },
  'POST /claims/:id/appeal': { what: 'We are from there.' },
  'POST /suggestions/:id': { answer: 'done' },
  'POST /appeals/:id': { answer: 'declined', reason: 'The hall said so.' },
  'POST /support/:id': { ...entry, version: '1' },
  'POST /support/:id/withdraw': { withdrawn_reason: 'Of another group.' },
  'POST /organisations/:id/support/look': { reason: 'The centre asked me to.' },
  'POST /settings/centres/:id/invite': { email: 'new@things.example', role: 'admin' },
  'POST /settings/name': {
    ...{ name: 'Ambry Vale', strapline: 'Close to home', hub_name: 'The hub', hub_phone: '' },
    ...{ hub_email: 'hub@ambry.example', version: '0' },
  },
  'POST /settings/promise': {
    ...{ promise: 'You hear back.', registration_answer_days: '3', suggestion_answer_days: '5' },
    ...{ hello_answer_days: '10', help_answer_days: '2' },
    hello_answer_days: '10',
    enquiry_answer_days: '1',
    introduction_answer_days: '5',
    ...{
      climb_days: '2',
      check_due_months: '6',
      check_old_months: '9',
      check_out_months: '12',
      version: '0',
    },
  },
  'POST /settings/words': { centre_word: 'centre', centres_word: 'centres', version: '0' },
  'POST /settings/licence': { data_licence: 'OGL-UK-3.0', version: '0' },
  'POST /settings/colour': { colour: '#12483b', version: '0' },
  'POST /settings/banner': { banner: 'Closed on Monday.', banner_level: 'calm', version: '0' },
  'POST /settings/holidays': { nation: 'scotland', version: '0' },
  'POST /settings/holidays/add': { day: '2027-07-07', name: 'A day off' },
  'POST /settings/holidays/remove': { day: '2026-12-25' },
  'POST /settings/quiet-hours': { quiet_from: '21', quiet_until: '7', version: '0' },
  'POST /settings/doors': { answer: 'close', version: '0' },
  'POST /help/ask': askedFor,
  'POST /help/taken': askedFor,
  'POST /help-requests/:id/take': { version: '0' },
  'POST /help-requests/:id/answer': { version: '1', answer: 'helped' },
  'POST /help-requests/:id/close': { version: '2', told_how: 'Rang him.' },
  'POST /help-requests/:id/withdraw': { told_how: 'On the telephone.' },
  'POST /referrals/:id/talk': { reason: 'Which days she has left.' },
  'POST /talks/:id': { other_referral_id: absent, agreed: 'yes', how: 'spoken' },
  'POST /talks/:id/stop': { told_how: 'She rang.' },
  'POST /boards': { organisation_id: absent, name: 'Hot meals', theme: 'food' },
  'POST /boards/:id/members': { organisation_id: absent },
  'POST /boards/:id/notices': { words: 'The market hall is closed.' },
  'POST /boards/:id/matches': { area_id: absent, service_id: absent, places: '2' },
  'POST /matches/:id': { answer: 'declined' },
  'POST /organisations/:id/spare-places': { service_id: absent, places: '2' },
  'POST /worried': {
    id: '018f0000-0000-7000-8000-0000000000aa',
    facts: 'He sounded afraid.',
    contact: '',
    near: '',
    request: '',
    referral: '',
  },
  'POST /concerns/:id/note': { version: '0', what: 'noted', said: 'Rang him.' },
  'POST /concerns/:id/hold': { version: '1', what: 'hold' },
  'POST /concerns/:id/close': { version: '1', said: 'He is well.' },
  'POST /concerns/:id/ask-to-read': { reason: 'To ring him.' },
  'POST /organisations/:id/safeguarding': { person_id: absent, phone: '01632 960144' },
  'POST /organisations/:id/safety-numbers': {
    area_id: absent,
    team: 'Adult care',
    day_phone: '01632 960144',
  },
  'POST /search/gap': { q: 'a skating rink', near: '' },
  'POST /practice/sign-in': { person: 'nobody' },
  'POST /practice/clock': { hours: '1' },
};
