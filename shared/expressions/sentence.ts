/**
 * An expression as a sentence in parts. `say` is a message whose parameters are its parts; the others are what stands in the places: a
 * question, the answer itself, an option's label, a text, a number, a column, or the expression as it is written.
 */
export type Readable =
  | { readonly kind: 'say'; readonly message: `expressions.readable.${string}`; readonly parts: Readonly<Record<string, Readable>> }
  | { readonly kind: 'question'; readonly name: string; readonly number: string }
  | { readonly kind: 'own' }
  | { readonly kind: 'answer'; readonly label: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'date'; readonly on: string }
  | { readonly kind: 'column'; readonly name: string }
  | { readonly kind: 'written'; readonly text: string };

/** Says the parts in words: `say` looks messages up, the other two write numbers and dates (YYYY-MM-DD) as the language does. */
export function sayReadable(
  sentence: Readable,
  words: {
    readonly say: (message: string, params: Readonly<Record<string, string>>) => string;
    readonly number: (value: number) => string;
    readonly date: (on: string) => string;
  },
): string {
  const leaf = (message: string, params: Readonly<Record<string, string>> = {}): string =>
    words.say(`expressions.readable.${message}`, params);
  switch (sentence.kind) {
    case 'say': {
      const parts = Object.entries(sentence.parts).map(([name, part]): [string, string] => [name, sayReadable(part, words)]);
      return words.say(sentence.message, Object.fromEntries(parts));
    }
    case 'question':
      return leaf('question', { number: sentence.number });
    case 'own':
      return leaf('own');
    case 'answer':
      return leaf('answer', { label: sentence.label });
    case 'text':
      return sentence.text === '' ? leaf('emptyText') : leaf('quoted', { text: sentence.text });
    case 'number':
      return words.number(sentence.value);
    case 'date':
      return words.date(sentence.on);
    case 'column':
      return leaf('column', { column: sentence.name });
    case 'written':
      return sentence.text;
  }
}

/** A message with its parts. */
export function say(message: string, parts: Readonly<Record<string, Readable>> = {}): Readable {
  return { kind: 'say', message: `expressions.readable.${message}`, parts };
}

/** a, b and c: two by two, from the right. */
export function listed(items: readonly Readable[], last: 'and' | 'or'): Readable {
  const [only] = items;
  if (items.length <= 1) return only ?? { kind: 'written', text: '' };
  const end = say(`list.${last}`, { left: items.at(-2) ?? nothing, right: items.at(-1) ?? nothing });
  return items.slice(0, -2).reduceRight<Readable>((right, left) => say('list.comma', { left, right }), end);
}

/** Nothing, where there is nothing to say. */
export const nothing: Readable = { kind: 'written', text: '' };
