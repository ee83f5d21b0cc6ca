import { describe, expect, test } from 'vitest';
import { mayShare } from './may-share.ts';

const never = { consentedOn: null, withdrawnOn: null, ofMeeting: null };
const atMeeting = { consentedOn: '2026-04-22', withdrawnOn: null };

describe('[R19] whether contact data may be shared with the others of a meeting', () => {
  test.each([
    ['nobody asked', never, false],
    ['yes in general', { ...never, consentedOn: '2025-01-01' }, true],
    ['yes in general, taken back', { ...never, consentedOn: '2025-01-01', withdrawnOn: '2025-06-01' }, false],
    ['yes at the meeting', { ...never, ofMeeting: atMeeting }, true],
    ['yes at the meeting, taken back', { ...never, ofMeeting: { ...atMeeting, withdrawnOn: '2026-05-01' } }, false],
    [
      'taken back at the meeting goes before yes in general',
      { ...never, consentedOn: '2025-01-01', ofMeeting: { ...atMeeting, withdrawnOn: '2026-05-01' } },
      false,
    ],
    [
      'yes at the meeting does not outlive a later no in general',
      { consentedOn: '2025-01-01', withdrawnOn: '2026-06-01', ofMeeting: atMeeting },
      false,
    ],
    ['nor one of the same day', { consentedOn: null, withdrawnOn: '2026-04-22', ofMeeting: atMeeting }, false],
    ['a new yes at a meeting counts after an old no', { consentedOn: '2024-01-01', withdrawnOn: '2025-06-01', ofMeeting: atMeeting }, true],
  ])('%s', (_, consent, expected) => {
    expect(mayShare(consent)).toBe(expected);
  });
});
