import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CodebookSnapshot } from '../../shared/model/codebook.ts';
import { AppError } from '../../electron/core/app-error.ts';
import { readCodebookFile } from '../../electron/core/features/codebook/exchange/read-file.ts';
import { anySnapshot, sameTheme } from '../../electron/core/features/codebook/exchange/snapshot-arbitrary.ts';
import { writeDocx } from '../../electron/core/features/codebook/exchange/write-docx.ts';
import { writeQdc } from '../../electron/core/features/codebook/exchange/write-qdc.ts';
import { convert, officeSkip } from '../support/office.ts';
import { buildZip } from './zip-fixture.ts';

const folder = join(import.meta.dirname, '../../../shared/data/refi');
const hasFiles = existsSync(join(folder, 'Codebook.xsd'));
if (!hasFiles) console.warn('skipped: ../shared/data/refi is absent, so the schema and files by other programs are not tried');
const hasXmllint = existsSync('/usr/bin/xmllint');
if (!hasXmllint) console.warn('skipped: xmllint is not installed, so codebooks are not held against the schema');

/** Reads bytes as a person's file. */
async function read(content: string | Uint8Array, language: 'nb' | 'sv' = 'nb') {
  const temporary = mkdtempSync(join(tmpdir(), 'rost-codebook-'));
  const path = join(temporary, 'fil');
  writeFileSync(path, content);
  try {
    return await readCodebookFile(path, { language, nameless: 'Uten navn', signal: undefined });
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

async function refusal(content: string | Uint8Array): Promise<Record<string, unknown>> {
  const error: unknown = await read(content).then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof AppError)) throw new Error(`not refused: ${String(error)}`);
  return { code: error.code, message: error.messageId.replace('codebookExchange.error.', ''), ...error.params };
}

const tree = (themes: readonly { readonly terms: object; readonly parent: number | null }[]): [string, number | null][] =>
  themes.map(({ terms, parent }) => [String(Object.values(terms)[0] ?? ''), parent]);

describe.skipIf(!hasFiles || !hasXmllint)('REFI-QDA as we write it', () => {
  test('is valid by the schema of the standard, whatever the codebook holds [F52] issue 5.3', { timeout: 60_000 }, () => {
    const temporary = mkdtempSync(join(tmpdir(), 'rost-xsd-'));
    try {
      const paths = fc.sample(anySnapshot, { numRuns: 40, seed: 5 }).map((snapshot, at) => {
        const path = join(temporary, `${at}.qdc`);
        writeFileSync(path, writeQdc(snapshot, 'nb'));
        return path;
      });
      // Fails with what is wrong where, when any of them is not valid.
      execFileSync('xmllint', ['--nonet', '--noout', '--schema', join(folder, 'Codebook.xsd'), ...paths], {
        stdio: ['ignore', 'ignore', 'pipe'],
      });
    } finally {
      rmSync(temporary, { recursive: true, force: true });
    }
  });
});

describe.skipIf(!hasFiles)('projects by other programs', () => {
  test('give their codebooks, and what is left out is told thing by thing issue 5.3', async () => {
    const atlas = await read(readFileSync(join(folder, 'atlasti-23-target.qdpx')));
    expect(atlas.format).toBe('qdpx');
    expect(tree(atlas.themes)).toEqual([
      ['Commits', null],
      ['2022-05-10T02:05:59Z 19e4dce', 0],
      ['2022-02-11T10:39:25Z cdbfd92', 0],
    ]);
    expect(atlas.themes[0]?.guid).toBe('a182cd3a-d83c-4d8c-bc80-26d9103ec6d6');
    expect(atlas.notes).toEqual([
      {
        code: 'part',
        isLost: true,
        count: 2,
        places: [
          { line: 4, what: 'User Enric Llagostera' },
          { line: 5, what: 'User ATLAS.ti' },
        ],
      },
    ]);
  });

  test('of another maker too, with GUIDs that are no UUIDs', async () => {
    const bytes = readFileSync(join(folder, 'qc-demo.qdpx'));
    const qc = await read(bytes);
    const xml = Buffer.from(unzipSync(bytes)['project.qde'] ?? new Uint8Array()).toString();
    // Every code has one opening tag.
    expect(qc.themes).toHaveLength(xml.match(/<Code /gu)?.length ?? -1);
    expect(tree(qc.themes).slice(0, 3)).toEqual([
      ['rq1_definition', null],
      ['competencies', 0],
      ['programming', 1],
    ]);
    expect(new Set(qc.themes.map(({ guid }) => guid)).size).toBe(qc.themes.length);
  });

  test('without a codebook are refused in words', async () => {
    expect(await refusal(readFileSync(join(folder, 'atlasti-23-blank.qdpx')))).toMatchObject({
      code: 'FILE_UNREADABLE',
      message: 'no-themes',
    });
  });
});

