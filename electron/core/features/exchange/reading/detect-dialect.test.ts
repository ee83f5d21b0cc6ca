import { describe, expect, it } from 'vitest';
import { detectDialect } from './detect-dialect.ts';
import { detectDecimalSign, detectHeader } from './detect-header.ts';

const dialectOf = (text: string, choices = {}) => detectDialect(text, true, choices).dialect;

describe('delimiter, quotation mark and line end', () => {
  it.each([
    ['a;b;c\n1,5;2,5;x\n2,0;1,1;y\n', ';'],
    ['a,b\n"x;y;z",2\n"q;r;s",3\n', ','],
    ['a\tb\nen, to; tre\t2\n', '\t'],
    ['a|b\n1|2\n', '|'],
    ['sep=;\na;b\n1;2\n', ';'],
  ])('finds the delimiter of %j [F29]', (text, delimiter) => expect(dialectOf(text).delimiter).toBe(delimiter));

  it('keeps a column of sentences one column [F29]', () => {
    const { records } = detectDialect('kommentar\nDet var bra, men sent\nJa\nGod hjelp, god tid, godt råd\nTakk\n', true);
    expect(records.map(({ cells }) => cells)).toEqual([
      ['kommentar'],
      ['Det var bra, men sent'],
      ['Ja'],
      ['God hjelp, god tid, godt råd'],
      ['Takk'],
    ]);
  });

  it('lets a person choose otherwise [F29]', () => {
    expect(dialectOf('a;b\n1;2\n', { delimiter: ',', quote: '' })).toEqual({ delimiter: ',', quote: '', lineEnd: 'lf' });
    expect(dialectOf("'a','b'\r\n'1','x, y'\r\n")).toEqual({ delimiter: ',', quote: "'", lineEnd: 'crlf' });
  });
});

describe('title and header rows', () => {
  it.each<[string, string[][], { titleRows: number; headerRows: number }]>([
    [
      'one header',
      [
        ['Kode', 'Alder'],
        ['A1', '34'],
        ['A2', '41'],
      ],
      { titleRows: 0, headerRows: 1 },
    ],
    [
      'no header',
      [
        ['1', '34'],
        ['2', '41'],
        ['3', '52'],
      ],
      { titleRows: 0, headerRows: 0 },
    ],
    [
      'only texts',
      [
        ['navn', 'sted'],
        ['x', 'y'],
        ['z', 'w'],
      ],
      { titleRows: 0, headerRows: 1 },
    ],
    [
      'a title',
      [
        ['Eksport fra skjema', '', ''],
        ['', '', ''],
        ['Kode', 'Alder', 'Svar'],
        ['A1', '34', 'ja'],
      ],
      { titleRows: 2, headerRows: 1 },
    ],
    [
      'two headers, question once',
      [
        ['ID', 'Hva brukes?', '', 'Alder'],
        ['ID', 'Bolig', 'Jobb', 'Response'],
        ['1', 'Bolig', '', '34'],
        ['2', '', 'Jobb', '41'],
      ],
      { titleRows: 0, headerRows: 2 },
    ],
    [
      'two headers, question repeated',
      [
        ['ID', 'Hva brukes?', 'Hva brukes?'],
        ['ID', 'Bolig', 'Jobb'],
        ['1', 'Bolig', ''],
        ['2', '', 'Jobb'],
      ],
      { titleRows: 0, headerRows: 2 },
    ],
  ])('finds %s [F29]', (_, rows, shape) => expect(detectHeader(rows)).toEqual(shape));

  it('finds the decimal sign in the cells, else from the delimiter', () => {
    expect(detectDecimalSign([['1,5'], ['2.25'], ['3,75']], ',')).toBe(',');
    expect(detectDecimalSign([['12']], ';')).toBe(',');
    expect(detectDecimalSign([['12']], ',')).toBe('.');
  });
});
