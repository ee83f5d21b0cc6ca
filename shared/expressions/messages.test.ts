import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { z } from 'zod';
import { describe, expect, test } from 'vitest';
import { languages, type Language } from '../model/text.ts';
import { functionNames } from './functions.ts';
import { parseExpression } from './parse.ts';
import { readableField, type DescribedQuestion } from './readable.ts';
import { sayReadable } from './sentence.ts';

const here = import.meta.dirname;
const catalogues = Object.fromEntries(
  languages.map((language) => {
    const file = join(here, '..', 'messages', language, 'expressions.json');
    return [language, z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(file, 'utf8')))];
  }),
);

function say(language: Language, message: string, params: Readonly<Record<string, string | number>>): string {
  const text = catalogues[language]?.[message];
  if (text === undefined) throw new Error(`${language}: ${message} is missing`);
  return String(new IntlMessageFormat(text, language).format(params));
}

const source = readdirSync(here)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => readFileSync(join(here, file), 'utf8'))
  .join('\n');

describe('the catalogue', () => {
  test('has every problem that can be told, and no other, in all languages [F1]', () => {
    const reasons = [...(/export type ProblemReason =([^;]+);/u.exec(source)?.[1] ?? '').matchAll(/'(\w+)'/gu)].map(
      ([, reason]) => reason ?? '',
    );
    expect(reasons.length).toBeGreaterThan(40);
    for (const language of languages) {
      const ids = Object.keys(catalogues[language] ?? {}).filter((one) => one.startsWith('expressions.problem.'));
      expect(ids.toSorted()).toEqual(reasons.map((reason) => `expressions.problem.${reason}`).toSorted());
    }
    // A reason that nothing tells is a message too many.
    const told = source.replace(/export type ProblemReason =[^;]+;/u, '');
    expect(reasons.filter((reason) => !told.includes(`'${reason}'`))).toEqual([]);
  });

  test.each(languages)('says every function and field in %s', (language) => {
    for (const name of functionNames) expect(catalogues[language]).toHaveProperty([`expressions.readable.function.${name}`]);
    for (const field of ['relevant', 'requiredWhen', 'check', 'calculation', 'optionFilter', 'repeatCount', 'defaultValue'])
      expect(catalogues[language]).toHaveProperty([`expressions.readable.field.${field}`]);
  });

  test('a problem says where, what, and what is expected', () => {
    const parsed = parseExpression('selected(${q3})');
    const told = languages.map((language) => (parsed.isRead ? '' : say(language, parsed.problem.message, parsed.problem.params)));
    expect(told).toEqual([
      'Tegn 1: selected skal ha 2 verdier i parentesen; her er det 1.',
      'Teikn 1: selected skal ha 2 verdiar i parentesen; her er det 1.',
      'Tecken 1: selected ska ha 2 värden i parentesen; här är det 1.',
      'Character 1: selected takes 2 values in its parentheses; here are 1.',
    ]);
    const bare = parseExpression('${q3} = ja');
    expect(bare.isRead ? '' : say('en', bare.problem.message, bare.problem.params)).toBe(
      'Character 9: “ja” stands alone. An answer is written ${ja}, a text "ja".',
    );
  });
});

const described: Readonly<Record<string, Partial<DescribedQuestion>>> = {
  q7: { number: '7', optionLabel: (name) => ({ '1': 'Ja', '2': 'Nei', '3': 'Kanskje' })[name] ?? null },
  q8: { number: '8' },
  q9: { number: '9', isSet: true, optionLabel: (name) => ({ a: 'Avis', b: 'Brev' })[name] ?? null },
  q10: { number: '10', isDate: true },
  barn: { number: '11', isRepeat: true },
};

function sentence(language: Language, text: string, field: Parameters<typeof readableField>[0] = 'relevant'): string {
  const parsed = parseExpression(text, { allowsColumns: true });
  if (!parsed.isRead) throw new Error(`${text}: ${parsed.problem.message}`);
  const readable = readableField(field, parsed.expression, (name) => {
    const found = described[name];
    return found === undefined ? null : { number: '', isDate: false, isSet: false, isRepeat: false, optionLabel: () => null, ...found };
  });
  return sayReadable(readable, { say: (message, params) => say(language, message, params), number: String, date: (on) => on });
}

