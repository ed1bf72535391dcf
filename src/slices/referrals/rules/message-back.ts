import { declineReasons, endReasons, states } from '../lists/reasons.ts';
import type { Details, Referral, Step } from '../words/referral.ts';

interface Told {
  readonly one: Referral;
  readonly details: Details;
  readonly need: string;
  readonly story: string;
  readonly steps: readonly Step[];
  readonly agreed: { how: string; givenOn: string; ground: string } | undefined;
  readonly service: string;
  readonly from: string;
  readonly to: string;
}

/** Under the heads of the standard; empty where nothing was said. */
export interface MessageBack {
  readonly person_demographics: { preferred_name: string; telephone: string; email: string };
  readonly referrer_details: { organisation: string; reference: string };
  readonly referral_details: {
    reason_for_referral: string;
    code_label: string;
    sent_at: string | null;
    received_at: string | null;
  };
  readonly about_me: { what_is_most_important_to_me: string };
  readonly consent: { how: string; given_on: string; ground: string };
  readonly social_prescribing_services_offered: readonly { organisation: string; activity: string }[];
  readonly outcome: { status: string; started_at: string | null; ended_at: string | null; reason: string };
  readonly message_back: readonly { at: string; what: string; text: string }[];
}

/**
 * The message back to the referrer, under the heads of the social prescribing information standard 1.1 (ISN 2023). Codes
 * stand there as labels only: SNOMED CT 871731000000106 is “referral to social prescribing service”, 871711000000103
 * “social prescribing declined”.
 */
export function messageBackOf(told: Told): MessageBack {
  const { one, details, agreed } = told;
  const declined = told.steps.some((step) => step.what === 'decline');
  const reasons: Readonly<Record<string, string>> = { ...declineReasons, ...endReasons };
  return {
    person_demographics: { preferred_name: details.name, telephone: details.phone, email: details.email },
    referrer_details: { organisation: told.from, reference: one.code },
    referral_details: {
      reason_for_referral: told.need,
      code_label: declined ? '871711000000103' : '871731000000106',
      sent_at: iso(one.sentAt),
      received_at: iso(one.openedAt),
    },
    about_me: { what_is_most_important_to_me: told.story },
    consent: { how: agreed?.how ?? '', given_on: agreed?.givenOn ?? '', ground: agreed?.ground ?? '' },
    social_prescribing_services_offered: [{ organisation: told.to, activity: told.service }],
    outcome: {
      status: states[one.state],
      started_at: iso(one.startedAt),
      ended_at: iso(one.endedAt),
      reason: reasons[one.endReason ?? ''] ?? '',
    },
    message_back: told.steps
      .filter((step) => step.said !== '')
      .map((step) => ({ at: step.at.toISOString(), what: step.what, text: step.said })),
  };
}

function iso(at: Date | null): string | null {
  return at === null ? null : at.toISOString();
}
