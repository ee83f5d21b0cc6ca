/** What a name in an ExpressionScript stands for in the form. `item`: a mark of a question with several answers. */
export type NameMeaning =
  | { readonly kind: 'question'; readonly name: string }
  | { readonly kind: 'item'; readonly name: string; readonly item: string };

type Token = { readonly kind: 'number' | 'text' | 'name' | 'sign'; readonly value: string };

const tokenPattern =
  /\s*(?:(\d+(?:\.\d+)?)|"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([A-Za-z_][\w.:#]*)|(==|!=|<=|>=|&&|\|\||[<>=!()+\-*/,]))/uy;

/** Longest relevance that is read, in UTF-16 units, and the deepest brackets. */
const longest = 5000;
const deepest = 40;

function tokensOf(text: string): Token[] | null {
  const tokens: Token[] = [];
  tokenPattern.lastIndex = 0;
  const trimmed = text.trimEnd();
  while (tokenPattern.lastIndex < trimmed.length) {
    const match = tokenPattern.exec(trimmed);
    if (match === null) return null;
    const [, number, double, single, name, sign] = match;
    if (number !== undefined) tokens.push({ kind: 'number', value: number });
    else if (double !== undefined || single !== undefined)
      tokens.push({ kind: 'text', value: (double ?? single ?? '').replace(/\\(.)/gu, '$1') });
    else if (name !== undefined) tokens.push({ kind: 'name', value: name });
    else tokens.push({ kind: 'sign', value: sign ?? '' });
  }
  return tokens;
}

const comparisons: Readonly<Record<string, string>> = {
  '==': '=',
  '=': '=',
  eq: '=',
  '!=': '!=',
  ne: '!=',
  '<': '<',
  lt: '<',
  '>': '>',
  gt: '>',
  '<=': '<=',
  le: '<=',
  '>=': '>=',
  ge: '>=',
};

class Unreadable extends Error {}

/** Reads by precedence: or, and, comparison, sum, product, sign. */
class Reader {
  readonly #tokens: readonly Token[];
  readonly #meaning: (name: string) => NameMeaning | null;
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly Token[], meaning: (name: string) => NameMeaning | null) {
    this.#tokens = tokens;
    this.#meaning = meaning;
  }

  whole(): string {
    const text = this.#or();
    if (this.#at < this.#tokens.length) throw new Unreadable();
    return text;
  }

  #peek(...values: readonly string[]): boolean {
    const token = this.#tokens[this.#at];
    return token !== undefined && token.kind !== 'text' && token.kind !== 'number' && values.includes(token.value.toLowerCase());
  }

  #take(...values: readonly string[]): string | null {
    if (!this.#peek(...values)) return null;
    const token = this.#tokens[this.#at];
    this.#at += 1;
    return token?.value.toLowerCase() ?? null;
  }

  #expect(value: string): void {
    if (this.#take(value) === null) throw new Unreadable();
  }

  #or(): string {
    if (++this.#depth > deepest) throw new Unreadable();
    let text = this.#and();
    while (this.#take('||', 'or') !== null) text = `${text} or ${this.#and()}`;
    this.#depth -= 1;
    return text;
  }

  #and(): string {
    let text = this.#comparison();
    while (this.#take('&&', 'and') !== null) text = `${text} and ${this.#comparison()}`;
    return text;
  }

  #comparison(): string {
    const mark = this.#markCompared();
    if (mark !== null) return mark;
    const left = this.#sum();
    const sign = this.#take(...Object.keys(comparisons));
    return sign === null ? left : `${left} ${comparisons[sign] ?? '='} ${this.#sum()}`;
  }

  /** `Q2_SQ001 == "Y"`: whether a mark is set, which is asked of the whole question here. */
  #markCompared(): string | null {
    const [name, sign, value] = this.#tokens.slice(this.#at, this.#at + 3);
    if (name?.kind !== 'name' || sign === undefined || value?.kind !== 'text') return null;
    const meaning = this.#meaning(plainName(name.value));
    const compared = comparisons[sign.value.toLowerCase()];
    if (meaning?.kind !== 'item' || (compared !== '=' && compared !== '!=') || (value.value !== 'Y' && value.value !== '')) return null;
    this.#at += 3;
    const isSet = (compared === '=') === (value.value === 'Y');
    const asked = `selected(\${${meaning.name}}, '${meaning.item}')`;
    return isSet ? asked : `not(${asked})`;
  }

  #sum(): string {
    let text = this.#product();
    for (let sign = this.#take('+', '-'); sign !== null; sign = this.#take('+', '-')) text = `${text} ${sign} ${this.#product()}`;
    return text;
  }

  #product(): string {
    let text = this.#unary();
    for (let sign = this.#take('*', '/'); sign !== null; sign = this.#take('*', '/'))
      text = `${text} ${sign === '/' ? 'div' : '*'} ${this.#unary()}`;
    return text;
  }

  #unary(): string {
    if (this.#take('!') !== null) return `not(${this.#unary()})`;
    if (this.#take('-') !== null) return `-${this.#unary()}`;
    if (this.#take('(') !== null) {
      const inner = this.#or();
      this.#expect(')');
      return `(${inner})`;
    }
    return this.#value();
  }

  #value(): string {
    const token = this.#tokens[this.#at];
    this.#at += 1;
    if (token === undefined || token.kind === 'sign') throw new Unreadable();
    if (token.kind === 'number') return token.value;
    if (token.kind === 'text') return quoted(token.value);
    if (token.value.toLowerCase() === 'is_empty' && this.#take('(') !== null) {
      const name = this.#name();
      this.#expect(')');
      return `${name} = ''`;
    }
    this.#at -= 1;
    return this.#name();
  }

  #name(): string {
    const token = this.#tokens[this.#at];
    this.#at += 1;
    if (token?.kind !== 'name') throw new Unreadable();
    const meaning = this.#meaning(plainName(token.value));
    if (meaning === null) throw new Unreadable();
    return meaning.kind === 'item' ? `selected(\${${meaning.name}}, '${meaning.item}')` : `\${${meaning.name}}`;
  }
}

/** "Q1.NAOK" and "Q1.value" are Q1. */
function plainName(name: string): string {
  return name.replace(/\.(?:NAOK|value|valueNAOK|code|shown)$/u, '');
}

function quoted(text: string): string {
  if (!text.includes("'")) return `'${text}'`;
  if (!text.includes('"')) return `"${text}"`;
  throw new Unreadable();
}

/**
 * A condition of LimeSurvey's ExpressionScript as an expression of XLSForm: comparisons, `and`, `or`, `!`, sums, `is_empty()`, and marks of questions with
 * several answers. '' for no condition; null for one that says more than can be said here.
 */
export function readRelevance(text: string, meaning: (name: string) => NameMeaning | null): string | null {
  const bare = text.trim().replace(/^\{([^{}]*)\}$/u, '$1');
  if (bare === '' || bare === '1') return '';
  if (bare.length > longest) return null;
  const tokens = tokensOf(bare);
  if (tokens === null) return null;
  try {
    return new Reader(tokens, meaning).whole();
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}