describe('an expression in words [F1]', () => {
  test.each([
    ['nb', 'Spørres hvis spørsmål 7 er «Ja» og spørsmål 8 er minst 6'],
    ['nn', 'Blir spurt om spørsmål 7 er «Ja» og spørsmål 8 er minst 6'],
    ['sv', 'Ställs om fråga 7 är ”Ja” och fråga 8 är minst 6'],
    ['en', 'Asked if question 7 is “Ja” and question 8 is at least 6'],
  ] as const)('in %s: %s', (language, wanted) => {
    expect(sentence(language, '${q7} = 1 and ${q8} >= 6')).toBe(wanted);
  });

  test.each([
    ["${q7} = 1 or ${q7} = '2' or ${q7} = 3", 'spørsmål 7 er «Ja», «Nei» eller «Kanskje»'],
    ['${q7} != 1 and ${q7} != 2', 'spørsmål 7 ikke er «Ja» eller «Nei»'],
    ['1 = ${q7}', 'spørsmål 7 er «Ja»'],
    ['6 < ${q8}', 'spørsmål 8 er mer enn 6'],
    ["selected(${q9}, 'a') or selected(${q9}, 'b')", 'spørsmål 9 har med «Avis» eller «Brev»'],
    ["not(selected(${q9}, 'a'))", 'spørsmål 9 ikke har med «Avis»'],
    ["selected(${q7}, '1')", 'spørsmål 7 er «Ja»'],
    ["${q8} = '' or ${q7} != ''", 'spørsmål 8 er ubesvart eller spørsmål 7 er besvart'],
    ['. >= 0 and . <= 52', 'svaret er fra 0 til 52'],
    ['. >= 0 and . <= 52 and ${q7} = 1', 'svaret er fra 0 til 52 og spørsmål 7 er «Ja»'],
    ['${q7} = 1 and (${q8} = 1 or . = 2)', 'spørsmål 7 er «Ja» og (spørsmål 8 er 1 eller svaret er 2)'],
    ['${q7} = 1 and ${q8} = 1 or . = 2', '(spørsmål 7 er «Ja» og spørsmål 8 er 1) eller svaret er 2'],
    ['not(${q7} = 1)', 'det ikke stemmer at spørsmål 7 er «Ja»'],
    ["${q10} < '2025-01-01'", 'spørsmål 10 er før 2025-01-01'],
    ['${q10} >= today() - 7', 'spørsmål 10 ikke er før (i dag minus 7)'],
    ['count(${barn}) > 2', 'antall runder av spørsmål 11 er mer enn 2'],
    ['sum(${q8}) + 2 * 3 = 1', '(summen av spørsmål 8 pluss (2 ganger 3)) er 1'],
    [
      "if(${q8} > 1, 'a', 'b') = coalesce(${q7}, ${q8}, 5)",
      '«a» hvis spørsmål 8 er mer enn 1, ellers «b» er det første som er besvart av spørsmål 7, spørsmål 8 og 5',
    ],
    ['county = ${q7}', 'spørsmål 7 er svaralternativets county'],
    ["regex(., '[0-9]+')", 'svaret følger mønsteret «[0-9]+»'],
    ['${nobody} = 1', '${nobody} er 1'],
    ["jr:choice-name(${q7}, '${q7}') = 'x'", 'teksten til spørsmål 7 er «x»'],
    ['indexed-repeat(${q8}, ${barn}, 2) = 1', 'spørsmål 8 i runde 2 er 1'],
    ['-${q8} < round(2.5, 1)', '(minus spørsmål 8) er mindre enn 2.5 avrundet til 1 desimaler'],
  ])('%s', (text, wanted) => {
    expect(sentence('nb', text)).toBe(`Spørres hvis ${wanted}`);
  });

  test('every function can be said in every language, with all that stands in it', () => {
    for (const language of languages)
      for (const name of functionNames) {
        const args = { position: '..', 'indexed-repeat': '${q8}, ${barn}, 3' }[name as string] ?? null;
        const counts = args === null ? [0, 1, 2, 3].map((count) => ['${q8}', '4711', "'ord'"].slice(0, count).join(', ')) : [args];
        const readings = counts.filter((list) => parseExpression(`${name}(${list})`).isRead);
        expect(readings.length).toBeGreaterThan(0);
        for (const list of readings) {
          const words = sentence(language, `${name}(${list})`, 'calculation');
          expect(words).not.toMatch(/[{}]/u);
          if (list.includes('4711') && name !== 'jr:choice-name') expect(words).toContain('4711');
        }
      }
  });

  test('what is too long is shown as it is written', () => {
    const long = Array.from({ length: 60 }, (_, index) => `\${q8} = ${index}`).join(' or ');
    expect(sentence('nb', long)).toBe(`Spørres hvis ${long}`);
  });
});
