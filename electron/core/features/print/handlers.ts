import type { contract } from '../../../../shared/contract/index.ts';
import { Ticket } from '../../../../shared/model/ids.ts';
import { fileNameOf } from '../../documents/file-name.ts';
import { wordType } from '../../documents/word.ts';
import type { Handlers } from '../../rpc/call.ts';
import { sheetToDocx } from './questionnaire-docx.ts';
import { sheetOf } from './sheet-of.ts';

export const printHandlers: Handlers<typeof contract.print> = {
  questionnaire: ({ sql }, { versionId, choices }) => sheetOf(sql, versionId, choices),
  questionnaireDocx: async ({ sql, session }, { versionId, choices }) => {
    const sheet = sheetOf(sql, versionId, choices);
    const fileName = `${fileNameOf(sheet.title, 'skjema')}.docx`;
    return { ticket: Ticket.parse(session.blobs.offer(fileName, wordType, await sheetToDocx(sheet))), fileName };
  },
};
