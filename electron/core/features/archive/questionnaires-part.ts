import { z } from 'zod';
import { VersionId } from '../../../../shared/model/ids.ts';
import { writeForm } from '../../../../shared/xlsform/index.ts';
import { fileNameOf } from '../../documents/file-name.ts';
import { wordsIn } from '../../words.ts';
import { expressionWords } from '../print/expression-words.ts';
import { sheetToDocx } from '../print/questionnaire-docx.ts';
import { makeSheet } from '../print/sheet.ts';
import { readQuestionnaireSpec } from '../questionnaires/read-spec.ts';
import { readVersion } from '../questionnaires/read-version.ts';
import type { ToPack } from '../raw-export/pack-files.ts';
import { formWords } from '../xlsform/form-words.ts';
import { writeBook } from '../xlsform/write-book.ts';
import type { ArchiveWanted } from './archive-file.ts';

const VersionRow = z.object({ id: VersionId, name: z.string(), number: z.int(), taken_into_use_at: z.string().nullable() });
const versionSql = `
SELECT n.id, f.name, n.number, n.taken_into_use_at FROM questionnaire f JOIN questionnaire_version n ON n.questionnaire_id = f.id
WHERE f.project_id = :projectId ORDER BY f.name, n.number`;

/** Every version of every questionnaire: as XLSForm for programs, as a Word document for people. */
export async function* questionnairesPart({ call: { sql }, projectId, language }: ArchiveWanted): AsyncGenerator<ToPack> {
  const say = wordsIn(language);
  for (const { id, name, number, taken_into_use_at: takenIntoUseAt } of sql.all(VersionRow, versionSql, { projectId })) {
    const title = `${say('archive.folder.questionnaires')}/${fileNameOf(`${name} ${number}`, String(number))}`;
    // One after the other: each holds its document in memory while it is made.
    yield { fileName: `${title}.xlsx`, content: await writeBook(writeForm(readQuestionnaireSpec(sql, id), formWords())) };
    const { version } = readVersion(sql, id);
    const sheet = makeSheet({
      version,
      takenIntoUseAt,
      choices: { language, codes: true, routing: true, instructions: true },
      say,
      inWords: (expression) => expressionWords(expression, version, language, say),
    });
    yield { fileName: `${title}.docx`, content: await sheetToDocx(sheet) };
  }
}
