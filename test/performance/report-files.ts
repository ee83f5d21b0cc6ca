import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { writeDocx } from '../../electron/core/features/reports/files/docx/write-docx.ts';
import { wordsIn } from '../../electron/core/words.ts';
import type { ReportDocument } from '../../shared/contract/reports-document.ts';
import { cellText, printedTable, type PrintedTable } from '../../shared/report-page/printed-table.ts';
import { all, openDocx, wordsOf } from '../formats/docx-reading.ts';
import { bannerExhibit, crosstabExhibit, likertExhibit, themesExhibit } from '../formats/exhibit-fixtures.ts';
import { blocksOf, exhibit, groundOf, pngOf, reportDocument } from '../formats/report-fixture.ts';
import { contest } from './contest.ts';
import { fromContest, requireSame, type Bench, type Result } from './result.ts';

const exhibits = 40;

/** A report of tables, four kinds in turn. */
function manyTables(): ReportDocument {
  const kinds = [crosstabExhibit(), likertExhibit(), bannerExhibit(), themesExhibit()];
  const parts = Array.from({ length: exhibits }, (_, at) => exhibit(kinds[at % kinds.length] ?? crosstabExhibit(), at, { table: at + 1 }));
  // The fixture checks them when it makes the document.
  return reportDocument({ blocks: blocksOf([{ kind: 'text', parts }]) as ReportDocument['blocks'] });
}

function linesOf({ headings, stub, columns, rows }: PrintedTable): string[][] {
  const above = headings.map((line) => ['', ...line.flatMap(({ label, span }) => [label, ...Array<string>(span - 1).fill('')])]);
  return [...above, [stub, ...columns], ...rows.map((row) => [row.label, ...row.cells.map(cellText)])];
}

/** The same words in tables without styles, captions, notes or anything else. */
async function bareDocument(tables: readonly PrintedTable[]): Promise<Uint8Array> {
  const children = tables.flatMap((table) => [
    new Table({
      rows: linesOf(table).map(
        (line) => new TableRow({ children: line.map((text) => new TableCell({ children: [new Paragraph(text)] })) }),
      ),
    }),
    new Paragraph(''),
  ]);
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
}

/** Words of all tables, without the blanks that stand where a cell ends. */
function tableWords(bytes: Uint8Array): string {
  const tables = all(openDocx(bytes).xml('word/document.xml'), 'tbl').filter((table) => wordsOf(table) !== '');
  return tables
    .map((table) => wordsOf(table))
    .join('')
    .replaceAll(/\s/gu, '');
}

/** In a cell of its own an interval stands after the letters; under the figure it stands before them. */
function signs(words: string): string {
  return [...words].toSorted().join('');
}

async function document(): Promise<Result> {
  const report = manyTables();
  const printed = report.blocks.flatMap(({ parts }) =>
    parts.flatMap((part) => (part.kind === 'exhibit' ? [printedTable(part.released, wordsIn(part.released.language))] : [])),
  );
  const dot = pngOf(4, 4).bytes;
  const write = (): Promise<Uint8Array> => writeDocx(groundOf(report, { rasterise: () => Promise.resolve(dot) }));
  const found = await contest(
    { name: 'writeDocx', calls: 1, run: write },
    { name: 'docx, same cells, no styles', calls: 1, run: () => bareDocument(printed) },
  );
  const own = await write();
  requireSame('report.docx', signs(tableWords(own)), signs(tableWords(await bareDocument(printed))));
  return fromContest('report.docx', `${exhibits} tables`, found, { note: `${Math.round(own.length / 1024)} KiB` });
}

/** A whole report as it leaves the program. */
export const reportFiles: Bench<unknown> = { name: 'report.docx', run: async () => [await document()] };
