/** What a function is given in one place. `list`: every round of a repeat; `parent`: the `..` of position; `repeat`: a repeat's name. */
export type ArgumentKind =
  | 'any'
  | 'number'
  | 'text'
  | 'boolean'
  | 'date'
  | 'choices'
  | 'list'
  | 'pattern'
  | 'parent'
  | 'repeat'
  | 'question';
export type ResultKind = 'number' | 'text' | 'boolean' | 'date' | 'option' | 'any';

export interface FunctionSignature {
  readonly least: number;
  readonly most: number;
  /** Kinds by position; the last one (of `every` ones) goes on. */
  readonly takes: readonly ArgumentKind[];
  readonly gives: ResultKind;
}

function signature(takes: readonly ArgumentKind[], gives: ResultKind, least = takes.length, most = takes.length): FunctionSignature {
  return { least, most, takes, gives };
}

const many = 100;

/**
 * The functions that can be written, after XPath 1.0 §4, the OpenRosa XForms specification and what ODK adds to it. Names, order and
 * number of arguments are theirs.
 */
export const functions = {
  not: signature(['boolean'], 'boolean'),
  true: signature([], 'boolean'),
  false: signature([], 'boolean'),
  boolean: signature(['any'], 'boolean'),
  if: signature(['boolean', 'any', 'any'], 'any'),
  coalesce: signature(['any'], 'any', 2, many),
  once: signature(['any'], 'any'),
  selected: signature(['choices', 'text'], 'boolean'),
  'count-selected': signature(['choices'], 'number'),
  'selected-at': signature(['choices', 'number'], 'option'),
  'jr:choice-name': signature(['any', 'question'], 'text'),
  number: signature(['any'], 'number'),
  int: signature(['number'], 'number'),
  round: signature(['number', 'number'], 'number', 1),
  abs: signature(['number'], 'number'),
  pow: signature(['number', 'number'], 'number'),
  random: signature([], 'number'),
  sum: signature(['list'], 'number', 1, many),
  count: signature(['list'], 'number'),
  'count-non-empty': signature(['list'], 'number'),
  min: signature(['list'], 'any', 1, many),
  max: signature(['list'], 'any', 1, many),
  position: signature(['parent'], 'number'),
  'indexed-repeat': signature(['any', 'repeat', 'number', 'repeat', 'number', 'repeat', 'number'], 'any', 3),
  string: signature(['any'], 'text'),
  'string-length': signature(['text'], 'number'),
  contains: signature(['text', 'text'], 'boolean'),
  'starts-with': signature(['text', 'text'], 'boolean'),
  'ends-with': signature(['text', 'text'], 'boolean'),
  concat: signature(['list'], 'text', 1, many),
  join: signature(['text', 'list'], 'text', 2, many),
  'normalize-space': signature(['text'], 'text'),
  substr: signature(['text', 'number', 'number'], 'text', 2),
  regex: signature(['text', 'pattern'], 'boolean'),
  today: signature([], 'date'),
  now: signature([], 'date'),
  date: signature(['any'], 'date'),
  'date-time': signature(['any'], 'date'),
  'decimal-date-time': signature(['date'], 'number'),
  'format-date': signature(['date', 'text'], 'text'),
  'format-date-time': signature(['date', 'text'], 'text'),
} as const satisfies Readonly<Record<string, FunctionSignature>>;

export type FunctionName = keyof typeof functions;

/** Every function's name, for suggestions and lists. */
export const functionNames: readonly FunctionName[] = Object.keys(functions) as FunctionName[]; // the keys of the table are its names

export function isFunctionName(name: string): name is FunctionName {
  return Object.hasOwn(functions, name);
}

/** What a function wants in one place, counted from 0. */
export function argumentKind(name: FunctionName, index: number): ArgumentKind {
  const { takes }: FunctionSignature = functions[name];
  return takes[Math.min(index, takes.length - 1)] ?? 'any';
}
