import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wordsIn } from '../../electron/core/words.ts';
import type { Core } from '../../electron/core/open-core.ts';
import type { ReportDocument } from '../../shared/contract/reports-document.ts';
import type { ReportFormat } from '../../shared/contract/reports.ts';
import type { ProjectId } from '../../shared/model/ids.ts';
import { printedTable } from '../../shared/report-page/index.ts';
import { exported, finalReport, sampleDesk } from '../core/reports-fixture.ts';
import { convert, officeSkip } from '../support/office.ts';
import { pdfSkip, pdfText } from '../support/pdf.ts';
import { openDocx } from './docx-reading.ts';
import { idFaults, packageFaults } from './docx-rules.ts';

const skip = officeSkip('writer') ?? officeSkip('calc') ?? officeSkip('impress') ?? pdfSkip();
if (skip !== null) console.warn(`skipped: ${skip}, so the reports of the sample are not opened`);

const desk = sampleDesk();
let core: Core & { readonly projectId: ProjectId };
beforeAll(async () => {
  core = await desk.open();
});
afterAll(() => {
  core[Symbol.dispose]();
  desk.clear();
});

/** Every number and sign that the tables of a document print, as often as they are printed. */
function printedFigures(document: ReportDocument): Map<string, number> {
  const counts = new Map<string, number>();
  for (const part of document.blocks.flatMap(({ parts }) => parts)) {
    if (part.kind !== 'exhibit' || part.table === null) continue;
    for (const row of printedTable(part.released, wordsIn(document.language)).rows)
      for (const { text } of row.cells) if (/^[\d\u00A0−,]+$/u.test(text)) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return counts;
}

/** Figures that a text does not say as often as the tables do. */
function missingIn(text: string, figures: ReadonlyMap<string, number>): string[] {
  const said = Map.groupBy(text.match(/\d[\d\u00A0]*(?:,\d+)?/gu) ?? [], (word) => word.replace(/\u00A0$/u, ''));
  return [...figures].flatMap(([figure, times]) => {
    const found = said.get(figure)?.length ?? 0;
    return found >= times ? [] : [`${figure}: ${found} of ${times}`];
  });
}

async function written(format: Exclude<ReportFormat, 'pdf'>): Promise<{ readonly bytes: Buffer; readonly document: ReportDocument }> {
  const reportId = finalReport(core);
  const { ticket } = await exported(core, reportId, format);
  const document = await core.client.reports.document({ reportId });
  return { bytes: readFileSync(join(core.session.deps.temporaryFolder, 'out', ticket ?? '')), document };
}

describe.skipIf(skip !== null)('the final report of the sample, opened by an office program', { timeout: 240_000 }, () => {
  test('[F86] Word: no fault in its structure, and every figure of its tables is on its pages', async () => {
    const { bytes, document } = await written('docx');
    const parts = openDocx(bytes);
    expect([...packageFaults(parts), ...idFaults(parts)]).toEqual([]);
    const figures = printedFigures(document);
    expect(figures.size).toBeGreaterThan(10);
    expect(missingIn(pdfText(convert(bytes, 'rapport.docx', 'pdf')), figures)).toEqual([]);
  });

  test('[F86] a workbook: a sheet for each table, with its figures', async () => {
    const { bytes, document } = await written('xlsx');
    expect(missingIn(pdfText(convert(bytes, 'rapport.xlsx', 'pdf')).replaceAll(/ %/gu, ''), printedFigures(document))).toEqual([]);
  });

  test('[F86] slides: every table and chart of the report is on one', async () => {
    const { bytes, document } = await written('pptx');
    const text = pdfText(convert(bytes, 'rapport.pptx', 'pdf'));
    const titles = document.blocks.flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'exhibit' ? [part.released.title] : [])));
    expect(titles.length).toBeGreaterThan(2);
    const plain = text.replaceAll(/\s+/gu, ' ');
    for (const title of titles) expect(plain).toContain(title.split(' ').slice(0, 3).join(' '));
  });

  test('[F86] a web page: the same figures, and nothing it would have to fetch', async () => {
    const { bytes, document } = await written('html');
    const text = bytes.toString('utf8');
    expect(missingIn(text.replaceAll(/<[^>]*>/gu, ' '), printedFigures(document))).toEqual([]);
    expect(text).not.toMatch(/\b(?:src|href)="(?:https?:)?\/\//u);
  });
});
