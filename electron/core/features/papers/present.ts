import { z } from 'zod';
import type { RecipientRef } from '../../../../shared/contract/papers.ts';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';

const text = z.string().nullable();
const PresentRow = z.object({ person_id: text, organisation_id: text, body_id: text });
const presentSql = 'SELECT person_id, organisation_id, body_id FROM attendance WHERE meeting_id = :meetingId ORDER BY id';

/** Who was at a meeting, as recipients: each person by name, and each organisation and body that anybody came from. */
export function presentAt(sql: Statements, meetingId: string): RecipientRef[] {
  return sql.all(PresentRow, presentSql, { meetingId }).flatMap((row): RecipientRef[] => {
    if (row.person_id !== null) return [{ kind: 'person', id: row.person_id }];
    if (row.organisation_id !== null) return [{ kind: 'organisation', id: row.organisation_id }];
    return row.body_id === null ? [] : [{ kind: 'body', id: row.body_id }];
  });
}

/**
 * Holds that all of these were at the meeting: minutes and contact lists go to nobody else. The organisation of somebody who was there
 * by name was there too. @throws AppError RECIPIENT_NOT_PRESENT with how many were not
 */
export function assertPresent(sql: Statements, meetingId: string, recipients: readonly RecipientRef[]): void {
  const rows = sql.all(PresentRow, presentSql, { meetingId });
  const columns = { person: 'person_id', organisation: 'organisation_id', body: 'body_id' } as const;
  const absent = recipients.filter(({ kind, id }) => kind === 'place' || !rows.some((row) => row[columns[kind]] === id));
  if (absent.length > 0) throw new AppError('RECIPIENT_NOT_PRESENT', { n: absent.length });
}
