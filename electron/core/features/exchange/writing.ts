import { z } from 'zod';
import type { CodingsReport, ImportTarget } from '../../../../shared/contract/exchange.ts';
import { QuestionId, WaveId, type ProjectId, type VersionId } from '../../../../shared/model/ids.ts';
import type { SurveyMapping } from '../../../../shared/model/survey-file.ts';
import type { Language } from '../../../../shared/model/text.ts';
import type { Statements } from '../../db/statements.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { LoadedTarget } from './into/load-target.ts';
import type { RowPlan } from './into/plan-rows.ts';
import type { PlannedQuestion } from './plan-questionnaire.ts';
import type { PreparedRow } from './prepare-rows.ts';

/** What is written, and where. */
export interface SurveyToWrite {
  readonly mapping: SurveyMapping;
  readonly rows: readonly PreparedRow[];
  readonly target: ImportTarget;
  /** Of an existing questionnaire: it as it was read, and what each row does to it. */
  readonly into: { readonly loaded: LoadedTarget; readonly plans: readonly RowPlan[] } | null;
  readonly heldOnKey: string | null;
  readonly questionnaireName: string;
  readonly waveName: string;
  readonly language: Language;
  readonly batchId: string;
}

/** A question as it lies in the file: what kind it is, and the small number that its answers are stored under. */
export interface WrittenQuestion {
  readonly id: QuestionId;
  readonly key: number;
  readonly kind: PlannedQuestion['kind'];
  readonly variable: string;
}

/** What the parts of an import's writing share. */
export interface Writing {
  readonly workspace: Workspace;
  readonly batchId: string;
  readonly projectId: ProjectId;
  readonly language: Language;
  /** One moment for the whole import, UTC ISO. */
  readonly at: string;
}

export interface Written {
  readonly projectId: ProjectId;
  /** Null where no new interview was made and none had to be in a wave. */
  readonly waveId: WaveId | null;
  /** Null where no columns hold themes. */
  readonly codings: CodingsReport | null;
}

const One = z.object({ n: z.int() });
const NameRow = z.object({ name: z.string() });
const QuestionRow = z.object({ id: QuestionId, key: z.int(), name: z.string() });

/** Makes the wave that the answers belong to, after the project's others. */
export function writeWave(
  { sql, newId }: Workspace,
  projectId: ProjectId,
  { waveName, batchId }: Pick<SurveyToWrite, 'waveName' | 'batchId'>,
): WaveId {
  const id = WaveId.parse(newId());
  const ordinal =
    (sql.get(One, 'SELECT coalesce(max(ordinal), 0) AS n FROM wave WHERE project_id = :projectId', { projectId })?.n ?? 0) + 1;
  sql.insert('wave', { id, project_id: projectId, ordinal, name: waveName, batch_id: batchId });
  return id;
}

/** Names of variables that the project has. */
export function takenNames(sql: Statements, projectId: ProjectId): string[] {
  return sql.all(NameRow, 'SELECT name FROM variable WHERE project_id = :projectId', { projectId }).map(({ name }) => name);
}

/** Date questions whose cells hold a time of day. */
export function keysWithClock({ mapping, rows }: Pick<SurveyToWrite, 'mapping' | 'rows'>): Set<string> {
  const found = mapping.questions.flatMap(({ kind, key }, place) => {
    const isTimed = ({ slots }: PreparedRow): boolean => typeof slots[place] === 'string' && slots[place].includes('T');
    return kind === 'date' && rows.some(isTimed) ? [key] : [];
  });
  return new Set(found);
}

/** Notes when a version that is imported came into use. The row is of this very batch. */
export function markTaken(sql: Statements, versionId: VersionId, at: string): void {
  sql.run('UPDATE questionnaire_version SET taken_into_use_at = :at WHERE id = :versionId', { versionId, at });
}

/** A version's questions in the order they are asked. */
export function questionsIn(sql: Statements, versionId: VersionId): Omit<WrittenQuestion, 'kind'>[] {
  const text = `SELECT question.id, key, variable.name FROM question JOIN variable ON variable.id = variable_id
    WHERE version_id = :versionId ORDER BY question.ordinal`;
  return sql.all(QuestionRow, text, { versionId }).map(({ id, key, name }) => ({ id, key, variable: name }));
}
