import { Ticket, type VersionId } from '../../../../shared/model/ids.ts';
import { writeForm } from '../../../../shared/xlsform/index.ts';
import type { Call } from '../../rpc/call.ts';
import { readQuestionnaireSpec } from '../questionnaires/read-spec.ts';
import { formWords } from './form-words.ts';
import { writeBook } from './write-book.ts';

const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A version as an XLSForm workbook for one download. @throws AppError NOT_FOUND, OUT_OF_RANGE */
export async function exportForm(
  { session, sql }: Call,
  { versionId }: { readonly versionId: VersionId },
): Promise<{ ticket: Ticket; fileName: string }> {
  const spec = readQuestionnaireSpec(sql, versionId);
  const bytes = await writeBook(writeForm(spec, formWords()));
  const plain = spec.name.replaceAll(/[\\/:*?"<>|\s]+/gu, ' ').trim();
  const fileName = `${plain === '' ? 'xlsform' : plain.slice(0, 100).trim()}.xlsx`;
  return { ticket: Ticket.parse(session.blobs.offer(fileName, mediaType, bytes)), fileName };
}
