import type { QuestionCheck } from '../model/questionnaire.ts';

/** What of a question's checks a form's one constraint column can say. */
export interface ConstraintParts {
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly hard: readonly QuestionCheck[];
}

const number = String.raw`(-?(?:0|[1-9]\d*)(?:\.\d+)?)`;
const bothWays = new RegExp(String.raw`^\.\s*>=\s*${number}\s+and\s+\.\s*<=\s*${number}$`, 'u');
const from = new RegExp(String.raw`^\.\s*>=\s*${number}$`, 'u');
const upTo = new RegExp(String.raw`^\.\s*<=\s*${number}$`, 'u');

/** The bounds that a constraint states and nothing else: `. >= 0 and . <= 120`. Null for every other constraint. */
export function boundsOf(constraint: string): Pick<ConstraintParts, 'minimum' | 'maximum'> | null {
  const both = bothWays.exec(constraint);
  if (both !== null) return { minimum: Number(both[1]), maximum: Number(both[2]) };
  const lower = from.exec(constraint)?.[1];
  if (lower !== undefined) return { minimum: Number(lower), maximum: null };
  const upper = upTo.exec(constraint)?.[1];
  return upper === undefined ? null : { minimum: null, maximum: Number(upper) };
}

/** Everything that must hold, as one constraint for other programs. Empty when nothing must. */
export function joinedConstraint({ minimum, maximum, hard }: ConstraintParts): string {
  const bounds = [minimum === null ? '' : `. >= ${plainNumber(minimum)}`, maximum === null ? '' : `. <= ${plainNumber(maximum)}`].filter(
    (part) => part !== '',
  );
  if (hard.length === 0) return bounds.join(' and ');
  return joinConditions([...bounds, ...hard.map(({ expression }) => expression)]) ?? '';
}

/** Decimal without an exponent, as XPath numbers are written. */
function plainNumber(value: number): string {
  const text = String(value);
  return text.includes('e')
    ? value
        .toFixed(Math.abs(value) < 1 ? 20 : 0)
        .replace(/(\.\d*?)0+$/u, '$1')
        .replace(/\.$/u, '')
    : text;
}

/** Conditions that must all hold, as one; null for none. One alone stays as it is. */
export function joinConditions(conditions: readonly (string | null)[]): string | null {
  const given = conditions.filter((condition) => condition !== null && condition !== '');
  if (given.length < 2) return given[0] ?? null;
  return given.map((condition) => `(${condition})`).join(' and ');
}

/**
 * The condition without its first part, as `joinConditions` put it in front; undefined when it does not begin with it. `${a} = 1`
 * taken from `(${a} = 1) and (${b} = 2)` leaves `${b} = 2`.
 */
export function withoutCondition(first: string, joined: string | null): string | null | undefined {
  if (joined === first) return null;
  const head = `(${first}) and `;
  if (joined === null || !joined.startsWith(head)) return undefined;
  const rest = joined.slice(head.length);
  const parts = unitsOf(rest);
  if (parts === null) return undefined;
  return parts.length === 1 ? rest.slice(1, -1) : rest;
}

/** The parts of `(…) and (…)` with their parentheses; null when the text is nothing of that form. */
function unitsOf(text: string): string[] | null {
  const units: string[] = [];
  let at = 0;
  while (at < text.length) {
    const end = closingOf(text, at);
    if (end === null) return null;
    units.push(text.slice(at, end + 1));
    at = end + 1;
    if (at === text.length) return units;
    if (!text.startsWith(' and (', at)) return null;
    at += ' and '.length;
  }
  return null;
}

/** Place of the parenthesis that closes the one at `start`; texts in quotation marks are passed over. */
function closingOf(text: string, start: number): number | null {
  if (text[start] !== '(') return null;
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === "'" || sign === '"') {
      const close = text.indexOf(sign, at + 1);
      if (close < 0) return null;
      at = close;
    } else if (sign === '(') depth += 1;
    else if (sign === ')') {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return null;
}
