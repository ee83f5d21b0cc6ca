import { zipOf } from '../../documents/zip.ts';
import { wordsIn } from '../../words.ts';
import { writeCsv } from '../codebook/exchange/write-csv.ts';
import { writeDocx } from '../codebook/exchange/write-docx.ts';
import { readCodebook } from '../codebook/read-codebook.ts';
import type { ToPack } from '../raw-export/pack-files.ts';
import { projectFiles } from '../refi/export/export-project.ts';
import { makeProject } from '../refi/export/make-project.ts';
import { textPart, type ArchiveWanted } from './archive-file.ts';

/** The codebook of themes, for people and for programs. */
export async function* codebookPart({ call: { sql }, language }: ArchiveWanted): AsyncGenerator<ToPack> {
  const codebook = readCodebook(sql);
  if (codebook.themes.length === 0) return;
  const name = `${wordsIn(language)('archive.folder.themes')}/${wordsIn(language)('archive.file.themes')}`;
  yield textPart(`${name}.csv`, writeCsv(codebook, { separator: ',', hasMark: false }));
  yield { fileName: `${name}.docx`, content: await writeDocx(codebook, language) };
}

/** Texts, codings and memos as a REFI-QDA project, which other programs for such work read. */
export async function* refiPart({ call, projectId, language, identifiers }: ArchiveWanted): AsyncGenerator<ToPack> {
  const choices = { answers: true, values: true, remarks: true, documents: true, minutes: true, identifiers };
  const madeAt = new Date(call.session.deps.now()).toISOString();
  const { project, counts } = makeProject(call, { projectId, choices, language, madeAt });
  if (counts.themes + counts.texts + counts.values + counts.memos === 0) return;
  yield { fileName: `${wordsIn(language)('archive.folder.themes')}/refi-qda.qdpx`, content: zipOf(projectFiles(project, language)) };
}
