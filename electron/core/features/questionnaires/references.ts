import { referencePattern } from '../../../../shared/expressions/tokens.ts';

/** A question as expressions can call it. */
export interface Named {
  readonly id: string;
  readonly name: string;
  readonly number: string;
}

/** In expressions and texts; also within quotes, where jr:choice-name names its question. */
const reference = new RegExp(referencePattern.source, 'gu');

/**
 * Makes a function that writes references anew so that each still means the question it meant: one that was renamed, or that an
 * expression calls by "q" and a number it no longer has. A reference to a question that is gone keeps, or is given, the name that it had,
 * and so is seen to lead nowhere instead of leading to another question. Null when every reference means what it meant.
 */
export function referenceKeeper(before: readonly Named[], after: readonly Named[]): ((text: string) => string) | null {
  const [then, now] = [meaningOf(before), meaningOf(after)];
  const nameById = new Map([...before, ...after].map((question) => [question.id, question.name]));
  const renamed = new Map<string, string>();
  for (const [called, id] of then) {
    const name = nameById.get(id);
    if (now.get(called) !== id && name !== undefined && name !== called) renamed.set(called, name);
  }
  if (renamed.size === 0) return null;
  return (text) =>
    text.replaceAll(reference, (written, called: string) => {
      const name = renamed.get(called);
      return name === undefined ? written : `\${${name}}`;
    });
}

/** Question ids by everything an expression may call them: a variable's name, else "q" and the number; the first of two counts. */
function meaningOf(questions: readonly Named[]): Map<string, string> {
  const meaning = new Map<string, string>();
  const add = (called: string, id: string): void => {
    if (!meaning.has(called)) meaning.set(called, id);
  };
  for (const { name, id } of questions) add(name, id);
  for (const { number, id } of questions) if (number !== '') add(`q${number}`.toLowerCase(), id);
  return meaning;
}
