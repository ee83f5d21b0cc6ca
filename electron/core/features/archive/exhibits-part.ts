import { exhibitWords } from '../../../../shared/charts/index.ts';
import { fileNameOf } from '../../documents/file-name.ts';
import { wordsIn } from '../../words.ts';
import { writeCsv } from '../analysis/files/index.ts';
import { readRegister } from '../analysis/register.ts';
import type { ToPack } from '../raw-export/pack-files.ts';
import type { ArchiveWanted } from './archive-file.ts';

/** Tables as they were released, with the figures of then. Nothing is counted anew, and what never left is not in it. */
export async function* exhibitsPart({ call: { sql }, projectId, language }: ArchiveWanted): AsyncGenerator<ToPack> {
  const folder = wordsIn(language)('archive.folder.tables');
  for (const { number, table, isRecalled } of readRegister(sql, projectId)) {
    if (table === null || isRecalled || !table.figures.audit.ok) continue;
    const words = exhibitWords(table.figures, wordsIn(table.figures.language));
    const name = fileNameOf(`${number} ${table.figures.title}`, String(number));
    yield { fileName: `${folder}/${name}.csv`, content: writeCsv(table.figures, words) };
  }
}
