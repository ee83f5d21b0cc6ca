import { z } from 'zod';
import type { QuestionnaireSheet, SheetChoices } from '../../../../shared/contract/print.ts';
import type { VersionId } from '../../../../shared/model/ids.ts';
import type { Statements } from '../../db/statements.ts';
import { wordsIn } from '../../words.ts';
import { readVersion } from '../questionnaires/read-version.ts';
import { expressionWords } from './expression-words.ts';
import { makeSheet } from './sheet.ts';

const Taken = z.object({ taken_into_use_at: z.string().nullable() });

/** A version of a questionnaire as it is printed. @throws AppError NOT_FOUND */
export function sheetOf(sql: Statements, versionId: VersionId, choices: SheetChoices): QuestionnaireSheet {
  const { version } = readVersion(sql, versionId);
  const taken = sql.get(Taken, 'SELECT taken_into_use_at FROM questionnaire_version WHERE id = :versionId', { versionId });
  const say = wordsIn(choices.language);
  return makeSheet({
    version,
    takenIntoUseAt: taken?.taken_into_use_at ?? null,
    choices,
    say,
    inWords: (expression) => expressionWords(expression, version, choices.language, say),
  });
}
