import type { Statements } from '../../db/statements.ts';
import { savWriter, spsCsvWriter, writeSps } from '../../sav/index.ts';
import { neutralised } from '../analysis/files/index.ts';
import { countCsvRows, savCases } from './count-file-rows.ts';
import { assertRows, csvType, textFile, type Begin, type MadeFile } from './made-file.ts';
import { savTable } from './sav-table.ts';
import type { RawInterview } from './sheets.ts';
import type { RawTableSource } from './source.ts';

export interface SpssMade {
  readonly files: readonly MadeFile[];
  /** By header, the name that SPSS knows it by, where it is another. */
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
}

interface SpssWanted {
  readonly versionId: string;
  readonly interviews: readonly RawInterview[];
  readonly title: string;
  /** The same as syntax and CSV, for those who cannot read the system file. */
  readonly withSyntax: boolean;
}

/** A table as a system file, in one pass, with the same as syntax and CSV beside it. Yields the rows of each page. */
export async function* makeSpss(
  sql: Statements,
  begin: Begin,
  table: RawTableSource,
  { versionId, interviews, title, withSyntax }: SpssWanted,
): AsyncGenerator<number, SpssMade> {
  const { shape, rowCount } = table;
  const { file, toCase, renamed } = savTable(sql, table, { versionId, interviews, title });
  const savFile = begin();
  const sav = savWriter(file, rowCount, savFile.write);
  const csvFile = withSyntax ? begin() : null;
  const csv = csvFile === null ? null : spsCsvWriter(file, csvFile.write, neutralised);
  for (const page of table.pages()) {
    const cases = page.map(toCase);
    sav.add(cases);
    csv?.add(cases);
    yield page.length;
  }
  sav.end();
  csv?.end();
  savFile.close();
  assertRows(shape.name, rowCount, savCases(savFile.path));
  const columns = shape.columns.length;
  const files: MadeFile[] = [
    { fileName: `${shape.name}.sav`, mediaType: 'application/x-spss-sav', rows: rowCount, columns, file: savFile },
  ];
  if (csvFile === null) return { files, renamed };
  csvFile.close();
  const fileName = `${shape.name}.csv`;
  assertRows(fileName, rowCount, await countCsvRows(csvFile.path));
  files.push(textFile(begin, `${shape.name}.sps`, 'application/x-spss-sps; charset=utf-8', writeSps(file, fileName)), {
    fileName,
    mediaType: csvType,
    rows: rowCount,
    columns,
    file: csvFile,
  });
  return { files, renamed };
}
