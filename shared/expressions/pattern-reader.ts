/** A pattern as a tree. A character is told by a test of its own; an assertion looks at its neighbours, empty at the ends. */
export type Node =
  | { readonly kind: 'char'; readonly fits: (char: string) => boolean }
  | { readonly kind: 'assert'; readonly holds: (before: string, after: string) => boolean }
  | { readonly kind: 'sequence' | 'choice'; readonly parts: readonly Node[] }
  | { readonly kind: 'repeat'; readonly part: Node; readonly least: number; readonly most: number };

/** A pattern may have no more states than this. */
export const mostStates = 2000;
const deepest = 50;

/** Where a pattern cannot be read, or costs too much. */
export class PatternError extends Error {
  readonly at: number;
  readonly reason: 'pattern' | 'patternCostly';

  constructor(at: number, reason: 'pattern' | 'patternCostly' = 'pattern') {
    super(reason);
    this.name = 'PatternError';
    this.at = at;
    this.reason = reason;
  }
}

const isWordChar = (char: string): boolean => /^[A-Za-z0-9_]$/u.test(char);
const isWordEdge = (before: string, after: string): boolean => isWordChar(before) !== isWordChar(after);

/** Reads a pattern by recursive descent. Its methods throw PatternError. */
export class PatternReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  whole(): Node {
    const node = this.#choice(0);
    if (this.#at < this.#text.length) throw new PatternError(this.#at);
    return node;
  }

  #choice(depth: number): Node {
    if (depth > deepest) throw new PatternError(this.#at, 'patternCostly');
    const parts = [this.#sequence(depth)];
    while (this.#take('|')) parts.push(this.#sequence(depth));
    const [only] = parts;
    return parts.length === 1 && only !== undefined ? only : { kind: 'choice', parts };
  }

  #sequence(depth: number): Node {
    const parts: Node[] = [];
    while (this.#at < this.#text.length && !'|)'.includes(this.#text[this.#at] ?? '')) parts.push(this.#repeated(this.#atom(depth)));
    return { kind: 'sequence', parts };
  }

  #repeated(part: Node): Node {
    const begun = this.#at;
    const limits = this.#limits();
    if (limits === null) return part;
    const [least, most] = limits;
    if (part.kind === 'assert' || most < least) throw new PatternError(begun);
    // Lazy or greedy makes no difference to whether the whole fits; possessive does.
    if (!this.#take('?') && this.#limits() !== null) throw new PatternError(begun);
    if (most !== Infinity && most > mostStates) throw new PatternError(begun, 'patternCostly');
    return { kind: 'repeat', part, least, most };
  }

  #limits(): readonly [number, number] | null {
    if (this.#take('*')) return [0, Infinity];
    if (this.#take('+')) return [1, Infinity];
    if (this.#take('?')) return [0, 1];
    const match = this.#match(/\{(\d{1,6})(?:(,)(\d{1,6})?)?\}/uy);
    if (match === null) return null;
    const [, least = '0', comma, most] = match;
    if (Number(least) > mostStates) throw new PatternError(this.#at, 'patternCostly');
    return [Number(least), most !== undefined ? Number(most) : comma === undefined ? Number(least) : Infinity];
  }

  #atom(depth: number): Node {
    const at = this.#at;
    if (this.#take('(')) {
      if (this.#take('?') && !this.#take(':') && this.#match(/<[A-Za-z]\w*>/uy) === null) throw new PatternError(at);
      const inner = this.#choice(depth + 1);
      if (!this.#take(')')) throw new PatternError(this.#at);
      // Whether it may be repeated depends on the group, not on what is in it.
      return { kind: 'sequence', parts: [inner] };
    }
    if (this.#take('^')) return { kind: 'assert', holds: (before) => before === '' };
    if (this.#take('$')) return { kind: 'assert', holds: (_, after) => after === '' };
    if (this.#take('.')) return { kind: 'char', fits: (char) => char !== '\n' && char !== '\r' };
    if (this.#text[at] === '[') return this.#class();
    if (this.#text[at] === '\\') return this.#escape();
    if ('*+?{'.includes(this.#text[at] ?? '')) throw new PatternError(at);
    const literal = String.fromCodePoint(this.#text.codePointAt(at) ?? 0);
    this.#at += literal.length;
    return { kind: 'char', fits: (char) => char === literal };
  }

  #class(): Node {
    const at = this.#at;
    const written = this.#match(/\[\^?(?:\\[\s\S]|[^\\\]])+\]/uy)?.[0];
    if (written === undefined || written.includes('[:') || written.includes('&&')) throw new PatternError(at);
    return oneOf(written, at);
  }

  #escape(): Node {
    const at = this.#at;
    if (this.#take('\\b')) return { kind: 'assert', holds: isWordEdge };
    if (this.#take('\\B')) return { kind: 'assert', holds: (before, after) => !isWordEdge(before, after) };
    const written = this.#match(/\\(?:[dDsSwWtnrfv]|[pP]\{[\w=]{1,40}\}|u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|[^A-Za-z0-9])/uy)?.[0];
    if (written === undefined) throw new PatternError(at);
    const literal = /^\\([^A-Za-z0-9])$/u.exec(written)?.[1];
    return literal === undefined ? oneOf(written, at) : { kind: 'char', fits: (char) => char === literal };
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (match !== null) this.#at += match[0].length;
    return match;
  }

  #take(text: string): boolean {
    if (!this.#text.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }
}

/** One character of a class or an escape, told by the language's own engine: a single character cannot take long. */
function oneOf(written: string, at: number): Node {
  // Authors escape more than the strict reading allows ([\w\-.]), so that the loose one is tried too.
  for (const flags of ['u', '']) {
    try {
      const pattern = new RegExp(`^${written}$`, flags);
      return { kind: 'char', fits: (char) => pattern.test(char) };
    } catch {
      continue;
    }
  }
  throw new PatternError(at);
}
