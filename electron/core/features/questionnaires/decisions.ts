import { z } from 'zod';
import { QuestionId, VersionId } from '../../../../shared/model/ids.ts';
import { Comparability, type Question } from '../../../../shared/model/questionnaire.ts';
import type { Statements } from '../../db/statements.ts';
import { comparabilityOf, isFurtherApart } from './comparability.ts';
import { readVersion } from './read-version.ts';

const VersionRow = z.object({ version_id: VersionId });
const FollowerRow = z.object({ id: QuestionId, comparability: Comparability.nullable() });

/** Writes which question one follows, and what has changed since; nothing where that is what stands there. */
export function storeComparability(
  sql: Statements,
  id: QuestionId,
  previousId: QuestionId | null,
  comparability: Comparability | null,
): void {
  sql.run(
    `UPDATE question SET previous_id = :previousId, comparability = :comparability WHERE id = :id
     AND (previous_id IS NOT :previousId OR comparability IS NOT :comparability)`,
    { id, previousId, comparability },
  );
}

/**
 * Does what changes questions of drafts. What a person has decided of comparing a question goes where its answers now lie further apart
 * from those before than they did when it was decided: "the same in spite of the new words" says nothing of new answers.
 */
export function withDecisions<T>(sql: Statements, versionIds: readonly VersionId[], work: () => T): T {
  const before = versionIds.flatMap((versionId) => findingsIn(sql, versionId));
  const result = work();
  if (before.length === 0) return result;
  const after = new Map(versionIds.flatMap((versionId) => findingsIn(sql, versionId)).map(({ id, finding }) => [id, finding]));
  for (const { id, previousId, finding } of before) {
    const now = after.get(id);
    if (now !== undefined && isFurtherApart(now, finding)) storeComparability(sql, id, previousId, null);
  }
  return result;
}

/** What the program would say of each question about which a person has said something. */
function findingsIn(sql: Statements, versionId: VersionId): { id: QuestionId; previousId: QuestionId; finding: Comparability }[] {
  return readVersion(sql, versionId).questions.flatMap((question) => {
    const { id, previousId, comparability } = question;
    if (comparability === null || previousId === null) return [];
    const old = findQuestion(sql, previousId);
    return old === null ? [] : [{ id, previousId, finding: comparabilityOf(old, question) }];
  });
}

function findQuestion(sql: Statements, id: QuestionId): Question | null {
  const versionId = sql.get(VersionRow, 'SELECT version_id FROM question WHERE id = :id', { id })?.version_id;
  return versionId === undefined ? null : (readVersion(sql, versionId).questions.find((question) => question.id === id) ?? null);
}

/**
 * Before a version goes: questions that follow one of its questions follow the one before that, and what was changed on the way stays
 * changed.
 */
export function closeRanks(sql: Statements, questions: readonly Question[]): void {
  for (const { id, previousId, comparability } of questions) {
    for (const follower of sql.all(FollowerRow, 'SELECT id, comparability FROM question WHERE previous_id = :id', { id })) {
      const own = follower.comparability;
      const isOwn = own === null || comparability === null || !isFurtherApart(comparability, own);
      storeComparability(sql, follower.id, previousId, isOwn && previousId !== null ? own : comparability);
    }
  }
}
