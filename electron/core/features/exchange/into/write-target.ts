import { z } from 'zod';
import type { QuestionId, VersionId } from '../../../../../shared/model/ids.ts';
import type { Question } from '../../../../../shared/model/questionnaire.ts';
import type { QuestionSpec, ScaleSpec } from '../../../../../shared/model/questionnaire-spec.ts';
import type { Statements } from '../../../db/statements.ts';
import type { Call } from '../../../rpc/call.ts';
import { readQuestionnaireSpec } from '../../questionnaires/read-spec.ts';
import { shareScale } from '../../questionnaires/scales.ts';
import { insertQuestion } from '../../questionnaires/write-question.ts';
import { writeVersion } from '../../questionnaires/write-spec.ts';
import { writerFor } from '../../questionnaires/writer.ts';
import { planQuestionnaire } from '../plan-questionnaire.ts';
import { plannedSpecs } from '../planned-specs.ts';
import { rememberMapping } from '../remember.ts';
import { codedInPlace } from '../codings/coded-in-place.ts';
import { writeFileCodings } from '../codings/write-codings.ts';
import { writeInterviews, type InterviewToAdd } from '../write-interviews.ts';
import {
  keysWithClock,
  markTaken,
  questionsIn,
  takenNames,
  writeWave,
  type SurveyToWrite,
  type WrittenQuestion,
  type Writing,
  type Written,
} from '../writing.ts';
import type { LoadedTarget } from './load-target.ts';
import { nextVersion } from './new-version.ts';
import { changesAnything, type RowPlan } from './plan-rows.ts';
import { slotValue } from './slot-value.ts';
import { applyChange, type CompareToWrite } from './apply-change.ts';

/** What an import into a questionnaire was read as, and what each of its rows does. */
interface Into {
  readonly loaded: LoadedTarget;
  readonly plans: readonly RowPlan[];
}

interface AskedVersion {
  readonly versionId: VersionId;
  /** One for each question of the mapping, in its order. */
  readonly questions: readonly WrittenQuestion[];
}

/** Writes an import into an existing questionnaire: questions that are added, interviews that are new, answers that change. */
export function intoQuestionnaire(call: Call, survey: SurveyToWrite, { loaded: target, plans }: Into, at: string): Written {
  const { workspace } = call;
  const { projectId, choice, language } = target;
  const writing: Writing = { workspace, batchId: survey.batchId, projectId, language, at };
  const asked = choice.asNewVersion ? writeNewVersion(writing, survey, target) : addQuestions(writing, survey, target);
  const adds = plans.flatMap((plan, place): InterviewToAdd[] => {
    const row = survey.rows[place];
    if (plan.what !== 'added' || row === undefined) return [];
    const { respondentId, states, calculated, consent, rounds } = plan;
    return [{ row, respondentId, states, calculated, consent, rounds }];
  });
  const waveId = choice.waveId ?? (adds.length > 0 ? writeWave(workspace, projectId, survey) : null);
  const coded = waveId !== null && adds.length > 0 ? writeInterviews(writing, { ...asked, ...formOf(target), waveId }, adds) : [];
  const changedBy = call.actorId;
  const dayAt = survey.mapping.questions.findIndex(({ key }) => key === survey.heldOnKey);
  for (const [place, plan] of plans.entries()) {
    const row = survey.rows[place];
    if (plan.what !== 'compared' || !changesAnything(plan) || row === undefined) continue;
    const { interview, writes, rounds } = plan;
    const isDated = row.heldOn !== null && writes.some(({ place: own, value }) => own === dayAt && value !== null);
    const heldOn = isDated && row.heldOn !== null ? { day: row.heldOn, beganAt: row.beganAt } : null;
    const change: CompareToWrite = { interview, writes, rounds, questions: asked.questions, heldOn, changedBy };
    applyChange(call, writing, change);
  }
  const stood = codedInPlace(workspace.sql, survey.rows, plans, asked.questions);
  const { questionnaireId } = target.loaded.version;
  rememberMapping(workspace, {
    projectId,
    questionnaireId,
    mapping: survey.mapping,
    heldOnKey: survey.heldOnKey,
    questions: asked.questions,
    rounds: target.rounds,
  });
  return { projectId, waveId, codings: writeFileCodings(call, writing, survey, [...coded, ...stood]) };
}

/** How values of an existing version are stored; of a new version the file says all. */
function formOf(target: LoadedTarget) {
  if (target.choice.asNewVersion) return {};
  const { linked, loaded, today, language } = target;
  return {
    keyOf: (id: QuestionId) => loaded.keyById.get(id),
    readValue: (place: number, row: { readonly slots: readonly Parameters<typeof slotValue>[0][]; readonly heldOn: string | null }) => {
      const own = linked[place];
      return own === undefined ? null : slotValue(row.slots[place] ?? null, own, { today: row.heldOn ?? today, language });
    },
  };
}

