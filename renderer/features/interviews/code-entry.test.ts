import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { takePending, typeDigit, type CodeEntry, type TypedCode } from './code-entry.ts';

const eleven = list(11, 2);
const toTen = Array.from({ length: 11 }, (_, code): TypedCode => ({ code, printed: String(code) }));

function list(count: number, width: number): TypedCode[] {
  return Array.from({ length: count }, (_, index) => ({ code: index + 1, printed: String(index + 1).padStart(width, '0') }));
}

/** Types all digits and then, only if something waits, Enter. */
function type(text: string, codes: readonly TypedCode[]): CodeEntry[] {
  const steps: CodeEntry[] = [];
  let pending = '';
  for (const digit of text) {
    const step = typeDigit(pending, digit, codes);
    steps.push(step);
    pending = step.kind === 'taken' ? '' : step.pending;
  }
  if (pending !== '') steps.push(takePending(pending, codes));
  return steps;
}

describe('the prefix rule [F21]', () => {
  test('a list of ten or more takes 07 at the second key, 7 at once, and lets 1 wait', () => {
    expect(typeDigit('', '0', eleven)).toEqual({ kind: 'pending', pending: '0' });
    expect(typeDigit('0', '7', eleven)).toEqual({ kind: 'taken', code: 7 });
    expect(typeDigit('', '7', eleven)).toEqual({ kind: 'taken', code: 7 });
    expect(typeDigit('', '1', eleven)).toEqual({ kind: 'pending', pending: '1' });
    expect(takePending('1', eleven)).toEqual({ kind: 'taken', code: 1 });
    expect(typeDigit('1', '1', eleven)).toEqual({ kind: 'taken', code: 11 });
  });

  test('on 0–10 only 1 waits', () => {
    for (const digit of '023456789') expect(typeDigit('', digit, toTen)).toEqual({ kind: 'taken', code: Number(digit) });
    expect(typeDigit('', '1', toTen)).toEqual({ kind: 'pending', pending: '1' });
    expect(typeDigit('1', '0', toTen)).toEqual({ kind: 'taken', code: 10 });
    expect(takePending('1', toTen)).toEqual({ kind: 'taken', code: 1 });
  });

  test('a digit that completes no code is refused and what waits goes on waiting', () => {
    expect(typeDigit('1', '7', toTen)).toEqual({ kind: 'refused', typed: '17', pending: '1' });
    expect(typeDigit('', '9', list(5, 1))).toEqual({ kind: 'refused', typed: '9', pending: '' });
    expect(takePending('0', eleven)).toEqual({ kind: 'refused', typed: '0', pending: '0' });
  });

  const codeSets = fc
    .uniqueArray(fc.integer({ min: 0, max: 99 }), { minLength: 1, maxLength: 40 })
    .chain((codes) =>
      fc.constantFrom(1, 2).map((width) => codes.map((code): TypedCode => ({ code, printed: String(code).padStart(width, '0') }))),
    );

  test('every printed code gives exactly itself, whatever else is in the list', () => {
    fc.assert(
      fc.property(
        codeSets.chain((codes) => fc.tuple(fc.constant(codes), fc.constantFrom(...codes))),
        ([codes, wanted]) => {
          const steps = type(wanted.printed, codes);
          expect(steps.filter((step) => step.kind === 'taken')).toEqual([{ kind: 'taken', code: wanted.code }]);
          expect(steps.at(-1)?.kind).toBe('taken');
        },
      ),
    );
  });

  test('a code is never taken while another one could still be meant, and never invented', () => {
    fc.assert(
      fc.property(codeSets, fc.stringMatching(/^\d?$/u), fc.stringMatching(/^\d$/u), (codes, pending, digit) => {
        const step = typeDigit(pending, digit, codes);
        const longer = codes.some(({ code, printed }) =>
          [printed, String(code)].some((text) => text !== pending + digit && text.startsWith(pending + digit)),
        );
        expect(step.kind === 'pending').toBe(longer);
        if (step.kind === 'taken') expect(codes.map(({ code }) => code)).toContain(step.code);
        if (step.kind === 'refused') expect(step.pending).toBe(pending);
      }),
    );
  });
});
