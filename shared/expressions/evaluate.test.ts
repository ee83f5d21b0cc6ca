import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyExpression } from './arbitraries.ts';
import { dayMoment, readMoment } from './dates.ts';
import { dependenciesOf, evaluate, holds, type ExpressionValue } from './evaluate.ts';
import { plainNumber } from './numbers.ts';
import { parseExpression } from './parse.ts';
import type { Expression } from './syntax.ts';
import { isMoment, toText, truth, type Value } from './value.ts';

function read(text: string): Expression {
  const parsed = parseExpression(text, { allowsColumns: true });
  if (!parsed.isRead) throw new Error(`${text}: ${parsed.problem.message} at ${parsed.problem.at}`);
  return parsed.expression;
}

const answers: Readonly<Record<string, Value | readonly Value[]>> = {
  one: 1,
  seven: 7,
  half: 0.5,
  name: 'Kari',
  spaced: '  to   ord ',
  digits: '12',
  yes: '1',
  country: 'norge',
  set: ['1', '11', 'annet'],
  born: dayMoment(readMoment('1990-05-17')?.days ?? 0),
  met: readMoment('2025-06-15T08:30'),
  clock: '08:30',
  rounds: [1, null, 3],
  noRounds: [null, null],
  days: [readMoment('2025-01-02'), null, readMoment('2024-12-31')],
};
const around = { today: '2025-06-15', now: '2025-06-15T14:30:00', columns: { county: '42' } };

function value(text: string): Value {
  return evaluate(read(text), (name) => answers[name] ?? null, around);
}

/** Dates as they are written, so that the table below can be read. */
function plain(found: Value): Value {
  return isMoment(found) ? toText(found) : found;
}

