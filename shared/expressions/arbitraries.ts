import fc from 'fast-check';
import { functionNames, functions, type FunctionName, type FunctionSignature } from './functions.ts';
import type { Expression } from './syntax.ts';

/** Random expressions and texts for the tests of this folder. */

const nowhere = { at: 0, end: 0 };
const name = fc.constantFrom('a', 'b', 'c', 'q1', 'q2', 'x_1', 'Ålder', 'svar.2', 'r-1');
const value = fc.oneof(
  fc.integer({ min: -1000, max: 1000 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0, 0.1, 1e21, 5e-324, 1.7976931348623157e308, 123456.789),
);
const words = fc.oneof(
  fc.constantFrom('', 'ja', '1', '2020-02-29', '[0-9]+', 'o’clock', 'a b'),
  fc.string({ maxLength: 8 }).filter((text) => !(text.includes("'") && text.includes('"'))),
);
const plain = functionNames.filter((one) => one !== 'position' && one !== 'indexed-repeat');

function argumentCount(called: FunctionName, most: number): fc.Arbitrary<number> {
  const signature: FunctionSignature = functions[called];
  return fc.integer({ min: signature.least, max: Math.min(signature.most, Math.max(signature.least, most)) });
}

/** Any tree that can be written, columns too where they are wanted; every node at the same place. */
export function anyExpression(hasColumns = false): fc.Arbitrary<Expression> {
  const leaf: fc.Arbitrary<Expression> = fc.oneof(
    value.map((number): Expression => ({ kind: 'number', value: number === 0 ? 0 : number, ...nowhere })),
    words.map((text): Expression => ({ kind: 'string', value: text, ...nowhere })),
    name.map((one): Expression => ({ kind: 'reference', name: one, ...nowhere })),
    fc.constant<Expression>({ kind: 'reference', name: '.', ...nowhere }),
    fc
      .integer({ min: 1, max: 3 })
      .map((levels): Expression => ({ kind: 'call', name: 'position', args: [{ kind: 'parent', levels, ...nowhere }], ...nowhere })),
    ...(hasColumns
      ? [fc.constantFrom('county', 'name', 'label').map((one): Expression => ({ kind: 'column', name: one, ...nowhere }))]
      : []),
  );
  const { tree } = fc.letrec<{ tree: Expression }>((tie) => {
    const inner = tie('tree');
    const pair = fc.record({ left: inner, right: inner });
    return {
      tree: fc.oneof(
        { maxDepth: 5, depthSize: 'medium' },
        leaf,
        pair.map((sides): Expression => ({ kind: 'and', ...sides, ...nowhere })),
        pair.map((sides): Expression => ({ kind: 'or', ...sides, ...nowhere })),
        fc
          .record({ sides: pair, sign: fc.constantFrom('=', '!=', '<', '<=', '>', '>=') })
          .map(({ sides, sign }): Expression => ({ kind: 'comparison', sign, ...sides, ...nowhere })),
        fc
          .record({ sides: pair, sign: fc.constantFrom('+', '-', '*', 'div', 'mod') })
          .map(({ sides, sign }): Expression => ({ kind: 'arithmetic', sign, ...sides, ...nowhere })),
        inner.map((operand): Expression => ({ kind: 'negative', operand, ...nowhere })),
        fc
          .constantFrom(...plain)
          .chain((called) =>
            argumentCount(called, 4).chain((count) =>
              fc.tuple(fc.constant(called), fc.array(inner, { minLength: count, maxLength: count })),
            ),
          )
          .map(([called, args]): Expression => ({ kind: 'call', name: called, args, ...nowhere })),
        fc.tuple(name, name, inner).map(([target, repeat, index]): Expression => ({
          kind: 'call',
          name: 'indexed-repeat',
          args: [{ kind: 'reference', name: target, ...nowhere }, { kind: 'reference', name: repeat, ...nowhere }, index],
          ...nowhere,
        })),
      ),
    };
  });
  return tree;
}

/** The tree alone, so that two that stand differently can be compared. */
export function withoutPlaces(expression: Expression): Expression {
  switch (expression.kind) {
    case 'negative':
      return { ...expression, operand: withoutPlaces(expression.operand), ...nowhere };
    case 'and':
    case 'or':
    case 'comparison':
    case 'arithmetic':
      return { ...expression, left: withoutPlaces(expression.left), right: withoutPlaces(expression.right), ...nowhere };
    case 'call':
      return { ...expression, args: expression.args.map(withoutPlaces), ...nowhere };
    default:
      return { ...expression, ...nowhere };
  }
}

const scraps = fc.constantFrom(
  '${q1}',
  '${',
  '}',
  '(',
  ')',
  ',',
  "'",
  '"',
  '=',
  '!=',
  '<',
  '>=',
  '+',
  '-',
  '*',
  'div',
  'mod',
  'and',
  'or',
  'not(',
  '..',
  '.',
  '../',
  '/',
  '//',
  'selected(',
  'if(',
  'regex(., "(a+)+$")',
  'regex(${q1}, "((a*)*)*{2,90}")',
  'position(..)',
  'sum(',
  'indexed-repeat(',
  'today()',
  'jr:choice-name(',
  '::',
  '1',
  '1.5',
  '.5',
  '1e9',
  '999999999999999999999',
  "'ja'",
  '“ja”',
  'kjønn',
  'sqrt',
  ' ',
  '\n',
  '\u0000',
  '😀',
  '\uD800',
  '&&',
  '@',
  '[1]',
  '|',
);

/** Texts that nearly are expressions: scraps thrown together, and good ones cut, doubled and written over. */
export function brokenTexts(good: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const mutated = fc
    .tuple(good, fc.array(fc.tuple(fc.nat(), fc.nat(6), scraps, fc.constantFrom('cut', 'put', 'double')), { minLength: 1, maxLength: 5 }))
    .map(([text, changes]) => {
      let changed = text;
      for (const [where, length, scrap, how] of changes) {
        const at = changed.length === 0 ? 0 : where % changed.length;
        const piece = how === 'put' ? scrap : how === 'double' ? changed.slice(at, at + length * 8).repeat(2) : '';
        changed = (changed.slice(0, at) + piece + changed.slice(how === 'cut' ? at + length : at)).slice(0, 4000);
      }
      return changed;
    });
  return fc.oneof(
    { weight: 4, arbitrary: mutated },
    { weight: 3, arbitrary: fc.array(scraps, { maxLength: 25 }).map((parts) => parts.join('')) },
    { weight: 2, arbitrary: fc.array(scraps, { maxLength: 25 }).map((parts) => parts.join(' ')) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  );
}
