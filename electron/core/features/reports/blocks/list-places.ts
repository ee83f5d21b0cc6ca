import { z } from 'zod';
import type { Language } from '../../../../../shared/model/text.ts';
import type { ReportId } from '../../../../../shared/model/ids.ts';
import { plainWords } from '../../../../../shared/texts/marked-text.ts';
import type { Statements } from '../../../db/statements.ts';
import { numberHeadings } from '../document/number-headings.ts';
import { readReportsOf } from '../report-rows.ts';
import { levelOf, readBlocks } from './block-rows.ts';

const Last = z.object({ block_id: z.string() });
/** The block that this person last put into some report from elsewhere. */
const lastSql = `SELECT op_change.row_id AS block_id FROM op_change WHERE op_change.table_name = 'report_block' AND op_change.before IS NULL
  AND op_change.op_seq = (SELECT op.seq FROM op WHERE op.kind = 'reports.insertInSection' AND op.undone_by IS NULL AND op.actor_id = :actorId
    AND op.seq > (SELECT max(seq) FROM op) - 5000 ORDER BY op.seq DESC LIMIT 1) LIMIT 1`;

export interface ReportPlace {
  readonly reportId: ReportId;
  readonly title: string;
  readonly language: Language;
  readonly isLast: boolean;
  readonly headings: { blockId: string; number: string | null; text: string; level: number; isLast: boolean }[];
}

/** Where something can be put: the reports of a project, newest first, and the headings of each. */
export function listPlaces(sql: Statements, projectId: string, actorId: string): ReportPlace[] {
  const last = sql.get(Last, lastSql, { actorId })?.block_id;
  return readReportsOf(sql, projectId).map(({ id, title, language }) => {
    const rows = readBlocks(sql, id);
    const at = rows.findIndex((row) => row.id === last);
    const lastHeading = at === -1 ? undefined : rows.slice(0, at).findLast(({ kind }) => kind === 'heading')?.id;
    const numbers = numberHeadings(rows);
    const headings = rows
      .filter(({ kind }) => kind === 'heading')
      .map((row) => ({
        blockId: row.id,
        number: numbers.get(row.id) ?? null,
        text: plainWords(row.body),
        level: levelOf(row),
        isLast: row.id === lastHeading,
      }));
    return { reportId: id, title, language, isLast: at !== -1, headings };
  });
}
