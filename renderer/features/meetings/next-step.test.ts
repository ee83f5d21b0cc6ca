import { describe, expect, test } from 'vitest';
import type { Invitation, MeetingDetails } from '../../../shared/contract/meetings.ts';
import { nextStep } from './next-step.ts';

type Known = Parameters<typeof nextStep>[0];
const day = { asSaid: '22. april 2026', sortOn: '2026-04-22', precision: 'day' } as const;
const draft: Known = { status: 'planned', planned: day, held: null, invitations: [], sheets: [], lines: 0 };

function invited(status: Invitation['status']): MeetingDetails['invitations'] {
  const nobody = { organisation: null, person: null, place: null, sentOn: null, answeredOn: null, language: null, note: null, came: null };
  // Any id will do: only the status is looked at.
  return [{ id: 'i', meetingId: 'm' as Invitation['meetingId'], who: 'Røstlaget', status, ...nobody }];
}

function sheet(sentOn: string | null): MeetingDetails['sheets'] {
  const question = { id: 'q', bankQuestionId: null, wording: { nb: 'Hva fungerer?' }, wasDiscussed: null };
  return [{ id: 's', isShared: false, version: 1, title: null, intro: null, sentOn, questions: [question], recipients: [] }];
}

describe('what a meeting needs next', () => {
  test('goes through the work in its order', () => {
    const at = (change: Partial<Known>, today = '2026-03-01') => nextStep({ ...draft, ...change }, today);
    expect(at({})).toBe('invite');
    expect(at({ invitations: invited('draft'), planned: { asSaid: 'i april', sortOn: '2026-04-30', precision: 'month' } })).toBe('date');
    expect(at({ invitations: invited('draft') })).toBe('send-invitations');
    expect(at({ invitations: invited('sent') })).toBe('write-sheet');
    expect(at({ invitations: invited('sent'), sheets: sheet(null) })).toBe('send-sheet');
    expect(at({ invitations: invited('sent'), sheets: sheet('2026-04-01') })).toBe('answers');
    expect(at({ invitations: invited('accepted'), sheets: sheet('2026-04-01') })).toBe('hold');
    expect(at({}, '2026-04-22')).toBe('hold');
  });

  test('after it, minutes come first and then their sending', () => {
    const held = { on: '2026-04-22', precision: 'day' } as const;
    expect(nextStep({ ...draft, status: 'held', held }, '2026-05-01')).toBe('minutes');
    // A line's content is not looked at.
    expect(nextStep({ ...draft, status: 'held', held, lines: 1 }, '2026-05-01')).toBe('send-minutes');
    expect(nextStep({ ...draft, status: 'changed-after-sending', held }, '2026-05-01')).toBe('send-again');
    expect(nextStep({ ...draft, status: 'minutes-sent', held }, '2026-05-01')).toBe('nothing');
    expect(nextStep({ ...draft, status: 'cancelled' }, '2026-03-01')).toBe('resume');
  });
});
