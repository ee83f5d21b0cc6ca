import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { AppError } from '../app-error.ts';
import type { DocumentText } from './document-text.ts';
import { makeDocx, makeOdt, paragraph } from './documents-testing.ts';
import { readDocument } from './read-document.ts';

const folder = mkdtempSync(join(tmpdir(), 'rost-documents-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const path = join(folder, 'file');

function read(bytes: Uint8Array | string): Promise<DocumentText> {
  writeFileSync(path, bytes);
  return readDocument(path);
}

/** What a file is refused with: the message and its parameters. */
async function refused(bytes: Uint8Array | string): Promise<readonly [string, unknown]> {
  try {
    await read(bytes);
  } catch (error) {
    if (error instanceof AppError) return [error.messageId, error.params];
    throw error;
  }
  throw new Error('it was read');
}

describe('text files [R64] issue 5.5', () => {
  const words = 'Første linje: æøå.\nAndre linje.';
  test('in UTF-8, UTF-16 and Windows-1252 hold the same words, line ends are line feeds', async () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(words, 'utf16le')]);
    for (const bytes of [
      words,
      words.replaceAll('\n', '\r\n'),
      words.replaceAll('\n', '\r'),
      `\uFEFF${words}`,
      utf16,
      Buffer.from(words, 'latin1'),
    ])
      expect((await read(bytes)).body).toBe(words);
  });

  test('a line in another character set is read as what it is, control characters go and are counted', async () => {
    const mixed = Buffer.concat([Buffer.from('Åse\n', 'utf8'), Buffer.from('Øya\n', 'latin1')]);
    expect((await read(mixed)).body).toBe('Åse\nØya');
    expect(await read('en\u0007 to \u0085tre')).toMatchObject({ body: 'en to\ntre', leftOut: [{ part: 'signs', count: 1 }] });
  });

  test('combining marks are composed; emoji stay whole', async () => {
    expect((await read('a\u030Arsak 👩‍👧')).body).toBe('årsak 👩‍👧');
  });
});

describe('Word documents', () => {
  test('paragraphs, tabs, line breaks, tables and footnotes; not what was deleted, hidden or commented', async () => {
    const body = [
      paragraph('Samtale', '<w:pPr><w:pStyle w:val="Overskrift1"/></w:pPr>'),
      '<w:p><w:r><w:t>En</w:t><w:tab/><w:t>to</w:t><w:br/><w:t>tre</w:t></w:r></w:p>',
      '<w:p><w:ins><w:r><w:t>Satt inn.</w:t></w:r></w:ins><w:del><w:r><w:delText>Slettet.</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>Flyttet.</w:t></w:r></w:moveFrom></w:p>',
      '<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Skjult</w:t></w:r><w:r><w:t>Synlig</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="1"/></w:r></w:p>',
      '<w:p><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>',
      `<w:tbl><w:tr><w:tc>${paragraph('a')}${paragraph('b')}</w:tc><w:tc>${paragraph('c')}</w:tc></w:tr></w:tbl>`,
    ].join('');
    const footnotes = `<w:footnote w:type="separator" w:id="0">${paragraph('---')}</w:footnote><w:footnote w:id="2">${paragraph('En note.')}</w:footnote>`;
    expect(await read(makeDocx(body, { footnotes, 'word/header1.xml': '<x/>' }))).toEqual({
      format: 'docx',
      body: 'Samtale\nEn\tto\ntre\nSatt inn.\nSynlig[1]\n\na b\tc\n\n[1] En note.',
      heading: 'Samtale',
      turns: [],
      leftOut: expect.arrayContaining([
        { part: 'deleted', count: 2 },
        { part: 'hidden', count: 1 },
        { part: 'comments', count: 1 },
        { part: 'headers', count: 1 },
      ]),
    });
  });

  test('a text box is read once, not also its copy for older programs', async () => {
    const box = (inner: string): string => `<w:txbxContent>${paragraph(inner)}</w:txbxContent>`;
    const body = `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps">${box('I boksen')}</mc:Choice><mc:Fallback>${box('I boksen')}</mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>Utenfor</w:t></w:r></w:p>`;
    expect((await read(makeDocx(body))).body).toBe('I boksen\nUtenfor');
  });
});

describe('OpenDocument texts', () => {
  test('read like Word documents', async () => {
    const body =
      '<text:tracked-changes><text:changed-region><text:deletion><text:p>Borte</text:p></text:deletion></text:changed-region></text:tracked-changes>' +
      '<text:h text:outline-level="1">Notat</text:h><text:p>En  \n to<text:s text:c="2"/>tre<text:tab/>fire<text:line-break/>fem' +
      '<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>En note.</text:p></text:note-body></text:note>.</text:p>' +
      '<office:annotation><text:p>Kommentar</text:p></office:annotation>' +
      '<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>';
    expect(await read(makeOdt(body))).toMatchObject({
      format: 'odt',
      heading: 'Notat',
      body: 'Notat\nEn to  tre\tfire\nfem[1].\na\tb\n\n[1] En note.',
      leftOut: expect.arrayContaining([
        { part: 'deleted', count: 1 },
        { part: 'comments', count: 1 },
      ]),
    });
  });
});