describe('a foreign .qdc is read as well as it goes', () => {
  test('with braces, short colours, missing attributes, elements out of order and another namespace', async () => {
    const file = await read(`<?xml version="1.0"?>
<q:CodeBook xmlns:q="urn:QDA-XML:codebook:1:0" origin="X"><q:Codes>
<q:Code guid="{A182CD3A-D83C-4D8C-BC80-26D9103EC6D6}" name="A" isCodable="1" color="#058"><q:Code name="B"/><q:Description>Om A</q:Description></q:Code>
<q:Code guid="a182cd3a-d83c-4d8c-bc80-26d9103ec6d6" name="" isCodable="nei" color="blå" mood="god"><q:Description>Uten navn, men med ord</q:Description></q:Code>
</q:Codes><q:Sets><q:Set guid="1" name="Mine"><q:MemberCode guid="2"/></q:Set></q:Sets></q:CodeBook>`);
    expect(
      file.themes.map(({ terms, guid, parent, colour, isCodable, definition }) => ({ terms, guid, parent, colour, isCodable, definition })),
    ).toEqual([
      {
        terms: { nb: 'A' },
        guid: 'a182cd3a-d83c-4d8c-bc80-26d9103ec6d6',
        parent: null,
        colour: 6,
        isCodable: true,
        definition: { nb: 'Om A' },
      },
      { terms: { nb: 'B' }, guid: null, parent: 0, colour: undefined, isCodable: undefined, definition: {} },
      {
        terms: { nb: 'Uten navn, men med ord' },
        guid: null,
        parent: null,
        colour: undefined,
        isCodable: undefined,
        definition: { nb: 'Uten navn, men med ord' },
      },
    ]);
    expect(Object.fromEntries(file.notes.map(({ code, count }) => [code, count]))).toEqual({
      namespace: 1,
      'guid-missing': 1,
      'guid-twice': 1,
      'codable-missing': 2,
      'name-missing': 1,
      'colour-nearest': 1,
      'colour-invalid': 1,
      attribute: 1,
      set: 1,
    });
  });

  test('with what looks like our own fields and says nothing, or far too much', async () => {
    const fields = ['Number: ', 'Synonym [nb]: ', 'Term [sv]: ', 'Example [nb]: ', 'Definition [en]: ', `Synonym [en]: ${'x'.repeat(300)}`];
    const file = await read(
      `<CodeBook><Codes><Code guid="0190a0a0-0000-7000-8000-000000000001" name="Ventetid" isCodable="true"><Description>--- Røst codebook 1 ---\n${fields.join('\n')}</Description></Code></Codes></CodeBook>`,
    );
    expect(file.themes).toMatchObject([{ number: null, terms: { nb: 'Ventetid' }, definition: {}, examples: [] }]);
    expect(file.themes[0]?.synonyms).toEqual([{ language: 'en', term: `${'x'.repeat(199)}…` }]);
    expect(file.notes.map(({ code }) => code)).toEqual(expect.arrayContaining(['element', 'name-cut']));
  });

  test('in UTF-16, and in the language that is said', async () => {
    const xml =
      '\uFEFF<?xml version="1.0" encoding="UTF-16"?><CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code name="Närhet"/></Codes></CodeBook>';
    const file = await read(Buffer.from(xml, 'utf16le'), 'sv');
    expect(file.themes[0]?.terms).toEqual({ sv: 'Närhet' });
  });
});

