/** What was agreed about a person's contact data: in general, and at one meeting. Days, ISO. */
export interface ContactConsent {
  readonly consentedOn: string | null;
  readonly withdrawnOn: string | null;
  /** What was said about the contact list of this meeting; null when it was not asked. */
  readonly ofMeeting: { readonly consentedOn: string; readonly withdrawnOn: string | null } | null;
}

/**
 * Whether a person's name and contact data may be given to the others of a meeting [R19]. What was said about this meeting goes
 * before what was said in general; but a yes at a meeting does not outlive a later, or as late, withdrawal in general.
 */
export function mayShare({ consentedOn, withdrawnOn, ofMeeting }: ContactConsent): boolean {
  if (ofMeeting === null) return consentedOn !== null && withdrawnOn === null;
  return ofMeeting.withdrawnOn === null && (withdrawnOn === null || ofMeeting.consentedOn > withdrawnOn);
}

/** Whether they may be given to others than those who were there: only by a yes in general, and not where somebody said no for this meeting. */
export function mayPublish({ consentedOn, withdrawnOn, ofMeeting }: ContactConsent): boolean {
  return consentedOn !== null && withdrawnOn === null && (ofMeeting === null || ofMeeting.withdrawnOn === null);
}
