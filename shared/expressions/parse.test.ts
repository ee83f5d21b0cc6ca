import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyExpression, brokenTexts, withoutPlaces } from './arbitraries.ts';
import { checkExpression } from './check.ts';
import { evaluate } from './evaluate.ts';
import { functionNames, functions } from './functions.ts';
import { parseExpression } from './parse.ts';
import { printExpression } from './print.ts';
import { readable } from './readable.ts';
import { partsOf, type Expression } from './syntax.ts';

function read(text: string, allowsColumns = false): Expression {
  const parsed = parseExpression(text, { allowsColumns });
  if (!parsed.isRead) throw new Error(`${text}: ${parsed.problem.message} at ${parsed.problem.at}`);
  return parsed.expression;
}

function problem(text: string) {
  const parsed = parseExpression(text);
  if (parsed.isRead) return null;
  const { message, at, params } = parsed.problem;
  return [message.replace('expressions.problem.', ''), at, params['part']];
}

describe('reading [F1]', () => {
  test.each([
    ['${q3} = ', 'valueMissing', 8, ''],
    ['', 'valueMissing', 0, ''],
    ['${q3} == 1', 'valueExpected', 7, '='],
    ['${q3} <> 1', 'valueExpected', 7, '>'],
    ['${q3 = 1', 'badReference', 0, '${q3 = 1'],
    ['1 + ${3q}', 'badReference', 4, '${3q}'],
    ['${last-saved#q}', 'badReference', 0, '${last-saved#q}'],
    ["${q3} = 'ja", 'unclosedText', 8, "'ja"],
    ['${q3} = ‘ja’', 'curlyQuotes', 8, '‘'],
    ['${q3} = 1 # 2', 'unknownSign', 10, '#'],
    ['${q3} = 1 && ${q4} = 1', 'unknownSign', 10, '&'],
    ['${q3} = 1 eller ${q3} = 2', 'operatorExpected', 10, 'eller'],
    ['${q3} ${q4}', 'operatorExpected', 6, '${q4}'],
    ['1 < . < 5', 'chainedComparison', 6, '<'],
    ['sqrt(${q3}) = 1', 'unknownFunction', 0, 'sqrt'],
    ['selectd(${q3}, 1)', 'unknownFunctionNear', 0, 'selectd'],
    ['${q3} = ja', 'bareWord', 8, 'ja'],
    ['today > ${q3}', 'wordIsFunction', 0, 'today'],
    ['(${q3} = 1', 'closeMissing', 10, ''],
    ["selected(${q3} '1')", 'closeExpected', 15, "'1'"],
    ['selected(${q3})', 'argumentCount', 0, 'selected'],
    ['true(1)', 'argumentCount', 0, 'true'],
    ['substr(${q3})', 'argumentRange', 0, 'substr'],
    ['indexed-repeat(${a}, ${r}, 1, ${s})', 'argumentRange', 0, 'indexed-repeat'],
    ['../alder > 5', 'path', 0, '..'],
    ['current()/. > 5', 'path', 0, 'current'],
    ['/data/alder > 5', 'path', 0, '/'],
    ['./a = 1', 'path', 1, '/'],
    ["instance('x')/root/item", 'path', 0, 'instance'],
    ['position(${q3})', 'parentExpected', 9, '${q3}'],
    ['${q3} = 1 and', 'valueMissing', 13, ''],
  ])('%s stops exactly where the fault is', (text, reason, at, part) => {
    expect(problem(text)).toEqual([reason, at, part]);
  });

  test('what is too deep, too long or too large is refused', () => {
    const cases: [text: string, reason: string, at: number][] = [
      [`${'9'.repeat(400)} > 1`, 'numberTooLarge', 0],
      [`${'('.repeat(5000)}1`, 'tooDeep', 101],
      [`${'not('.repeat(4000)}1`, 'tooDeep', 404],
      [`1${' + 1'.repeat(3000)}`, 'tooLong', 6002],
      ['a'.repeat(30_000), 'tooLong', 20_000],
    ];
    for (const [text, reason, at] of cases) expect(problem(text)?.slice(0, 2)).toEqual([reason, at]);
  });

  test('a near function is suggested', () => {
    const parsed = parseExpression('strlen(.) + counselected(.)');
    const near = parseExpression('count-selcted(.) = 1');
    expect([parsed.isRead || parsed.problem.message, near.isRead || near.problem.params['suggestion']]).toEqual([
      'expressions.problem.unknownFunction',
      'count-selected',
    ]);
  });

  test.each([
    ['1 + 2 * 3', '1 + 2 * 3'],
    ['(1+2)*3', '(1 + 2) * 3'],
    ['((1))', '1'],
    ['${ q3 }=1 or ${q4}=1 and ${q5}=1', '${q3} = 1 or ${q4} = 1 and ${q5} = 1'],
    ['(${q3}=1 or ${q4}=1) and ${q5}=1', '(${q3} = 1 or ${q4} = 1) and ${q5} = 1'],
    ['10 - (5 - 2)', '10 - (5 - 2)'],
    ['10 - 5 - 2', '10 - 5 - 2'],
    ['-5 mod 2', '-5 mod 2'],
    ['-(5)', '-(5)'],
    ['--${a}', '--${a}'],
    ['- ${a} * 2', '-${a} * 2'],
    ['not (${q4} = 1)', 'not(${q4} = 1)'],
    ['selected(., "it\'s")', 'selected(., "it\'s")'],
    ['position( .. / .. )', 'position(../..)'],
    ['today()-1', 'today() - 1'],
    ["jr:choice-name(${a}, '${a}')", "jr:choice-name(${a}, '${a}')"],
    ['(${a} = 1) = (${b} = 1)', '(${a} = 1) = (${b} = 1)'],
  ])('%s is written %s', (text, canonical) => {
    expect(printExpression(read(text))).toBe(canonical);
  });

  test('bare names are columns in option filters alone', () => {
    expect(printExpression(read("county = ${county} and name != 'x'", true))).toBe("county = ${county} and name != 'x'");
    expect(problem('county = ${county}')).toEqual(['bareWord', 0, 'county']);
  });

  test('a part stands where it was written', () => {
    const text = ' (${a} + 1) * -2 and selected(${b}, "x")';
    const pieces: string[] = [];
    const visit = (part: Expression): void => {
      pieces.push(text.slice(part.at, part.end));
      partsOf(part).forEach(visit);
    };
    visit(read(text));
    expect(pieces).toEqual([
      '(${a} + 1) * -2 and selected(${b}, "x")',
      '(${a} + 1) * -2',
      '(${a} + 1)',
      '${a}',
      '1',
      '-2',
      'selected(${b}, "x")',
      '${b}',
      '"x"',
    ]);
  });

  test('every function can be written', () => {
    for (const name of functionNames) {
      const { least } = functions[name];
      const args = name === 'position' ? '..' : Array.from({ length: least }, () => '${a}').join(', ');
      expect(printExpression(read(`${name}(${args})`))).toBe(`${name}(${args})`);
    }
  });
});

