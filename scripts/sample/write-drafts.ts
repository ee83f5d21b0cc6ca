import { loadSolver } from '../../electron/core/analysis/solver.ts';
import type { OperationHandle } from '../../electron/core/db/operations.ts';
import { nextReleaseNumber } from '../../electron/core/features/analysis/register.ts';
import { assemble, type Assembled } from '../../electron/core/features/reports/document/assemble.ts';
import { enterAll, leavingOf } from '../../electron/core/features/reports/export/leaving.ts';
import type { Call } from '../../electron/core/rpc/call.ts';
import type { Session } from '../../electron/core/session.ts';
import type { Workspace } from '../../electron/core/workspace/workspace.ts';
import type { SampleWriter } from './sample-writer.ts';
import type { Sources } from './sources.ts';

type Report = Sources['outcomes']['reports'][number];
type Draft = NonNullable<Report['drafts']>[number];

// The same solver as in the program, or the two would hide different numbers.
const solve = await loadSolver();

/** Answers as they were typed before they were corrected. */
const beforeSql = `UPDATE answer SET code = :was WHERE (interview_key, question_key, instance) IN (
  SELECT answer.interview_key, answer.question_key, answer.instance FROM answer JOIN question ON question.key = answer.question_key
  JOIN interview ON interview.key = answer.interview_key
  WHERE question.variable_id = :variable AND answer.code = :code AND interview.status IN ('complete', 'verified')
  ORDER BY interview.key LIMIT :persons)`;

class TakenBack extends Error {
  readonly assembled: Assembled;

  constructor(assembled: Assembled) {
    super('what was typed before is corrected again');
    this.assembled = assembled;
  }
}

/** The report as it stood before answers were corrected; the corrections stand again afterwards. */
function before(call: Call, reportId: string, { variable, ...correction }: Draft['before']): Assembled {
  const { sql, db } = call.workspace;
  try {
    db.transaction(() => {
      sql.run(beforeSql, { variable, ...correction });
      throw new TakenBack(assemble(call, reportId, true));
    })();
  } catch (error) {
    if (error instanceof TakenBack) return error.assembled;
    throw error;
  }
  throw new Error('nothing was taken back');
}

function callOf(workspace: Workspace, actorId: string, at: string): Call {
  const session = { deps: { now: () => Date.parse(at) }, solve };
  // Assembling asks a session for the time and the solver alone, and a call for no more than these.
  return { session: session as unknown as Session, workspace, sql: workspace.sql, actorId } as unknown as Call;
}

/** Drafts that have left: the figures as the gate let them through then, so that the report says what is other since. */
export function writeDrafts(writer: SampleWriter, workspace: Workspace, operation: OperationHandle): void {
  for (const { key, project, drafts = [] } of writer.sources.outcomes.reports) {
    for (const [index, draft] of drafts.entries()) {
      const actorId = writer.id('actor', draft.by);
      const call = callOf(workspace, actorId, draft.at);
      const reportId = writer.id('report', key);
      const variable = writer.id('variable', `${project} ${draft.before.variable}`);
      const assembled = before(call, reportId, { ...draft.before, variable });
      const leaving = leavingOf(call, assembled, nextReleaseNumber(workspace.sql));
      const { format, recipient, at } = draft;
      const how = { document: assembled.document, leaving, format, recipient, releasedAt: at };
      const releases = JSON.stringify(enterAll(call, operation, how));
      writer.add('report_export', {
        report_id: reportId,
        draft: index + 1,
        format,
        recipient,
        releases,
        exported_by: actorId,
        exported_at: at,
      });
    }
  }
}