/** Specifications of the questions that the questionnaire does not have, by their place in the mapping. */
function addedSpecs(
  { workspace, projectId, language }: Writing,
  survey: SurveyToWrite,
  { linked }: LoadedTarget,
  takenKeys: readonly string[],
): { added: Map<number, QuestionSpec>; scales: ScaleSpec[] } {
  const places = linked.flatMap(({ target }, place) => (target === null ? [place] : []));
  const questions = places.flatMap((place) => linked[place]?.file ?? []);
  const plan = planQuestionnaire({ ...survey.mapping, questions }, takenNames(workspace.sql, projectId), keysWithClock(survey));
  const specs = plannedSpecs(plan, language, takenKeys);
  return {
    added: new Map(places.flatMap((place, at) => (specs.questions[at] === undefined ? [] : [[place, specs.questions[at]] as const]))),
    scales: specs.scales,
  };
}

function writeNewVersion(writing: Writing, survey: SurveyToWrite, target: LoadedTarget): AskedVersion {
  const { workspace, projectId, batchId, language, at } = writing;
  const { sql } = workspace;
  const { questionnaireId, id, sections } = target.loaded.version;
  const previous = readQuestionnaireSpec(sql, id);
  const { added, scales } = addedSpecs(
    writing,
    survey,
    target,
    previous.scales.map(({ key }) => key),
  );
  const { spec, origins } = nextVersion({
    previous,
    questions: sections.map(({ questions }): readonly Question[] => questions),
    linked: target.linked,
    added,
    addedScales: scales,
    language,
  });
  const writer = writerFor({ sql, workspace }, projectId, batchId);
  const number = maxOf(sql, 'SELECT max(number) AS n FROM questionnaire_version WHERE questionnaire_id = :id', questionnaireId) + 1;
  const versionId = writeVersion(writer, { questionnaireId, number, status: 'in-use' }, spec, (section, question) => {
    const origin = origins[section]?.[question];
    return { previousId: origin?.previousId ?? null, bankQuestionId: origin?.bankQuestionId ?? null };
  });
  markTaken(sql, versionId, at);
  const inOrder = origins.flat();
  const questions = new Array<WrittenQuestion | undefined>(target.linked.length);
  for (const [index, question] of questionsIn(sql, versionId).entries()) {
    const origin = inOrder[index];
    const kind = origin === undefined ? undefined : target.linked[origin.place]?.file.kind;
    if (origin === undefined || kind === undefined) continue;
    sql.run('UPDATE question SET comparability = :comparability WHERE id = :id', { id: question.id, comparability: origin.comparability });
    questions[origin.place] = { ...question, kind };
  }
  return { versionId, questions: questions.filter((question) => question !== undefined) };
}

/**
 * Questions that the version does not have yet come after its others, in a section named after the file. Nothing that stands is
 * touched, so the version is otherwise as frozen as it was.
 */
function addQuestions(writing: Writing, survey: SurveyToWrite, target: LoadedTarget): AskedVersion {
  const { workspace, projectId, batchId, language } = writing;
  const { sql, newId } = workspace;
  const { version, keyById } = target.loaded;
  const { added, scales } = addedSpecs(writing, survey, target, []);
  const writer = writerFor({ sql, workspace }, projectId, batchId);
  const sectionId = newId();
  if (added.size > 0) {
    const ordinal = maxOf(sql, 'SELECT max(ordinal) AS n FROM section WHERE version_id = :id', version.id) + 1;
    const title = JSON.stringify({ [language]: survey.questionnaireName });
    sql.insert('section', { id: sectionId, version_id: version.id, ordinal, name: null, title, relevant: null, batch_id: batchId });
  }
  const scaleIds = new Map(scales.map((scale) => [scale.key, shareScale(writer, scale)] as const));
  let ordinal = maxOf(sql, 'SELECT max(ordinal) AS n FROM question WHERE version_id = :id', version.id);
  let number = maxOf(sql, 'SELECT max(CAST(number AS INTEGER)) AS n FROM question WHERE version_id = :id', version.id);
  const ids = new Map<number, QuestionId>();
  for (const [place, spec] of added) {
    // Made by the program's own maker of ids.
    const id = newId() as QuestionId;
    ordinal += 1;
    number += 1;
    const scaleId = spec.scale === null ? null : (scaleIds.get(spec.scale) ?? null);
    const where = { id, versionId: version.id, sectionId, parentId: null, ordinal, number: String(number), scaleId };
    insertQuestion(writer, spec, { ...where, bankQuestionId: null, previousId: null, comparability: null });
    ids.set(place, id);
  }
  const written = new Map(questionsIn(sql, version.id).map((question) => [question.id, question] as const));
  return {
    versionId: version.id,
    questions: target.linked.flatMap(({ file, target: own }, place): WrittenQuestion[] => {
      const id = own?.id ?? ids.get(place);
      if (id === undefined) return [];
      // Kept in the answer's own row, whatever the file's column is read as.
      const kind = own !== null && (own.type === 'date' || own.type === 'register') ? 'date' : file.kind;
      const known = written.get(id);
      return [{ id, kind, key: known?.key ?? keyById.get(id) ?? -1, variable: known?.variable ?? '' }];
    }),
  };
}

function maxOf(sql: Statements, text: string, id: string): number {
  return sql.get(z.object({ n: z.int().nullable() }), text, { id })?.n ?? 0;
}