describe('a list of themes as text', () => {
  const wanted = [
    ['A', null],
    ['B', 0],
    ['C', 1],
    ['D', 0],
    ['E', null],
  ];
  test.each([
    ['tabs', 'A\n\tB\n\t\tC\n\tD\nE\n'],
    ['blanks', 'A\r\n  B\r\n    C\r\n  D\r\n\r\nE'],
    ['uneven blanks', 'A\n   B\n      C\n   D\nE'],
    ['signs of a list', '- A\n  - B\n    - C\n  - D\n- E'],
    ['bullets', '• A\n\t• B\n\t\t• C\n\t• D\n• E'],
    ['numbers', '1 A\n1.1 B\n1.1.1 C\n1.2 D\n2 E'.replace('1 A', '1. A').replace('2 E', '2. E')],
    ['numbers and indent', '1. A\n   1.1. B\n      1.1.1. C\n   1.2. D\n2. E'],
    ['the mark of UTF-8', '\uFEFFA\n\tB\n\t\tC\n\tD\nE'],
  ])('by %s issue 5.3', async (_how, text) => {
    const file = await read(text);
    expect(tree(file.themes)).toEqual(wanted);
    expect(file.notes).toEqual([]);
  });

  test('whose indent does not fit is read, and told with its line', async () => {
    const file = await read('A\n        B\n    C\nD');
    expect(tree(file.themes)).toEqual([
      ['A', null],
      ['B', 0],
      ['C', 0],
      ['D', null],
    ]);
    expect(file.notes).toEqual([{ code: 'indent', isLost: false, count: 1, places: [{ line: 3, what: 'C' }] }]);
  });

  test('in Windows-1252, with a quotation mark that never closes, and a name too long for one', async () => {
    const file = await read(Buffer.from(`"M\u00F8te\n${'ord '.repeat(80)}`, 'latin1'));
    expect(tree(file.themes)[0]).toEqual(['"Møte', null]);
    expect(file.themes[1]?.terms.nb).toHaveLength(200);
    expect(file.themes[1]?.definition.nb).toBe('ord '.repeat(80).trim());
    expect(file.notes).toMatchObject([{ code: 'name-cut' }]);
  });
});

describe('a table of themes', () => {
  test('with parents by name, in any order, and columns nobody knows', async () => {
    const file = await read('Kode;Overordnet;Beskrivelse;Synonymer;Antall\nB;A;Om B;b1 | b2;4\nA;;;;2\nC;Z;;;1\n');
    expect(tree(file.themes)).toEqual([
      ['A', null],
      ['B', 0],
      ['C', null],
    ]);
    expect(file.themes[1]).toMatchObject({ definition: { nb: 'Om B' }, synonyms: [{ term: 'b1' }, { term: 'b2' }] });
    expect(file.notes).toEqual([
      { code: 'column', isLost: true, count: 1, places: [{ line: 1, what: 'Antall' }] },
      { code: 'parent-unknown', isLost: true, count: 1, places: [{ line: 4, what: 'Z' }] },
    ]);
  });

  test('with a column for each level, or a level for each row', async () => {
    const wanted = [
      ['A', null],
      ['B', 0],
      ['C', 0],
      ['D', null],
    ];
    expect(tree((await read('Level 1,Level 2,Description\nA,B,x\n,C,y\nD,,z\n')).themes)).toEqual(wanted);
    expect(tree((await read('Nivå;Navn;Forklaring\n1;A;\n2;B;x\n2;C;\n1;D;\n')).themes)).toEqual(wanted);
  });

  test('with names in several languages, and parents in a ring', async () => {
    const file = await read('name_nb,name_sv,parent\nVentetid,Väntetid,Kø\nKø,,Ventetid\n');
    expect(file.themes.map(({ terms, parent }) => ({ terms, parent }))).toEqual([
      { terms: { nb: 'Kø' }, parent: null },
      { terms: { nb: 'Ventetid', sv: 'Väntetid' }, parent: 0 },
    ]);
    expect(file.notes).toMatchObject([{ code: 'parent-loop', count: 1 }]);
  });

  test('of which something is not read says what: a column too many, a word for yes or no, a theme by its name', async () => {
    const file = await read(
      'Navn;Beskrivelse;Kommentar;codable;status;differs from\nVentetid;lang;husk;kanskje;utgått;Reisetid\nKø;;;;;\n',
    );
    expect(file.themes).toMatchObject([
      { terms: { nb: 'Ventetid' }, definition: { nb: 'lang' }, differsFrom: [] },
      { terms: { nb: 'Kø' } },
    ]);
    const place = (line: number, what: string) => ({ count: 1, places: [{ line, what }] });
    expect(file.notes).toEqual([
      { code: 'column-twice', isLost: true, ...place(1, 'Kommentar') },
      { code: 'attribute', isLost: true, ...place(2, 'status="utgått"') },
      { code: 'differs-unknown', isLost: true, ...place(2, 'Reisetid') },
      { code: 'codable-missing', isLost: false, ...place(2, 'kanskje') },
    ]);
    const both = await read('term;term_nb;term_sv\nTid;Ventetid;\n;Kø;\nBuss;Buss;Buss\n');
    expect(both.themes.map(({ terms }) => terms)).toEqual([{ nb: 'Tid' }, { nb: 'Kø' }, { nb: 'Buss', sv: 'Buss' }]);
    expect(both.notes).toEqual([{ code: 'column-twice', isLost: true, ...place(2, 'Ventetid') }]);
  });
});

