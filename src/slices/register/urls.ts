import { slug } from '../../platform/words.ts';

export const register = {
  start: () => '/register',
  step: (draftId: string, step: string) => `/register/${draftId}/${step}`,
  keep: (draftId: string, step: string) => `/register/${draftId}/${step}/keep`,
  same: (draftId: string) => `/register/${draftId}/same`,
  similar: () => '/register/similar',
  paper: () => '/register/paper',
  state: (organisationId: string) => `/organisations/${organisationId}/registration`,
  tell: (organisationId: string, centreId: string) =>
    `/organisations/${organisationId}/registration/${centreId}`,
  resend: (organisationId: string) => `/organisations/${organisationId}/registration/resend`,
  appeal: (organisationId: string) => `/organisations/${organisationId}/registration/appeal`,
};

export const organisations = {
  one: (id: string, name?: string) => (name ? `/organisations/${id}/${slug(name)}` : `/organisations/${id}`),
  edit: (id: string) => `/organisations/${id}/edit`,
  logo: (id: string) => `/organisations/${id}/logo`,
  pictures: (id: string) => `/organisations/${id}/pictures`,
  pictureFirst: (id: string, pictureId: string) => `/organisations/${id}/pictures/${pictureId}/first`,
  removePicture: (id: string, pictureId: string) => `/organisations/${id}/pictures/${pictureId}/remove`,
  removeLogo: (id: string) => `/organisations/${id}/logo/remove`,
  state: (id: string) => `/organisations/${id}/state`,
  people: (id: string) => `/organisations/${id}/people`,
  secondKeys: (id: string) => `/organisations/${id}/second-keys`,
  secondKeyProof: (id: string) => `/organisations/${id}/second-keys.csv`,
  endPosition: (id: string, positionId: string) => `/organisations/${id}/people/${positionId}/end`,
  revoke: (id: string, invitationId: string) => `/organisations/${id}/invitations/${invitationId}/revoke`,
  check: (id: string) => `/organisations/${id}/check`,
  /** `sheet` is the list of somebody who noticed it while choosing services, so as to lead back there. */
  suggest: (id: string, sheet: { s: readonly string[]; old: readonly string[] } = { s: [], old: [] }) => {
    const pairs = [...sheet.s.map((one) => ['s', one]), ...sheet.old.map((one) => ['old', one])];
    return `/organisations/${id}/suggest${pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`}`;
  },
  allByWhoever: (id: string, versionId: string) => `/organisations/${id}/history/${versionId}/all`,
  proveSuggestion: (id: string, token: string) => `/organisations/${id}/suggest/proof/${token}`,
  proveByMail: (id: string, token: string) => `/organisations/${id}/suggest/proof/${token}/mail`,
  proveByCode: (id: string, token: string) => `/organisations/${id}/suggest/proof/${token}/code`,
  suggestEdit: (id: string) => `/organisations/${id}/suggest/edit`,
  claim: (id: string) => `/organisations/${id}/claim`,
  branches: (id: string) => `/organisations/${id}/branches`,
  endBranch: (id: string) => `/organisations/${id}/branches/end`,
  history: (id: string) => `/organisations/${id}/history`,
  taken: (id: string) => `/organisations/${id}/taken`,
  kind: (id: string) => `/organisations/${id}/kind`,
  belonging: (id: string) => `/belongings/${id}`,
  trust: (id: string) => `/organisations/${id}/trust`,
  newService: (id: string) => `/organisations/${id}/new-service`,
};

export const recovery = {
  one: (organisationId: string, positionId: string) =>
    `/organisations/${organisationId}/people/${positionId}/lost`,
  agree: (organisationId: string, positionId: string) =>
    `/organisations/${organisationId}/people/${positionId}/lost/agree`,
  stop: (organisationId: string, positionId: string) =>
    `/organisations/${organisationId}/people/${positionId}/lost/stop`,
  stopByLink: (token: string) => `/lost/${token}`,
};

export const leavings = {
  begin: (organisationId: string, positionId: string) =>
    `/organisations/${organisationId}/people/${positionId}/leaving`,
  one: (id: string) => `/leavings/${id}`,
  callOff: (id: string) => `/leavings/${id}/call-off`,
  answer: (handoverId: string) => `/handovers/${handoverId}`,
  brief: (organisationId: string) => `/organisations/${organisationId}/brief`,
};

export const appointments = {
  of: (organisationId: string) => `/organisations/${organisationId}/appointments`,
  confirm: (id: string) => `/appointments/${id}/confirm`,
  reverse: (id: string) => `/appointments/${id}/reverse`,
  object: (token: string) => `/appointments/object/${token}`,
};

export const services = {
  one: (id: string, name?: string) => (name ? `/services/${id}/${slug(name)}` : `/services/${id}`),
  edit: (id: string) => `/services/${id}/edit`,
  history: (id: string) => `/services/${id}/history`,
  look: (id: string) => `/services/${id}/look`,
};

export const centres = {
  registrations: (centreId: string) => `/centres/${centreId}/registrations`,
  registration: (centreId: string, organisationId: string) =>
    `/centres/${centreId}/registrations/${organisationId}`,
  notTheSame: (centreId: string, organisationId: string) =>
    `/centres/${centreId}/registrations/${organisationId}/not-the-same`,
  take: (centreId: string) => `/centres/${centreId}/take`,
  questions: (centreId: string) => `/centres/${centreId}/questions`,
  retireQuestion: (centreId: string, questionId: string) =>
    `/centres/${centreId}/questions/${questionId}/retire`,
  looks: (centreId: string) => `/centres/${centreId}/looks`,
  lookedAt: (centreId: string, serviceId: string) => `/centres/${centreId}/looks/${serviceId}`,
  suggestion: (suggestionId: string) => `/suggestions/${suggestionId}`,
  appeal: (appealId: string) => `/appeals/${appealId}`,
};

export const claims = {
  one: (id: string) => `/claims/${id}`,
  object: (id: string) => `/claims/${id}/object`,
  appeal: (id: string) => `/claims/${id}/appeal`,
  prove: (token: string) => `/belongs/${token}`,
};

export const checking = {
  link: (token: string) => `/check/${token}`,
};

export const invitations = {
  one: (token: string) => `/invitations/${token}`,
};

/** The coordinator's steps: centres with their people, and who answers for which area. */
export const settingUp = {
  centres: () => '/settings/centres',
  centre: (id: string) => `/settings/centres/${id}`,
  invite: (id: string) => `/settings/centres/${id}/invite`,
  cover: () => '/settings/cover',
};
