import type { ReportDocument } from '../../../../../shared/contract/reports-document.ts';
import type { ReportFormat } from '../../../../../shared/contract/reports.ts';
import { Ticket } from '../../../../../shared/model/ids.ts';
import { AppError } from '../../../app-error.ts';
import { wordType } from '../../../documents/word.ts';
import { dataMark } from '../../../db/data-mark.ts';
import type { Call } from '../../../rpc/call.ts';
import { dayIn, wordsIn } from '../../../words.ts';
import { readProjectFacts } from '../../analysis/project-facts.ts';
import { nextReleaseNumber } from '../../analysis/register.ts';
import { assemble } from '../document/assemble.ts';
import { nextDraft } from '../drafts.ts';
import { writeDocx } from '../files/docx/write-docx.ts';
import type { WriteReport } from '../files/file-ground.ts';
import { writeHtml } from '../files/html/write-html.ts';
import { writePptx } from '../files/pptx/write-pptx.ts';
import { writeXlsx } from '../files/xlsx/write-xlsx.ts';
import { assertWhole, enterAll, leavingOf } from './leaving.ts';
import { groundOf } from './report-ground.ts';
import { withNumbers } from './with-numbers.ts';

export interface ExportWanted {
  readonly reportId: string;
  readonly format: ReportFormat;
  readonly charts: 'native' | 'picture';
  readonly recipient: string;
}

interface Exported {
  readonly ticket: Ticket | null;
  readonly fileName: string;
  readonly draft: number;
  readonly releases: number[];
  readonly document: ReportDocument | null;
}

type FileFormat = Exclude<ReportFormat, 'pdf'>;
const files: Readonly<Record<FileFormat, { readonly type: string; readonly write: WriteReport }>> = {
  docx: { type: wordType, write: writeDocx },
  pptx: { type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation', write: writePptx },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', write: writeXlsx },
  html: { type: 'text/html; charset=utf-8', write: writeHtml },
};

/** So many characters of a title stand in the name of a file. */
const longestTitle = 100;

/** The draft's number stands in every name, and no character is cut in two. */
function fileNameOf({ title, language }: ReportDocument, draft: number, format: ReportFormat): string {
  const cut = Array.from(title.toWellFormed()).slice(0, longestTitle).join('').trim();
  const name = wordsIn(language)('reports.doc.fileName', { title: cut, draft })
    .replaceAll(/[\\/:*?"<>|\p{Cc}\s]+/gu, ' ')
    .trim();
  return `${name}.${format}`;
}

/**
 * Writes a report out: counted and checked anew, made into a file, every table, the response figures and the quotes entered in the register as one operation
 * with the new draft, put out for one download. PDF has no file: the page prints the document, which is entered all the same.
 * @throws AppError NOT_RELEASABLE while something blocks it, CODING_IS_BLIND, NOT_FOUND, CANCELLED where something else has left, or what it is made of has changed, in between
 */
export async function* exportReport(
  call: Call,
  { reportId, format, charts, recipient }: ExportWanted,
): AsyncGenerator<{ done: number; of: number }, Exported> {
  const { sql, session, workspace } = call;
  yield { done: 0, of: 3 };
  const madeOf = dataMark(workspace);
  const assembled = assemble(call, reportId, true);
  assertWhole(assembled.document);
  const first = nextReleaseNumber(sql);
  const draft = nextDraft(sql, reportId);
  const leaving = leavingOf(call, assembled, first);
  const releasedAt = new Date(session.deps.now()).toISOString();
  const document = withNumbers(assembled.document, leaving, draft, {
    threshold: readProjectFacts(sql, assembled.document.projectId).rule.threshold,
    version: session.status().version,
    day: dayIn(assembled.document.language, releasedAt),
  });
  yield { done: 1, of: 3 };
  const bytes = format === 'pdf' ? null : await files[format].write(groundOf(call, document, charts, releasedAt));
  yield { done: 2, of: 3 };
  if (call.signal?.aborted === true) throw new AppError('CANCELLED');
  call.commit((operation) => {
    // Between the steps another window may have released something, or somebody has withdrawn; then these numbers, and the checks, are void.
    if (nextReleaseNumber(sql) !== first || nextDraft(sql, reportId) !== draft || dataMark(workspace) !== madeOf)
      throw new AppError('CANCELLED', {}, 'reports.export.meanwhile');
    const releases = enterAll(call, operation, { document, leaving, format, recipient, releasedAt });
    sql.insert('report_export', {
      id: workspace.newId(),
      report_id: reportId,
      draft,
      format,
      recipient: recipient === '' ? null : recipient,
      releases: JSON.stringify(releases),
      exported_by: call.actorId,
      exported_at: releasedAt,
    });
    sql.run('UPDATE report_block SET figures_read = NULL WHERE report_id = :reportId AND figures_read IS NOT NULL', { reportId });
    operation.label({ title: document.title, draft }, 'reports.export.deed');
  });
  const fileName = fileNameOf(document, draft, format);
  const ticket = bytes === null || format === 'pdf' ? null : Ticket.parse(session.blobs.offer(fileName, files[format].type, bytes));
  return { ticket, fileName, draft, releases: [...leaving.numbers], document: format === 'pdf' ? document : null };
}