describe('a file that means harm, or is none, is refused with what and where', () => {
  const deep = (levels: number): string =>
    `<CodeBook><Codes>${'<Code name="x">'.repeat(levels)}${'</Code>'.repeat(levels)}</Codes></CodeBook>`;
  const laughs = `<?xml version="1.0"?>\n<!DOCTYPE lolz [<!ENTITY l "lol">${Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at} "${`&l${at === 0 ? '' : at - 1};`.repeat(10)}">`).join('')}]>\n<CodeBook><Codes><Code name="&l8;"/></Codes></CodeBook>`;
  test.each<[string, () => string | Uint8Array, Record<string, unknown>]>([
    ['twenty megabytes of nesting', () => deep(900_000), { message: 'too-deep', row: 1, limit: 500 }],
    ['a billion laughs', () => laughs, { message: 'doctype', row: 2 }],
    ['an entity from another file', () => '<!DOCTYPE CodeBook SYSTEM "file:///etc/passwd"><CodeBook/>', { message: 'doctype' }],
    [
      'bytes of another encoding',
      () => Buffer.from('<CodeBook>\n<Codes><Code name="Bl\u00E5"/></Codes></CodeBook>', 'latin1'),
      { message: 'encoding', what: 'utf-8' },
    ],
    [
      'an encoding nobody knows',
      () => '<?xml version="1.0" encoding="x-klingon"?><CodeBook/>',
      { message: 'encoding-unknown', what: 'x-klingon' },
    ],
    [
      'XML cut off',
      () => writeQdc(fc.sample(anySnapshot, { numRuns: 1, seed: 1 })[0] ?? { themes: [] }, 'nb').slice(0, 400),
      { message: 'malformed' },
    ],
    ['XML of another kind', () => '<html><body/></html>', { message: 'not-a-codebook', what: 'html' }],
    ['a codebook without codes', () => '<CodeBook><Codes/></CodeBook>', { message: 'no-themes' }],
    ['too many themes', () => 'a\n'.repeat(5001), { message: 'too-many-themes', row: 5001, limit: 5000 }],
    [
      'text indented without end',
      () => Array.from({ length: 600 }, (_, at) => `${' '.repeat(at)}x`).join('\n'),
      { message: 'too-deep', row: 501 },
    ],
    ['nothing', () => '', { message: 'empty' }],
    ['blank lines', () => '\n \n\t\n', { message: 'no-themes' }],
    ['a picture', () => Buffer.from('\x89PNG\r\n\x1a\n\0\0\0', 'latin1'), { message: 'unsupported', what: 'image' }],
    ['a table with a quotation mark that never closes', () => 'navn;forklaring\n"A;b\n', { message: 'quote', row: 2 }],
    ['an archive cut off', () => buildZip([{ name: 'project.qde', content: deep(3) }]).subarray(0, 80), { message: 'truncated' }],
    ['an archive with a password', () => buildZip([{ name: 'project.qde', content: 'x', flags: 1 }]), { message: 'encrypted' }],
    ['an archive that holds something else', () => buildZip([{ name: 'sub/project.qde', content: deep(3) }]), { message: 'no-project' }],
    ['a Word document', () => buildZip([{ name: 'word/document.xml', content: '<a/>' }]), { message: 'unsupported', what: 'office' }],
    [
      'an archive that unpacks to far too much',
      () => buildZip([{ name: 'project.qde', content: Buffer.alloc(60 * 1024 * 1024, ' ') }]),
      { message: 'bomb' },
    ],
    [
      'an archive that lies about its size',
      () => buildZip([{ name: 'project.qde', content: Buffer.alloc(60 * 1024 * 1024, ' '), declaredBytes: 100 }]),
      { message: 'bomb' },
    ],
    [
      'an archive whose part is damaged',
      () => buildZip([{ name: 'project.qde', content: deep(30) }]).fill(0xff, 45, 60),
      { message: 'damaged' },
    ],
  ])(
    '%s',
    async (_what, content, wanted) => {
      expect(await refusal(content())).toMatchObject({ code: 'FILE_UNREADABLE', ...wanted });
    },
    20_000,
  );

  test('27 megabytes of XML', async () => {
    expect(await refusal(`<CodeBook>${' '.repeat(27 * 1024 * 1024)}</CodeBook>`)).toMatchObject({
      code: 'FILE_TOO_LARGE',
      message: 'too-large',
      size: 28,
      limit: 25,
    });
  });

  test('files with bytes changed anywhere are read or refused, never worse', { timeout: 60_000 }, async () => {
    const [snapshot = { themes: [] }] = fc.sample(anySnapshot, { numRuns: 1, seed: 11 });
    const seeds = [
      Buffer.from(writeQdc(snapshot, 'nb')),
      buildZip([
        {
          name: 'project.qde',
          content: '<Project xmlns="urn:QDA-XML:project:1.0"><CodeBook><Codes><Code name="A"/></Codes></CodeBook></Project>',
        },
      ]),
      Buffer.from('id;parent_id;term_nb;synonyms_nb\n1;;"A ""b""";x | y\n2;1;B;\n'),
      Buffer.from('1. A\n\t1.1 B\n- C\n'),
    ];
    const change = fc.tuple(fc.nat(), fc.nat(255), fc.constantFrom('set', 'cut', 'double'));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...seeds), fc.array(change, { minLength: 1, maxLength: 8 }), async (seed, changes) => {
        let bytes = Buffer.from(seed);
        for (const [place, byte, how] of changes) {
          const at = place % Math.max(1, bytes.length);
          if (how === 'set') bytes[at] = byte;
          else if (how === 'cut') bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + (byte % 20))]);
          else bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(Math.max(0, at - byte))]);
        }
        await read(bytes).catch((error: unknown) => expect(error).toBeInstanceOf(AppError));
      }),
      { numRuns: 300 },
    );
  });
});

const skip = officeSkip('writer');

describe.skipIf(skip !== null)(`a codebook in Word, opened by LibreOffice${skip === null ? '' : ` (${skip})`}`, { timeout: 90_000 }, () => {
  const [one, two] = ['0190a0a0-0000-7000-8000-000000000001', '0190a0a0-0000-7000-8000-000000000002'] as const;
  const snapshot: CodebookSnapshot = {
    themes: [
      {
        ...sameTheme(one),
        number: '16',
        terms: { nb: 'Ventetid', sv: 'Väntetid', en: 'Waiting time' },
        synonyms: [{ language: 'nb', term: 'venting' }],
        definition: { nb: 'Tiden til hjelpen kommer.', sv: 'Tiden tills hjälpen kommer.' },
        inclusion: { nb: 'Kø' },
        exclusion: { nb: 'Reisetid' },
        examples: [{ language: 'nb', body: 'Det gikk et år.\nSå ringte de.' }],
        differsFrom: [{ themeId: sameTheme(two).id, note: 'kø på telefon' }],
      },
      { ...sameTheme(two), number: '17', parentId: sameTheme(one).id, terms: { nb: 'Telefonkø' }, status: 'retired', isCodable: false },
    ],
  };

  test('has headings by level and everything but persons issue 5.3', async () => {
    const bytes = await writeDocx(snapshot, 'nb');
    const html = convert(bytes, 'kodebok.docx', 'html').toString('utf8').replaceAll(/\s+/gu, ' ');
    const plain = (text: string): string => text.replaceAll(/<[^>]+>/gu, '').trim();
    expect([...html.matchAll(/<h1[^>]*>(.*?)<\/h1>/gu)].map(([, text = '']) => plain(text))).toContain('16 Ventetid');
    expect([...html.matchAll(/<h2[^>]*>(.*?)<\/h2>/gu)].map(([, text = '']) => plain(text))).toEqual(['17 Telefonkø']);
    const text = plain(html);
    for (const part of [
      'Kodebok',
      '2 temaer',
      'Väntetid · Waiting time',
      'Tiden til hjelpen kommer.',
      'Hører hit: Kø',
      'Hører ikke hit: Reisetid',
      'Andre ord: venting',
      'Ikke det samme som: 17 Telefonkø: kø på telefon',
      '«Det gikk et år.',
      'Ute av bruk. Samler bare andre temaer',
    ])
      expect(text).toContain(part);
    expect(text).not.toContain('hjälpen');
    expect(text).not.toMatch(/person/iu);
  });
});
