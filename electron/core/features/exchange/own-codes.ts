import { z } from 'zod';
import { issuesListed, type OwnCodes } from '../../../../shared/contract/exchange.ts';
import type { ProjectId } from '../../../../shared/model/ids.ts';
import type { CodeIssue } from '../../../../shared/model/survey-import.ts';
import type { Statements } from '../../db/statements.ts';
import type { PreparedRow } from './prepare-rows.ts';

const Row = z.object({ code: z.string(), is_gone: z.int() });
const codesSql = `
SELECT code, withdrawn_at IS NOT NULL OR erased_at IS NOT NULL
  OR EXISTS (SELECT 1 FROM interview WHERE interview.respondent_id = respondent.id AND status = 'withdrawn') AS is_gone
FROM respondent WHERE project_id = :projectId`;

/** Looks at the codes of rows that become participants of their own, in file order. */
export interface CodeLooker {
  /** Whether a row comes in. */
  readonly take: (row: Pick<PreparedRow, 'row' | 'respondentCode'>) => boolean;
  readonly report: () => OwnCodes;
}

/**
 * A file that becomes a questionnaire of its own makes new participants; but whoever has withdrawn from the project, or was erased, does
 * not come in again under the same code. Without a project there is nobody, and with a target it says itself what becomes of people.
 */
export function createCodeLooker(sql: Statements, projectId: ProjectId | null): CodeLooker {
  const known = projectId === null ? [] : sql.all(Row, codesSql, { projectId });
  const gone = new Set(known.flatMap(({ code, is_gone: isGone }) => (isGone === 1 ? [code] : [])));
  const taken = new Set(known.map(({ code }) => code));
  const listed: CodeIssue[] = [];
  const counts = { withdrawn: 0, renamed: 0 };
  return {
    take: ({ row, respondentCode: code }) => {
      if (code === null) return true;
      if (gone.has(code)) {
        counts.withdrawn += 1;
        if (listed.length < issuesListed) listed.push({ row, code, why: 'withdrawn' });
        return false;
      }
      if (taken.has(code)) counts.renamed += 1;
      taken.add(code);
      return true;
    },
    report: () => ({ ...counts, listed }),
  };
}

/** What is said where a target says it. */
export const noOwnCodes: OwnCodes = { withdrawn: 0, renamed: 0, listed: [] };