// ${none} is never answered. After XPath 1.0 (W3C 1999), the OpenRosa XForms specification and ODK's list of functions; what differs, and why, is
// said beside the row.
const golden: readonly (readonly [text: string, wanted: Value])[] = [
  // XPath §3.5: the usual signs; `mod` has the sign of what is divided; `div` is a division of floating point numbers.
  ['1 + 2 * 3 - 4 div 2', 5],
  ['5 mod 2', 1],
  ['-5 mod 2', -1],
  ['5 mod -2', 1],
  ['1.5 mod 0.5', 0],
  ['-(3) + 1', -2],
  ['${seven} - -1', 8],
  // Infinity and NaN are no answers: missing.
  ['1 div 0', null],
  ['5 mod 0', null],
  ['${name} + 1', null],
  ['${none} + 1', null],
  ['-${none}', null],
  ['${none} * 0', null],
  // XPath §4.4: number() reads digits, not exponents; true is 1.
  ["number(' 12.5 ')", 12.5],
  ["number('1e3')", null],
  ["number('tolv')", null],
  ["number('')", null],
  ['number(true())', 1],
  ['number(${none})', null],
  ["'10' + 1", 11],
  ['${yes} + ${seven}', 8],
  // ODK: int() cuts off; XPath: round() goes up from the half, to decimals as an extension of ODK.
  ['int(2.9)', 2],
  ['int(-2.9)', -2],
  ['round(2.5)', 3],
  ['round(-2.5)', -2],
  ['round(1.005, 2)', 1.01],
  ['round(1234, -2)', 1200],
  ['round(${none})', null],
  ['abs(-3)', 3],
  ['pow(2, 10)', 1024],
  ['pow(-1, 0.5)', null],
  // XPath §3.4: a number beside a text compares as numbers, two texts as texts; order is always of numbers.
  ["${digits} = '12'", true],
  ['${digits} = 12', true],
  ["'012' = '12'", false],
  ["'012' = 12", true],
  ["'10' > '9'", true],
  ["${name} = 'Kari'", true],
  ["${name} = 'kari'", false],
  ["${name} < 'Lise'", false],
  ['${name} != 3', true],
  ["${country} = 'norge'", true],
  ['${yes} = 1', true],
  ["${yes} = '1'", true],
  ["${set} = '1 11 annet'", true],
  ['1 = true()', true],
  // Not XPath: with something missing no comparison holds, where XPath would take it for the empty text or NaN.
  ['${none} = 0', false],
  ['${none} != 0', false],
  ['${none} < 1', false],
  ['${none} = ${none}', false],
  ['${none} != ${seven}', false],
  // XLSForm's way to ask whether something is answered.
  ["${none} = ''", true],
  ["'' = ${none}", true],
  ["${none} != ''", false],
  ["${seven} != ''", true],
  ["${seven} = ''", false],
  ["${set} != ''", true],
  ["${none} < ''", false],
  ["'' = ''", true],
  // XPath §3.4 and §4.3: and, or and not are of two values; missing is false.
  ['not(${none} = 1)', true],
  ['not(${none})', true],
  ['${none} or ${one}', true],
  ['${none} and ${one}', false],
  ["boolean('false')", true],
  ['boolean(0)', false],
  ['boolean(${none})', false],
  // XForms: if() and coalesce(); an empty text counts as missing.
  ["if(${seven} > 5, 'mye', 'lite')", 'mye'],
  ["if(${none} > 5, 'mye', 'lite')", 'lite'],
  ["if(${none}, 'ja', 'nei')", 'nei'],
  ['coalesce(${none}, 3)', 3],
  ["coalesce('', ${none}, ${seven})", 7],
  ['coalesce(${none}, ${none})', null],
  // ODK: selected() looks for one name among those chosen, also in a single choice.
  ["selected(${set}, '11')", true],
  ["selected(${set}, '2')", false],
  ['selected(${set}, 11)', true],
  ["selected(${yes}, '1')", true],
  ["selected(${none}, '1')", false],
  ["selected(${set}, '')", false],
  ["selected('a b c', 'b')", true],
  ['count-selected(${set})', 3],
  // ODK says 0; nobody was asked, so it is missing here.
  ['count-selected(${none})', null],
  ['selected-at(${set}, 1)', '11'],
  ['selected-at(${set}, 9)', null],
  ["selected-at('a b', 0)", 'a'],
  // XPath §4.2. string-length counts characters, not UTF-16 units, and is 0 for missing as XLSForm's authors expect.
  ["string-length('blå 😀')", 5],
  ['string-length(${none})', 0],
  ["contains(${name}, 'ar')", true],
  ["contains(${none}, '')", false],
  ["contains(${name}, '')", true],
  ['contains(${name}, ${none})', false],
  ["starts-with(${name}, 'Ka')", true],
  ["ends-with(${name}, 'ri')", true],
  ["concat(${name}, ' ', ${seven}, ${none})", 'Kari 7'],
  ['normalize-space(${spaced})', 'to ord'],
  ['normalize-space(${none})', null],
  // ODK's substr counts from 0 and stops before its end.
  ["substr('abcdef', 1, 3)", 'bc'],
  ["substr('abcdef', -2)", 'ef'],
  ['substr(${none}, 1)', null],
  ['string(1.50)', '1.5'],
  ['string(${none})', null],
  ['string(1000000000000000000000000)', '1000000000000000000000000'],
  ["join(', ', ${rounds})", '1, 3'],
  ["join(', ', ${noRounds})", null],
  // ODK: the whole text must fit.
  ["regex(${digits}, '[0-9]+')", true],
  ["regex(${digits}, '[0-9]')", false],
  ["regex(${name}, '^Ka.*$')", true],
  ["regex(${none}, '.*')", false],
  // XPath §4.4 and XForms: over the rounds of a repeat, passing over those without an answer. Of nothing there is no sum.
  ['sum(${rounds})', 4],
  ['count(${rounds})', 2],
  ['count-non-empty(${rounds})', 2],
  ['min(${rounds})', 1],
  ['max(${rounds}, 9)', 9],
  ['sum(${noRounds})', null],
  ['count(${noRounds})', 0],
  ['min(${noRounds})', null],
  ['coalesce(sum(${noRounds}), 0)', 0],
  ['max(${days})', '2025-01-02'],
  ['min(${days}) < date("2025-01-01")', true],
  // XForms: a date is its days since 1970-01-01; moved by days it stays a date here.
  ['today()', '2025-06-15'],
  ['now()', '2025-06-15T14:30:00'],
  ["date('2020-02-29')", '2020-02-29'],
  ["date('2021-02-29')", null],
  ['date(0)', '1970-01-01'],
  ['date(18321.7)', '2020-02-29'],
  ['number(date("1970-01-11"))', 10],
  ['today() + 1', '2025-06-16'],
  ['today() - 15', '2025-05-31'],
  ['today() - ${born}', 12_813],
  ['int((today() - ${born}) div 365.25)', 35],
  ['today() > ${born}', true],
  ["${born} = '1990-05-17'", true],
  ["'1990-05-18' > ${born}", true],
  ["${born} = 'i fjor'", false],
  ['${met} = today()', true],
  ['${met} < now()', true],
  ["${met} < date-time('2025-06-15T08:31')", true],
  ["'2024-02-01' < '2024-03-01'", true],
  ["${clock} >= '08:00'", true],
  ['decimal-date-time("1970-01-02T12:00")', 1.5],
  ["format-date(today(), '%d.%m.%Y, %a uke %W, %e %b %y')", '15.06.2025, søn uke 24, 15 jun 25'],
  ["format-date-time(now(), '%H:%M:%S %h %n %3 %% %q')", '14:30:00 14 6 000 % %q'],
  ["format-date(${none}, '%Y')", null],
  ['${none} > today()', false],
  ['today() + ${none}', null],
  ['date(99999999999)', null],
  // An option's columns.
  ["county = '42'", true],
  ['county = 42', true],
  ['unheard = 42', false],
  ['once(3)', 3],
  ['true()', true],
  ['false() or 0', false],
];

