import { z } from 'zod';
import { compileForm, type CompiledForm } from '../../../../../shared/expressions/form.ts';
import { ProjectId } from '../../../../../shared/model/ids.ts';
import type { Question } from '../../../../../shared/model/questionnaire.ts';
import type { FileQuestion, SurveyMapping } from '../../../../../shared/model/survey-file.ts';
import type { QuestionnaireTarget } from '../../../../../shared/model/survey-import.ts';
import type { Language } from '../../../../../shared/model/text.ts';
import { AppError } from '../../../app-error.ts';
import type { Call } from '../../../rpc/call.ts';
import { recordName } from '../../interviews/register-records.ts';
import { readVersion, type LoadedVersion } from '../../questionnaires/read-version.ts';
import type { SlotCheck } from '../prepare-rows.ts';
import { loadRounds, type LoadedRounds } from '../rounds/load-rounds.ts';
import { createSlotCheck, readRegisters } from './check-slot.ts';

/** One question of a mapping with what it is in the questionnaire; `target` is null for a question that is added. */
export interface LinkedQuestion {
  readonly file: FileQuestion;
  readonly target: Question | null;
}

/** An import's questionnaire, read once. */
export interface LoadedTarget {
  readonly choice: QuestionnaireTarget;
  readonly loaded: LoadedVersion;
  readonly projectId: ProjectId;
  /** One for each question of the mapping, in its order. */
  readonly linked: readonly LinkedQuestion[];
  readonly checks: readonly (SlotCheck | null)[];
  /** Sheets of rounds that are rounds of something. */
  readonly rounds: readonly LoadedRounds[];
  readonly language: Language;
  /** Where nobody says when an interview was held: the day of the import, ISO. */
  readonly today: string;
  /** Null where nothing is routed, checked, filtered or calculated: then every answer stands as it is. */
  readonly form: CompiledForm | null;
  /** What a record of a register is called. */
  readonly recordName: (question: Question, id: string) => string;
}

const ProjectRow = z.object({ project_id: ProjectId });

/**
 * Reads the questionnaire that answers go into. A new version is what was asked in this wave, wherever that was: it has no routing and
 * no checks, so that no answer is set aside by rules that nobody followed. @throws AppError NOT_FOUND
 */
export function loadTarget(
  call: Pick<Call, 'sql' | 'workspace'>,
  choice: QuestionnaireTarget,
  mapping: SurveyMapping,
  language: Language,
): LoadedTarget {
  const { sql, workspace } = call;
  const loaded = readVersion(sql, choice.versionId);
  const row = sql.get(ProjectRow, 'SELECT project_id FROM questionnaire WHERE id = :id', { id: loaded.version.questionnaireId });
  const hasWave =
    choice.waveId === null ||
    sql.get(z.object({ n: z.int() }), 'SELECT 1 AS n FROM wave WHERE id = :waveId AND project_id = :projectId', {
      waveId: choice.waveId,
      projectId: row?.project_id ?? '',
    }) !== undefined;
  if (row === undefined || !hasWave) throw new AppError('NOT_FOUND');
  const targets = new Map(choice.links.map(({ key, questionId }) => [key, questionId] as const));
  const byId = new Map(loaded.questions.map((question) => [question.id, question] as const));
  const linked = mapping.questions.map((file): LinkedQuestion => {
    const questionId = targets.get(file.key) ?? null;
    const target = questionId === null ? null : byId.get(questionId);
    if (target === undefined) throw new AppError('NOT_FOUND');
    return { file, target };
  });
  const today = new Date(workspace.now()).toISOString().slice(0, 10);
  const registers = readRegisters(
    sql,
    linked.flatMap(({ target }) => target ?? []),
  );
  return {
    choice,
    loaded,
    projectId: row.project_id,
    linked,
    checks: linked.map(({ target }) =>
      target === null || choice.asNewVersion ? null : createSlotCheck(target, { registers, today, language }),
    ),
    rounds: choice.asNewVersion ? [] : loadRounds(sql, choice.rounds ?? [], loaded.questions, { today, language }),
    language,
    today,
    form: choice.asNewVersion || !hasRules(loaded) ? null : compileForm(loaded.version),
    recordName: ({ registerKind }, id) => (registerKind === null ? '' : (recordName(sql, registerKind, id) ?? '')),
  };
}

function hasRules({ version, questions }: LoadedVersion): boolean {
  return (
    version.sections.some(({ relevant }) => relevant !== null) ||
    questions.some(
      ({ relevant, checks, optionFilter, type, isPerPerson }) =>
        relevant !== null ||
        checks.length > 0 ||
        optionFilter !== null ||
        isPerPerson ||
        ['consent', 'calculated', 'repeat'].includes(type),
    )
  );
}
