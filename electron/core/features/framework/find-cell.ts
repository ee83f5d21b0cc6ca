import { z } from 'zod';
import type { CellPlace } from '../../../../shared/contract/framework.ts';
import { localised } from '../../../../shared/model/text.ts';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';
import { themeNames } from '../findings/theme-names.ts';
import { readCases, type Case } from './cases.ts';
import { findFramework } from './find-framework.ts';

const CellRow = z.object({ id: z.string(), summary: z.string(), finished_at: z.string().nullable() });

/** Where a cell stands, and the cell if it is there. */
export interface CellRecord {
  readonly projectId: string;
  readonly themeId: string;
  readonly row: Case;
  /** The columns that say whose it is. */
  readonly owner: {
    readonly respondent_id: string | null;
    readonly interview_key: number | null;
    readonly answer_group: string | null;
  };
  readonly cell: z.infer<typeof CellRow> | undefined;
  /** "R017" or the answer's words, and the theme's name: for the deed's name. */
  readonly label: { readonly code: string; readonly theme: string };
}

/** Finds a cell by its matrix, row and theme. @throws AppError NOT_FOUND when the matrix does not show it, or the person has withdrawn */
export function findCell(sql: Statements, { frameworkId, rowId, themeId }: CellPlace): CellRecord {
  const matrix = findFramework(sql, frameworkId);
  const row = readCases(sql, matrix).find((one) => one.rowId === rowId);
  if (row === undefined || !matrix.themeIds.includes(themeId)) throw new AppError('NOT_FOUND');
  const owner = {
    respondent_id: matrix.unit === 'person' ? rowId : null,
    interview_key: matrix.unit === 'interview' ? (row.interviews[0]?.key ?? null) : null,
    answer_group: matrix.unit === 'variable' ? `${matrix.variableId ?? ''}/${rowId}` : null,
  };
  const cell = sql.get(
    CellRow,
    `SELECT id, summary, finished_at FROM framework_cell WHERE theme_id = :themeId AND project_id = :projectId
     AND respondent_id IS :respondent_id AND interview_key IS :interview_key AND answer_group IS :answer_group`,
    { themeId, projectId: matrix.projectId, ...owner },
  );
  const theme = themeNames(sql, 'nb').get(themeId)?.name ?? '';
  const code = row.code === '' ? localised(row.answer, 'nb') : row.code;
  return { projectId: matrix.projectId, themeId, row, owner, cell, label: { code, theme } };
}
