import { event } from '../../platform/words.ts';

type About = { organisationId: string; roleId: string };

export const rolePosted = event<About & { state: string }>('volunteering.role_posted');
export const roleChanged = event<About & { fields: string[] }>('volunteering.role_changed');
/** It waits for the first look of the home centre. */
export const roleAsked = event<About>('volunteering.role_asked');
export const roleAnswered = event<About & { answer: string }>('volunteering.role_answered');
/** Anybody can find it from now on. */
export const roleLive = event<About>('volunteering.role_live');
export const roleStateChanged = event<About & { state: string }>('volunteering.role_state_changed');
export const rolePulled = event<About>('volunteering.role_pulled');
export const roleExpiring = event<About>('volunteering.role_expiring');
export const roleExpired = event<About>('volunteering.role_expired');
export const sharingTargetSet = event<{ percent: number; byDay: string }>('volunteering.sharing_target_set');

/** After these what the directory says of a role may read differently. */
export const touchesRole = [rolePosted, roleChanged, roleLive, roleStateChanged, rolePulled, roleExpired].map(
  (one) => one.name,
);

type OfEnquiry = { enquiryId: string };

// Enquiries: ids and states alone, because who asked is private to the person, and to those they told.
export const enquiryMade = event<OfEnquiry>('volunteering.enquiry_made');
export const enquiryMoved = event<OfEnquiry & { from: string; to: string; by: string }>(
  'volunteering.enquiry_moved',
);
export const enquiryNoted = event<OfEnquiry>('volunteering.enquiry_noted');
export const introductionSent = event<OfEnquiry & { introductionId: string }>(
  'volunteering.introduction_sent',
);
/** The time for an answer is over: the person hears it, and the centre sees to it. */
export const enquiryLate = event<OfEnquiry>('volunteering.enquiry_late');
export const permissionAsked = event<OfEnquiry & { permissionId: string }>('volunteering.permission_asked');
export const permissionAnswered = event<OfEnquiry & { answer: string }>('volunteering.permission_answered');
export const followUpAsked = event<OfEnquiry>('volunteering.follow_up_asked');
