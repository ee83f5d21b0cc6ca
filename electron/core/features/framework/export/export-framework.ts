import type { FrameworkFormat, FrameworkScope } from '../../../../../shared/contract/framework.ts';
import { Ticket } from '../../../../../shared/model/ids.ts';
import type { Language } from '../../../../../shared/model/text.ts';
import { AppError } from '../../../app-error.ts';
import { fileNameOf } from '../../../documents/file-name.ts';
import { wordType } from '../../../documents/word.ts';
import type { Call } from '../../../rpc/call.ts';
import { assertMarkStands, takeReleaseMark, type ReleaseMark } from '../../analysis/release-mark.ts';
import { enterRelease } from '../../analysis/write-release.ts';
import { readFileMatrix, type FileMatrix } from './check-file.ts';
import { fileGrid } from './file-grid.ts';
import { writeDocx } from './write-docx.ts';
import { writeXlsx } from './write-xlsx.ts';

export interface FrameworkExport extends FrameworkScope {
  readonly format: FrameworkFormat;
  readonly language: Language;
  readonly recipient: string;
  readonly purpose: string;
}

interface Made {
  readonly releaseNumber: number;
  readonly ticket: Ticket;
  readonly fileName: string;
  readonly rows: number;
}

const types = { docx: wordType, xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } as const;

/**
 * Makes the file, enters it in the register of releases and puts it out for one download: in that order, so that what could not be
 * made leaves no entry and nothing leaves without one. @throws AppError NOT_FOUND, TOO_FEW, BAD_MESSAGE, CANCELLED
 */
export async function* exportFramework(call: Call, input: FrameworkExport): AsyncGenerator<{ done: number; of: number }, Made> {
  const { sql, session } = call;
  const { format, language, recipient, purpose } = input;
  const mark = takeReleaseMark(call);
  const matrix = readFileMatrix(sql, input);
  if (matrix.shown.length === 0) throw new AppError('TOO_FEW', { threshold: matrix.threshold });
  // The screen asks for both before it comes so far.
  if (matrix.isInternal && (recipient === '' || purpose === '')) throw new AppError('BAD_MESSAGE');
  yield { done: 0, of: matrix.shown.length };
  const releaseNumber = mark.number;
  const at = new Date(session.deps.now()).toISOString();
  const grid = fileGrid(sql, matrix, { language, releaseNumber, at, recipient, purpose });
  const content = await (format === 'docx' ? writeDocx(grid, language) : writeXlsx(grid));
  enterMatrix(call, input, matrix, { mark, at });
  const name = `${fileNameOf(grid.title, 'matrix')}.${format}`;
  const ticket = Ticket.parse(session.blobs.offer(name, types[format], Buffer.from(content)));
  return { releaseNumber, ticket, fileName: name, rows: matrix.shown.length };
}

interface Entry {
  readonly mark: ReleaseMark;
  readonly at: string;
}

function enterMatrix(call: Call, input: FrameworkExport, { record, shown, isInternal }: FileMatrix, { mark, at }: Entry): void {
  const { format, language, recipient, purpose, filter, sort } = input;
  const scope = { ...(filter === undefined ? {} : { filter }), ...(sort === undefined ? {} : { sort }) };
  assertMarkStands(call, mark);
  call.commit((operation) => {
    enterRelease(call, operation, {
      projectId: record.projectId,
      number: mark.number,
      definition: { kind: 'framework', frameworkId: record.id, unit: record.unit, isInternal, ...scope, language, purpose },
      figures: { title: record.name, rows: shown.length, columns: record.themeIds.length },
      format,
      recipient,
      releasedAt: at,
    });
  });
}