describe('files that cannot be read say why', () => {
  test('empty ones, ones without words, and other kinds', async () => {
    expect((await refused(''))[0]).toBe('documents.error.empty');
    expect((await refused(' \n\n'))[0]).toBe('documents.error.no-words');
    expect((await refused(makeDocx('')))[0]).toBe('documents.error.no-words');
    expect(await refused('%PDF-1.7 …')).toEqual(['documents.error.unsupported', expect.objectContaining({ type: 'pdf' })]);
    expect(await refused(zipSync({ 'xl/workbook.xml': new Uint8Array(4) }))).toEqual([
      'documents.error.unsupported',
      expect.objectContaining({ type: 'xlsx' }),
    ]);
    expect((await refused(new Uint8Array(500).fill(1)))[0]).toBe('documents.error.binary');
  });

  test('with a password: Word wraps the file, OpenDocument says so', async () => {
    const ole = Buffer.alloc(2048);
    ole.write('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1');
    ole.writeUInt16LE(9, 30);
    ole.write('EncryptedPackage', 512, 'utf16le');
    expect((await refused(ole))[0]).toBe('documents.error.encrypted');
    const manifest = '<manifest><file-entry><encryption-data/></file-entry></manifest>';
    expect((await refused(makeOdt('<text:p>x</text:p>', { 'META-INF/manifest.xml': manifest })))[0]).toBe('documents.error.encrypted');
  });

  test('cut off, damaged, nested without end, with a document type, or a zip bomb', async () => {
    const docx = makeDocx(paragraph('Ord '.repeat(5000)));
    expect((await refused(docx.subarray(0, docx.length - 40)))[0]).toBe('documents.error.truncated');
    expect(await refused(makeDocx('<w:p><w:r></w:p>'))).toEqual([
      'documents.error.damaged',
      expect.objectContaining({ part: 'word/document.xml' }),
    ]);
    expect((await refused(makeDocx(`${'<w:sdt>'.repeat(5000)}${'</w:sdt>'.repeat(5000)}`)))[0]).toBe('documents.error.damaged');
    const laughs = '<!DOCTYPE x [<!ENTITY a "ha">]><x>&a;</x>';
    expect((await refused(zipSync({ 'word/document.xml': new TextEncoder().encode(laughs) })))[0]).toBe('documents.error.damaged');
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(65 * 1024 * 1024) }, { level: 9 });
    expect((await refused(bomb))[0]).toBe('documents.error.bomb');
  });

  test('too large by its size alone, without being read', async () => {
    writeFileSync(path, '');
    truncateSync(path, 400 * 1024 * 1024);
    await expect(readDocument(path)).rejects.toMatchObject({ code: 'FILE_TOO_LARGE', messageId: 'documents.error.too-large' });
    truncateSync(path, 0);
  });
});

test('rows of blanks, and tags that are never closed, cost no more than their length', async () => {
  // Looked at anew from each of its signs, one of these takes an hour.
  const many = 1_000_000;
  expect((await read(`Ja${' '.repeat(many)}nei${' \t'.repeat(many)}\u00A0\nOrd`)).body).toBe(`Ja${' '.repeat(many)}nei\nOrd`);
  const head = 'WEBVTT\n\n00:01.000 --> 00:02.000\n';
  for (const hostile of ['<v a'.repeat(many / 4), `<v${' '.repeat(many)}`, '<v.'.repeat(many / 3)])
    expect((await read(`${head}${hostile}\n\n00:03.000 --> 00:04.000\nBolig.\n`)).body).toContain('Bolig.');
});

test('a file with any bytes changed is read or refused in words, never anything else', async () => {
  const whole = [
    makeDocx(paragraph('Intervjuer: Hva er viktig?') + paragraph('R017: Bolig.')),
    makeOdt('<text:p>Hva er viktig?</text:p>'),
    new TextEncoder().encode('WEBVTT\n\n00:01.000 --> 00:02.000\n<v R017>Bolig.</v>\n'),
    new TextEncoder().encode('1\n00:00:01,000 --> 00:00:02,000\nBolig.\n'),
    new TextEncoder().encode('Intervjuer: Ja?\nR017: Nei.\n'),
  ];
  const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...whole), changes, fc.nat(), async (bytes, edits, cut) => {
      const mutated = Uint8Array.from(bytes);
      for (const [at, byte] of edits) mutated[at % mutated.length] = byte;
      const kept = cut % 4 === 0 ? mutated.subarray(0, cut % mutated.length) : mutated;
      try {
        const { body } = await read(kept);
        // eslint-disable-next-line no-control-regex -- what must not be there
        return body.isWellFormed() && !/[\u0000-\u0008\u000B-\u001F]/u.test(body);
      } catch (error) {
        return error instanceof AppError && error.messageId.startsWith('documents.error.');
      }
    }),
    { numRuns: 400 },
  );
});