describe('working out [F1] [F2] [F3]', () => {
  test.each(golden)('%s', (text, wanted) => {
    expect(plain(value(text))).toEqual(wanted);
  });

  test('numbers are compared and added as numbers', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (a, b) => {
        const look = (name: string): Value => (name === 'a' ? a : b);
        expect(evaluate(read('${a} < ${b}'), look)).toBe(a < b);
        expect(evaluate(read('${a} != ${b}'), look)).toBe(a !== b);
        expect(evaluate(read('${a} + ${b}'), look)).toBe(a + b);
      }),
    );
  });

  test('a date and its text are the same day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (days) => {
        expect(readMoment(toText(dayMoment(days)))).toEqual(dayMoment(days));
      }),
    );
    expect(toText(dayMoment(new Date('2000-02-29T00:00:00Z').getTime() / 86_400_000))).toBe('2000-02-29');
  });
});

describe('missing is never 0 and never an empty text [F1] [F2] [F3]', () => {
  test('no comparison with it holds', () => {
    fc.assert(
      fc.property(fc.constantFrom('=', '!=', '<', '<=', '>', '>='), fc.integer(), (sign, number) => {
        expect(value(`\${none} ${sign} ${number}`)).toBe(false);
        expect(value(`${number} ${sign} \${none}`)).toBe(false);
      }),
    );
  });

  test('nothing worked out from it alone is a number', () => {
    fc.assert(
      fc.property(fc.constantFrom('+', '-', '*', 'div', 'mod'), fc.double({ noNaN: true, noDefaultInfinity: true }), (sign, number) => {
        const text = plainNumber(number);
        expect(value(`\${none} ${sign} (${text})`)).toBeNull();
        expect(value(`(${text}) ${sign} \${none}`)).toBeNull();
        expect(value(`sum(\${none} ${sign} (${text}))`)).toBeNull();
      }),
    );
  });

  test('an unanswered question in a list changes no sum, smallest, largest or count', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer({ min: -100, max: 100 })), { minLength: 1, maxLength: 9 }), (list) => {
        // A round without a number keeps the list one of rounds, not of names.
        const rounds = [...list, null];
        const there = list.filter((one) => one !== null);
        const over = (text: string): Value => evaluate(read(text), () => rounds);
        expect(over('count(${x})')).toBe(there.length);
        expect(over('sum(${x})')).toBe(there.length === 0 ? null : there.reduce((sum, one) => sum + one, 0) + 0);
        expect(over('min(${x})')).toBe(there.length === 0 ? null : Math.min(...there));
        expect(over('max(${x})')).toBe(there.length === 0 ? null : Math.max(...there));
      }),
    );
  });

  test('no expression makes NaN, Infinity or −0 of it, or of anything', () => {
    const look = fc.func(fc.oneof(fc.constant<Value>(null), fc.double({ noNaN: true }), fc.string(), fc.constant<Value>(['1', '2'])));
    fc.assert(
      fc.property(anyExpression(), look, (expression, valueOf) => {
        const found = evaluate(expression, (name) => {
          const answer = valueOf(name);
          return typeof answer === 'number' && !Number.isFinite(answer) ? null : answer;
        });
        if (typeof found === 'number') expect(Number.isFinite(found)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('holding over answers by name', () => {
  function truthOf(text: string, scope: Readonly<Record<string, ExpressionValue>>): boolean {
    return holds(read(text), (name) => scope[name] ?? null);
  }

  test.each([
    ['${q3} = 1 or ${q3} = 2', { q3: 2 }, true],
    ['${q3} = 1 or ${q3} = 2', { q3: 3 }, false],
    ['${q3} = 1 or ${q4} = 1 and ${q5} = 1', { q3: 1 }, true],
    ['(${q3} = 1 or ${q4} = 1) and ${q5} = 1', { q3: 1 }, false],
    ['not(${q4} = 1 and ${q3} = 4)', { q3: 4, q4: 1 }, false],
    ['. >= 0 and . <= 52', { '.': 52 }, true],
    ['${t} > -1.5', { t: -1 }, true],
    ["${name} = 'annet'", { name: 'annet' }, true],
    ["selected(${q15}, '11')", { q15: [1, 11] }, true],
    ["selected(${q15}, '1')", { q15: [11] }, false],
    ['selected(${q15}, 4)', { q15: 4 }, true],
    ["${q1} = '1'", { q1: 1 }, true],
    ['${q1}', { q1: 0 }, false],
  ] as const)('%s with %o is %s', (text, scope, expected) => {
    expect(truthOf(text, scope)).toBe(expected);
  });

  test('lists what it depends on, each once', () => {
    expect(dependenciesOf(read("${q3} = 1 or selected(${q15}, '2') and not(${q3} > .)"))).toEqual(['q3', 'q15', '.']);
  });

  test('a value is true as XPath has it', () => {
    expect([null, 0, '', [], false].map((one) => truth(one))).toEqual([false, false, false, false, false]);
    expect([1, 'nei', ['0'], true].map((one) => truth(one))).toEqual([true, true, true, true]);
  });
});
