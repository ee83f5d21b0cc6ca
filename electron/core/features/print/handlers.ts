import { z } from 'zod';
import type { contract } from '../../../../shared/contract/index.ts';
import type { QuestionnaireSheet, SheetChoices } from '../../../../shared/contract/print.ts';
import { Ticket, type VersionId } from '../../../../shared/model/ids.ts';
import type { Call, Handlers } from '../../rpc/call.ts';
import { fileNameOf } from '../../documents/file-name.ts';
import { wordType } from '../../documents/word.ts';
import { wordsIn } from '../../words.ts';
import { readVersion } from '../questionnaires/read-version.ts';
import { expressionWords } from './expression-words.ts';
import { sheetToDocx } from './questionnaire-docx.ts';
import { makeSheet } from './sheet.ts';

const Taken = z.object({ taken_into_use_at: z.string().nullable() });

export const printHandlers: Handlers<typeof contract.print> = {
  questionnaire: (call, { versionId, choices }) => sheetOf(call, versionId, choices),
  questionnaireDocx: async (call, { versionId, choices }) => {
    const sheet = sheetOf(call, versionId, choices);
    const fileName = `${fileNameOf(sheet.title, 'skjema')}.docx`;
    return { ticket: Ticket.parse(call.session.blobs.offer(fileName, wordType, await sheetToDocx(sheet))), fileName };
  },
};

function sheetOf({ sql }: Call, versionId: VersionId, choices: SheetChoices): QuestionnaireSheet {
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
