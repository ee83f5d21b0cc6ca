import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { PaperOrder, Preparation, RecipientRef } from '../../../../shared/contract/papers.ts';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';
import type { Call } from '../../rpc/call.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { currentSheet } from '../meetings/sheets.ts';
import { makePaper } from './make-paper.ts';
import { assertPresent } from './present.ts';
import { isAttendeesOnly, recipientName } from './recipients.ts';

/** Writes in the log that papers were made and for whom, inside the caller's operation. @throws AppError RECIPIENT_NOT_PRESENT, NOTHING_TO_SEND */
export function prepare(call: Pick<Call, 'workspace' | 'operation'>, preparations: readonly Preparation[], day: string): string[] {
  const ids = preparations.flatMap((preparation) => prepareOne(call, preparation, day));
  call.operation.label({ n: ids.length });
  return ids;
}

function prepareOne({ workspace }: Pick<Call, 'workspace'>, preparation: Preparation, day: string): string[] {
  const { order, file, meetingId, recipients } = preparation;
  const { sql } = workspace;
  // A paper is logged where it is from; a follow-up sheet is from a place.
  if ('meetingId' in order && order.meetingId !== meetingId) throw new AppError('NOT_FOUND');
  if (isAttendeesOnly(order.kind)) assertPresent(sql, meetingId, recipients);
  const sheetId = order.kind === 'question-sheet' ? sheetOf(sql, order) : null;
  const digest = digestOf(workspace, order);
  return recipients.map((recipient) => {
    const id = workspace.newId();
    sql.insert('distribution', {
      id,
      meeting_id: meetingId,
      what: order.kind,
      recipient: recipientName(sql, recipient).name,
      person_id: recipient.kind === 'person' ? recipient.id : null,
      organisation_id: recipient.kind === 'organisation' ? recipient.id : null,
      sheet_id: sheetId,
      status: 'prepared',
      format: formatOf(order, file),
      language: order.language,
      body_digest: digest,
      sent_on: day,
    });
    if (order.kind === 'invitation' && order.form !== 'welcome-next') invitationPrepared(sql, meetingId, recipient);
    return id;
  });
}

function sheetOf(sql: Statements, order: Extract<PaperOrder, { kind: 'question-sheet' }>): string {
  const id = order.sheetId ?? currentSheet(sql, { meetingId: order.meetingId })?.id;
  if (id === undefined) throw new AppError('NOTHING_TO_SEND');
  return id;
}

/** The column of an invitation that a recipient stands in. */
export const invitedAs = { person: 'person_id', organisation: 'organisation_id', place: 'place_id' } as const;

function invitationPrepared(sql: Statements, meetingId: string, { kind, id }: RecipientRef): void {
  if (kind === 'body') return;
  sql.run(
    `UPDATE meeting_invitation SET status = 'prepared' WHERE meeting_id = :meetingId AND ${invitedAs[kind]} = :id AND status = 'draft'`,
    { meetingId, id },
  );
}

/** "docx", "letter/docx", "names/pdf": what was made, and in which variant where there are several. */
function formatOf(order: PaperOrder, file: Preparation['file']): string {
  if (order.kind === 'invitation' && order.form !== 'invitation') return `${order.form}/${file}`;
  if (order.kind !== 'minutes') return file;
  const variant = [order.hasNames ? 'names' : '', order.hasPhotos ? 'photos' : ''].filter((part) => part !== '').join('+');
  return variant === '' ? file : `${variant}/${file}`;
}

const Row = z.object({
  meeting_id: z.string(),
  what: z.string(),
  sheet_id: z.string().nullable(),
  format: z.string().nullable(),
  language: z.string().nullable(),
});
export type LoggedPaper = z.infer<typeof Row>;

/**
 * A mark of what stands in a paper, for telling whether it has changed: of the paper itself, without what differs from recipient to
 * recipient. Null for a follow-up sheet, which is of its day.
 */
export function digestOf(workspace: Workspace, order: PaperOrder): string | null {
  if (order.kind === 'follow-up-sheet') return null;
  const bare: PaperOrder =
    order.kind === 'invitation'
      ? {
          ...order,
          form: order.form === 'welcome-next' ? 'welcome-next' : 'invitation',
          recipient: null,
          day: null,
          practical: '',
          mayBeSpread: false,
        }
      : order;
  return createHash('sha256')
    .update(JSON.stringify(makePaper(workspace, bare, 'lasting')))
    .digest('hex');
}

/** What was ordered, as the log keeps it; null where the log does not say enough, as with papers entered by hand. */
export function orderOf(row: LoggedPaper): PaperOrder | null {
  // The column holds a meeting's id and one of the four languages.
  const of = { meetingId: row.meeting_id, language: row.language } as Extract<PaperOrder, { kind: 'contact-list' }>;
  const variant = row.format?.includes('/') === true ? (row.format.split('/')[0] ?? '') : '';
  if (row.language === null) return null;
  switch (row.what) {
    case 'invitation':
      return {
        ...of,
        kind: 'invitation',
        form: variant === 'welcome-next' ? 'welcome-next' : 'invitation',
        recipient: null,
        day: null,
        practical: '',
        mayBeSpread: false,
      };
    case 'question-sheet':
      return { ...of, kind: 'question-sheet', sheetId: row.sheet_id };
    case 'minutes':
      return { ...of, kind: 'minutes', hasNames: variant.includes('names'), hasPhotos: variant.includes('photos') };
    case 'contact-list':
      return { ...of, kind: 'contact-list' };
    default:
      return null;
  }
}
