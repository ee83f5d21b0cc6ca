import { z } from 'zod';
import type { contract } from '../../../../shared/contract/index.ts';
import type { QuestionnaireSheet, SheetChoices } from '../../../../shared/contract/print.ts';
import { Ticket, type VersionId } from '../../../../shared/model/ids.ts';
import type { Call, Handlers } from '../../rpc/call.ts';
import { wordsIn } from '../../words.ts';
import { readVersion } from '../questionnaires/read-version.ts';
import { expressionWords } from './expression-words.ts';
import { sheetToDocx } from './questionnaire-docx.ts';
import { makeSheet } from './sheet.ts';

const Taken = z.object({ taken_into_use_at: z.string().nullable() });
const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export const printHandlers: Handlers<typeof contract.print> = {
  questionnaire: (call, { versionId, choices }) => sheetOf(call, versionId, choices),
  questionnaireDocx: async (call, { versionId, choices }) => {
    const sheet = sheetOf(call, versionId, choices);
    const fileName = `${fileNameOf(sheet.title)}.docx`;
    return { ticket: Ticket.parse(call.session.blobs.offer(fileName, docxType, await sheetToDocx(sheet))), fileName };
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

/** A title as a file's name: no signs that a file system refuses. */
function fileNameOf(title: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are among what file systems refuse
  const plain = title.replaceAll(/[\u0000-\u001F<>:"/\\|?*]+/gu, ' ').trim();
  return plain === '' ? 'skjema' : plain.slice(0, 100);
}
