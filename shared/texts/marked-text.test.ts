import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseMarkedText, plainWords, withoutMarks, writeMarkedText, type MarkedParagraph, type MarkedRun } from './marked-text.ts';

const id = '0190b9a0-0000-7000-8000-000000000001';

function runs(body: string): readonly MarkedRun[] {
  return parseMarkedText(body)[0]?.runs ?? [];
}

test('every line is a paragraph, empty lines are none', () => {
  expect(parseMarkedText('Første.\n\n\nAndre.').map((paragraph) => paragraph.runs[0]?.text)).toEqual(['Første.', 'Andre.']);
  expect(parseMarkedText('  \n')).toEqual([]);
});

test('bold, italic and both', () => {
  expect(runs('Dette er **viktig**, _kanskje_ og **_begge_**.')).toEqual([
    { text: 'Dette er ' },
    { text: 'viktig', isBold: true },
    { text: ', ' },
    { text: 'kanskje', isItalic: true },
    { text: ' og ' },
    { text: 'begge', isBold: true, isItalic: true },
    { text: '.' },
  ]);
  expect(runs('***alt***')).toEqual([{ text: 'alt', isBold: true, isItalic: true }]);
});

test('a mark that nothing closes, or that stands alone, is a letter', () => {
  for (const body of ['5 * 3 * 2', 'kari_nordvik_post', 'a ** b', '**uten slutt', 'sitat [1]', '^opphøyd', '[x](javascript:alert)'])
    expect(runs(body)).toEqual([{ text: body }]);
});

test('links, references and footnotes', () => {
  expect(runs(`Se [rapporten](https://fjordvik.example/a) og [[table:${id}]], [[figure:${id}]].^[Tall fra våren.]`)).toEqual([
    { text: 'Se ' },
    { text: 'rapporten', href: 'https://fjordvik.example/a' },
    { text: ' og ' },
    { text: '', ref: { as: 'table', exhibitId: id } },
    { text: ', ' },
    { text: '', ref: { as: 'figure', exhibitId: id } },
    { text: '.' },
    { text: '', footnote: 'Tall fra våren.' },
  ]);
});

test('lists within lists are counted on from their first item', () => {
  const body = '3. tre\n4. fire\n  - punkt\n    1. dypt\n    1. dypere\n9. fem\nTekst\n1. en';
  expect(parseMarkedText(body).map(({ style, depth, ordinal }) => [style, depth, ordinal])).toEqual([
    ['numbered', 0, 3],
    ['numbered', 0, 4],
    ['bullet', 1, null],
    ['numbered', 2, 1],
    ['numbered', 2, 2],
    ['numbered', 0, 5],
    ['body', 0, null],
    ['numbered', 0, 1],
  ]);
});

test('a backslash makes a mark a letter', () => {
  expect(runs(String.raw`\*\*ikke fet\*\* og \[\[x\]\]`)).toEqual([{ text: '**ikke fet** og [[x]]' }]);
  expect(parseMarkedText(String.raw`\- ikke et punkt`)[0]).toEqual({
    style: 'body',
    depth: 0,
    ordinal: null,
    runs: [{ text: '- ikke et punkt' }],
  });
});

test('words without marks stay what they are', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('**', '_', '[', ']', '\\', '^', '- ', '1. ', '# ', 'æ', ' ', '(https://a.example)'), { maxLength: 12 }),
      (parts) => {
        const words = parts.join('').trim().replaceAll(/ +/gu, ' ');
        expect(plainWords(withoutMarks(words))).toBe(words);
      },
    ),
  );
});

const words = fc
  .array(fc.constantFrom('bro', 'ærlig', '_', '**', '[x]', '1.', 'a-b', '\\'), { minLength: 1, maxLength: 3 })
  .map((all) => all.join(' '));
const run: fc.Arbitrary<MarkedRun> = fc.oneof(
  fc.record(
    { text: words, isBold: fc.constant(true as const), isItalic: fc.constant(true as const), href: fc.constant('https://a.example/b') },
    { requiredKeys: ['text'] },
  ),
  fc.constant({ text: '', ref: { as: 'table' as const, exhibitId: id } }),
  fc.record({ text: constant(), footnote: words }),
);

function constant(): fc.Arbitrary<''> {
  return fc.constant('');
}

function paragraphOf(all: readonly MarkedRun[]): MarkedParagraph {
  return { style: 'body', depth: 0, ordinal: null, runs: all };
}

test('what is written is read again as it was', () => {
  fc.assert(
    fc.property(fc.array(run, { minLength: 1, maxLength: 5 }), (parts) => {
      // Runs are words apart, as people write them.
      const apart = parts.flatMap((part, at): MarkedRun[] => (at === 0 ? [part] : [{ text: ' – ' }, part]));
      const read = parseMarkedText(writeMarkedText([paragraphOf(apart)]));
      expect(parseMarkedText(writeMarkedText(read))).toEqual(read);
      expect(read[0]?.runs.map(({ text }) => text).join('')).toBe(apart.map(({ text }) => text).join(''));
      const bold = (all: readonly MarkedRun[]): string =>
        all
          .filter(({ isBold }) => isBold === true)
          .map(({ text }) => text)
          .join('');
      expect(bold(read[0]?.runs ?? [])).toBe(bold(apart));
    }),
  );
});

test('marks inside a word survive', () => {
  const paragraph = paragraphOf([{ text: 'med' }, { text: 'virk', isItalic: true }, { text: 'ning' }]);
  expect(parseMarkedText(writeMarkedText([paragraph]))).toEqual([paragraph]);
});

test('lists are written with their depth and number', () => {
  const body = 'Før\n- en\n  1. to\n  2. tre\n- fire';
  expect(writeMarkedText(parseMarkedText(body))).toBe(body);
});

test.each(['_a ', '*a ', '**a ', '^[a ', '[a ', '*a **b _c '])(
  'a long line of "%s" is read at once: it opens what nothing closes',
  (piece) => {
    const line = piece.repeat(Math.floor(99_000 / piece.length)).trim();
    const started = performance.now();
    const read = plainWords(line);
    expect(read.length === line.length && read === line).toBe(true);
    // A second's work at most on a slow machine; looking for the end from every mark takes a minute.
    expect(performance.now() - started).toBeLessThan(5000);
  },
);
