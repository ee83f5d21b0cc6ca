import { execFileSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from 'vitest';
import { copiedTable } from '../../renderer/features/analysis/copy-exhibit.ts';
import { writeDocx } from '../../electron/core/features/reports/files/docx/write-docx.ts';
import { convert, officeSkip } from '../support/office.ts';
import { pdfSkip, pdfText } from '../support/pdf.ts';
import { all, attribute, openDocx, rowsOf, wordsOf as textOf } from './docx-reading.ts';
import { bannerExhibit, wordsOf } from './exhibit-fixtures.ts';
import { groundOf, pngOf, reportDocument } from './report-fixture.ts';

const skip = officeSkip('writer') ?? pdfSkip();
const dot = pngOf(4, 4).bytes;
const quick = { rasterise: () => Promise.resolve(dot) };

describe.skipIf(skip !== null)(`a report as DOCX in LibreOffice${skip === null ? '' : ` (left out: ${skip})`}`, () => {
  let pdf: Buffer;
  let text: string;

  beforeAll(async () => {
    pdf = convert(
      await writeDocx(groundOf(reportDocument(), quick)),
      'rapport.docx',
      'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}',
    );
    text = pdfText(pdf);
  }, 180_000);

  it('opens with title, contents, captions, figures and footnotes in their order [F86]', () => {
    const order = [
      'Prosessrapport',
      'Innhold',
      'Slik gjorde vi det....',
      'Tabell 1. Få være med',
      'Figur 1. Flertallet',
      'Tabell 2. Flertallet',
      'Tre ting gikk igjen',
      'særlig på kveldstid',
      'Skrive brev',
      'Tabell 7. Tiltak',
      'Svarprosent',
      'Vedlegg: alle tabeller',
      'Tabell 8. Informasjon',
    ];
    const read = text.replaceAll(/\s+/gu, ' ');
    let at = -1;
    for (const words of order) {
      const found = read.indexOf(words, at);
      expect(found, words).toBeGreaterThan(at);
      at = found;
    }
    expect(text).toContain('Tall fra 2023 er regnet om');
    expect(text).not.toMatch(/Feil!|Error!|Reference source not found/u);
  });

  it('has the numbers of pages that its contents say, or nearly', () => {
    const pages = text.split('\f');
    const listed = /Vedlegg: alle tabeller\.+\s*(\d+)/u.exec(text)?.[1];
    const found = pages.findIndex((page) => /^\s*Vedlegg: alle tabeller\s*$/mu.test(page)) + 1;
    expect(Math.abs(Number(listed) - found)).toBeLessThanOrEqual(1);
    expect(text).toMatch(/utkast 3 · utlevering 12–15\s+2 \/ \d+/u);
  });

  it('becomes a tagged PDF with headings, tables with header cells and figures with words [F86]', () => {
    const structure = execFileSync('pdfinfo', ['-struct-text', '-'], { input: pdf, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
    const kinds = [...structure.matchAll(/^\s*(H[1-6]|Table|TH|Figure|L|LI|TOC|Note|Caption)\b/gmu)].map(([, kind]) => kind);
    for (const kind of ['H1', 'H2', 'Table', 'TH', 'Figure', 'LI']) expect(kinds, kind).toContain(kind);
    expect(structure.indexOf('Å bli hørt og få vite')).toBeLessThan(structure.lastIndexOf('Slik gjorde vi det'));
  });
});

describe.skipIf(skip !== null)(`a table on the clipboard${skip === null ? '' : ` (left out: ${skip})`}`, () => {
  it('becomes a table in a word processor, with merged headings and decimal commas [F85]', { timeout: 180_000 }, () => {
    const exhibit = bannerExhibit();
    const { html } = copiedTable(exhibit, wordsOf(exhibit));
    const page = `<!DOCTYPE html><html lang="nb"><head><meta charset="utf-8"><title>t</title></head><body>${html}</body></html>`;
    const docx = openDocx(convert(Buffer.from(page), 'tabell.html', 'docx:MS Word 2007 XML'));
    const [table] = all(docx.xml('word/document.xml'), 'tbl');
    expect(table).toBeDefined();
    if (table === undefined) return;
    const merged = all(table, 'tc').filter((cell) => Number(attribute(all(cell, 'gridSpan')[0], 'val') || '1') > 1);
    expect(merged.map(textOf)).toEqual(expect.arrayContaining(['Hvilken tjeneste?', 'Botjenesten']));
    const rows = rowsOf(table);
    expect(rows.find(([label]) => label === 'Gjennomsnitt')?.[1]).toBe('2,2 (2,0–2,4)');
    expect(all(table, 'tblHeader').length).toBeGreaterThan(0);
  });
});
