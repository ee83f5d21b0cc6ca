import { describe, expect, test } from 'vitest';
import type { MeetingRecipients, Recipient } from '../../../shared/contract/papers.ts';
import { MeetingId } from '../../../shared/model/ids.ts';
import { planSending, recipientKey, type SendChoices } from './send-plan.ts';

const meetingId = MeetingId.parse('0198f0c0-0000-7000-8000-000000000001');
const person = (id: string, rest: Partial<Recipient> = {}): Recipient => ({
  ref: { kind: 'person', id },
  name: id,
  of: '',
  language: 'nb',
  email: `${id}@fjordvik.example`,
  invitation: 'draft',
  last: null,
  isSuggested: true,
  ...rest,
});
const meeting = (recipients: readonly Recipient[]): MeetingRecipients => ({
  meetingId,
  title: 'Dialogmøte',
  language: 'nb',
  status: 'planned',
  event: { kind: 'event', isAllDay: false, isCancelled: false },
  hasContent: true,
  recipients: [...recipients],
});
const choices: SendChoices = {
  what: 'invitation',
  form: 'invitation',
  file: 'docx',
  language: 'own',
  hasCalendar: true,
  hasNames: false,
  hasPhotos: true,
  mayBeSpread: false,
  practical: '',
};
const all = (recipients: readonly Recipient[]): Set<string> => new Set(recipients.map(({ ref }) => recipientKey(meetingId, ref)));

describe('what has to be made so that everybody gets their paper', () => {
  test('one paper for each language, a letter for each who has no address [R10] [R90]', () => {
    const people = [person('a'), person('b', { language: 'sv' }), person('c'), person('d', { email: null })];
    const plan = planSending([meeting(people)], all(people), choices, '2026-04-01');
    expect(plan.orders.map((order) => (order.kind === 'invitation' ? `${order.form} ${order.language}` : order.kind))).toEqual([
      'invitation nb',
      'letter nb',
      'invitation sv',
    ]);
    expect(plan.preparations.flatMap(({ recipients }) => recipients.map(({ id }) => id)).toSorted()).toEqual(['a', 'b', 'c', 'd']);
    expect(plan.mails.flatMap(({ recipients }) => recipients.map(({ id }) => id)).toSorted()).toEqual(['a', 'b', 'c']);
    expect(plan.calendars).toEqual([meetingId]);
  });

  test('one language for all when it is chosen, and nobody who was not', () => {
    const people = [person('a'), person('b', { language: 'sv' })];
    const plan = planSending([meeting(people)], all(people.slice(1)), { ...choices, language: 'en' }, '2026-04-01');
    expect(plan.preparations).toEqual([expect.objectContaining({ recipients: [{ kind: 'person', id: 'b' }] })]);
    expect(plan.orders).toEqual([expect.objectContaining({ language: 'en' })]);
  });

  test('no calendar for a time that is only said in words, and none with minutes', () => {
    const people = [person('a')];
    const vague = { ...meeting(people), event: { kind: 'vague' as const, asSaid: 'i høst' } };
    expect(planSending([vague], all(people), choices, '2026-04-01').calendars).toEqual([]);
    expect(planSending([meeting(people)], all(people), { ...choices, what: 'minutes' }, '2026-04-01').calendars).toEqual([]);
  });

  test('mail alone makes no file, and is logged all the same', () => {
    const people = [person('a'), person('d', { email: null })];
    const plan = planSending([meeting(people)], all(people), { ...choices, file: 'mail' }, '2026-04-01');
    expect(plan.orders).toEqual([]);
    expect(plan.preparations).toHaveLength(1);
  });

  test('[R27] a welcome to those who missed it carries their address when it goes by post', () => {
    const people = [person('d', { email: null })];
    const plan = planSending([meeting(people)], all(people), { ...choices, form: 'welcome-next' }, '2026-04-01');
    expect(plan.orders).toEqual([
      expect.objectContaining({ form: 'welcome-next', day: '2026-04-01', recipient: { kind: 'person', id: 'd' } }),
    ]);
    expect(plan.calendars).toEqual([]);
  });
});
