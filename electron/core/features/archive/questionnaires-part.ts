import { writeForm } from '../../../../shared/xlsform/index.ts';
import { fileNameOf } from '../../documents/file-name.ts';
import { wordsIn } from '../../words.ts';
import { sheetToDocx } from '../print/questionnaire-docx.ts';
import { readQuestionnaireSpec } from '../questionnaires/read-spec.ts';
import type { ToPack } from '../raw-export/pack-files.ts';
import { formWords } from '../xlsform/form-words.ts';
import { writeBook } from '../xlsform/write-book.ts';
import type { ArchiveWanted } from './archive-file.ts';
import { keptSheet, versionsOf } from './questionnaire-versions.ts';

/** Every version of every questionnaire: as XLSForm for programs, as a Word document for people, and as it was printed. */
export async function* questionnairesPart({ call: { sql }, projectId, language, printed }: ArchiveWanted): AsyncGenerator<ToPack> {
  for (const { id, name, number } of versionsOf(sql, projectId)) {
    const title = `${wordsIn(language)('archive.folder.questionnaires')}/${fileNameOf(`${name} ${number}`, String(number))}`;
    // One after the other: each holds its document in memory while it is made.
    yield { fileName: `${title}.xlsx`, content: await writeBook(writeForm(readQuestionnaireSpec(sql, id), formWords())) };
    const sheet = keptSheet(sql, id, language);
    yield { fileName: `${title}.docx`, content: await sheetToDocx(sheet) };
    const pdf = printed(id, sheet);
    if (pdf !== null) yield { fileName: `${title}.pdf`, content: pdf };
  }
}
