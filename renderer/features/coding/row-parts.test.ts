import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Coding } from '../../../shared/contract/coding.ts';
import { codingsOnRow, isOnRow } from './row-parts.ts';

function coding(start: number, end: number): Coding {
  return Coding.parse({
    id: '00000000-0000-7000-8000-000000000001',
    themeId: '00000000-0000-7000-8000-000000000002',
    isWhole: false,
    start,
    end,
    certainty: 'explicit',
    reason: null,
    polarity: null,
    level: null,
    serviceId: null,
    origin: 'coder',
    isDoubtful: false,
    coderId: '00000000-0000-7000-8000-000000000003',
    coder: 'Even',
    coderInitials: 'EH',
    isMine: true,
    isConsensus: false,
    isCounted: true,
    codedAt: '2026-01-01T10:00:00.000Z',
  });
}

it('shows of each coding the words it has in common with the paragraph, and never others', () => {
  const text = 'Første avsnitt.\nAndre avsnitt, litt lengre.\nTredje.';
  const range = { start: 16, end: 43 };
  const row = { range, body: text.slice(range.start, range.end) };
  fc.assert(
    fc.property(fc.nat(text.length - 1), fc.integer({ min: 1, max: text.length }), (start, length) => {
      const whole = coding(start, Math.min(text.length, start + length));
      const isShown = isOnRow(row, whole);
      expect(isShown).toBe(Math.max(start, range.start) < Math.min(whole.end, range.end));
      if (!isShown) return;
      const [on] = codingsOnRow({ ...row, codings: [whole] });
      expect(row.body.slice(on?.start, on?.end)).toBe(text.slice(Math.max(start, range.start), Math.min(whole.end, range.end)));
      expect(on?.isWhole).toBe(on?.start === 0 && on.end === row.body.length);
    }),
  );
});

it('leaves the codings of a whole text as they are', () => {
  const codings = [coding(3, 9)];
  expect(codingsOnRow({ range: null, body: 'Et helt svar.', codings })).toBe(codings);
});