describe('writing', () => {
  test('reading what was written gives the same tree [F1] [F2]', () => {
    fc.assert(
      fc.property(
        fc.boolean().chain((hasColumns) => fc.tuple(fc.constant(hasColumns), anyExpression(hasColumns))),
        ([hasColumns, expression]) => {
          const text = printExpression(expression);
          expect(withoutPlaces(read(text, hasColumns))).toEqual(expression);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('10,000 random and broken expressions [F1]', () => {
  const good = anyExpression(true).map(printExpression);

  test('are read or told where they stop, and can then be checked, worked out, said and written', () => {
    let readCount = 0;
    fc.assert(
      fc.property(
        fc.oneof({ weight: 1, arbitrary: good }, { weight: 4, arbitrary: brokenTexts(good) }),
        fc.boolean(),
        (text, allowsColumns) => {
          const parsed = parseExpression(text, { allowsColumns });
          if (!parsed.isRead) {
            const { at, end, params } = parsed.problem;
            expect(at >= 0 && at <= end && end <= text.length && params['position'] === at + 1).toBe(true);
            return;
          }
          readCount += 1;
          const { expression } = parsed;
          expect(withoutPlaces(read(printExpression(expression), allowsColumns))).toEqual(withoutPlaces(expression));
          for (const { at, end } of checkExpression(expression, { typeOf: () => ({ type: 'set', options: ['ja'] }) }))
            expect(at >= 0 && at <= end && end <= text.length).toBe(true);
          readable(expression, () => null);
          evaluate(expression, (name) => (name === 'a' ? 'a'.repeat(200) : name === 'b' ? 7 : null), { today: '2025-06-15' });
        },
      ),
      { numRuns: 10_000 },
    );
    expect(readCount).toBeGreaterThan(1000);
  });
});
