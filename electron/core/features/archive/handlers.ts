import { z } from 'zod';
import type { contract } from '../../../../shared/contract/index.ts';
import { Ticket } from '../../../../shared/model/ids.ts';
import { AppError } from '../../app-error.ts';
import { fileNameOf } from '../../documents/file-name.ts';
import { wordType } from '../../documents/word.ts';
import type { Handlers } from '../../rpc/call.ts';
import { wordsIn } from '../../words.ts';
import { listBackups } from '../../workspace/backup.ts';
import { countProject } from './count-project.ts';
import { deleteProject } from './delete-project.ts';
import { makeArchive } from './make-archive.ts';
import { listPrintable, readPaper } from './prints.ts';
import { receiptDocx } from './receipt-docx.ts';
import { readArchives, readReceipts } from './receipts.ts';

const ProjectRow = z.object({ name: z.string(), delete_on: z.string().nullable(), status: z.string() });

export const archiveHandlers: Handlers<typeof contract.archive> = {
  overview: ({ sql, workspace, actorId }, { projectId }) => {
    const row = sql.get(ProjectRow, 'SELECT name, delete_on, status FROM project WHERE id = :projectId', { projectId });
    if (row === undefined) throw new AppError('NOT_FOUND');
    return {
      name: row.name,
      deleteOn: row.delete_on,
      isDeleted: row.status === 'anonymised',
      counts: countProject(sql, projectId, actorId),
      archives: readArchives(sql, projectId),
      hasBackups: listBackups(workspace.path).length > 0,
    };
  },
  toPrint: (call, { projectId }) => ({ papers: listPrintable(call, projectId) }),
  paper: (call, { kind, id, language }) => readPaper(call, { kind, id }, language),
  discard: ({ session }, { tickets }) => {
    for (const ticket of tickets) session.blobs.discard(ticket);
    return {};
  },
  make: (call, input) => makeArchive(call, input),
  deleteProject: (call, input) => deleteProject(call, input),
  receipts: ({ sql }) => ({ receipts: readReceipts(sql) }),
  receiptFile: async function* ({ sql, session }, { receiptId, language }) {
    yield { done: 0, of: 1 };
    const receipt = readReceipts(sql).find(({ id }) => id === receiptId);
    if (receipt === undefined) throw new AppError('NOT_FOUND');
    const bytes = await receiptDocx(receipt, language);
    const fileName = `${fileNameOf(wordsIn(language)('archive.receipt.fileName', { project: receipt.project }), 'kvittering')}.docx`;
    return { ticket: Ticket.parse(session.blobs.offer(fileName, wordType, bytes)), fileName };
  },
};
