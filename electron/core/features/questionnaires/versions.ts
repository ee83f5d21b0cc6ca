import { z } from 'zod';
import type { DesignProblem } from '../../../../shared/contract/questionnaires.ts';
import { ProjectId, VersionId, type QuestionId, type QuestionnaireId } from '../../../../shared/model/ids.ts';
import type { Comparability, Question } from '../../../../shared/model/questionnaire.ts';
import type { Language } from '../../../../shared/model/text.ts';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';
import type { Call } from '../../rpc/call.ts';
import { shortened } from '../themes/theme-terms.ts';
import { askedElsewhere } from './asked-elsewhere.ts';
import { comparabilityOf, questionBefore } from './comparability.ts';
import { closeRanks, storeComparability } from './decisions.ts';
import { openDraft, placeOfQuestion, placeOfVersion, type VersionPlace } from './draft.ts';
import { findProblems } from './problems.ts';
import { readQuestionnaireSpec } from './read-spec.ts';
import { readVersion } from './read-version.ts';
import { deleteQuestions } from './write-question.ts';
import { refuseQuestionnaireName, writeQuestionnaireSpec, writeVersion, type Origin } from './write-spec.ts';
import { writerFor } from './writer.ts';

const IdRow = z.object({ id: VersionId });
const One = z.object({ n: z.int() });

/** Makes a questionnaire: version 1 as a draft, one empty section. @throws AppError NOT_FOUND, NAME_TAKEN */
export function createQuestionnaire(
  call: Call,
  { projectId, name, languages }: { projectId: ProjectId; name: string; languages: Language[] },
): { questionnaireId: QuestionnaireId; versionId: VersionId; sectionId: string } {
  call.operation.label({ name: shortened(name) });
  const section = { name: null, title: {}, relevant: null, questions: [] };
  const made = writeQuestionnaireSpec(call, projectId, {
    name,
    languages: [...new Set(languages)],
    sections: [section],
    scales: [],
    extras: {},
  });
  const row = call.sql.get(z.object({ id: z.string() }), 'SELECT id FROM section WHERE version_id = :id', { id: made.versionId });
  return { ...made, sectionId: row?.id ?? '' };
}

const NameRow = z.object({ name: z.string(), project_id: ProjectId });

/** Calls a questionnaire something else. @throws AppError NOT_FOUND, NAME_TAKEN */
export function renameQuestionnaire(
  { sql, operation }: Call,
  { questionnaireId: id, name }: { questionnaireId: QuestionnaireId; name: string },
): void {
  const row = sql.get(NameRow, 'SELECT name, project_id FROM questionnaire WHERE id = :id', { id });
  if (row === undefined) throw new AppError('NOT_FOUND');
  refuseQuestionnaireName(sql, row.project_id, name, id);
  operation.label({ from: shortened(row.name), to: shortened(name) });
  sql.run('UPDATE questionnaire SET name = :name WHERE id = :id', { id, name });
}

/** Sets the languages of a draft, in the order they are shown; texts in others stay. @throws AppError NOT_FOUND, VERSION_IN_USE */
export function setLanguages({ sql, operation }: Call, { versionId, languages }: { versionId: VersionId; languages: Language[] }): void {
  const { questionnaire } = openDraft(sql, versionId);
  operation.label({ name: shortened(questionnaire) });
  sql.run('UPDATE questionnaire_version SET languages = :languages WHERE id = :versionId', {
    versionId,
    languages: [...new Set(languages)].join(' '),
  });
}

/** Freezes a draft and uses it from now on. @throws AppError NOT_FOUND, VERSION_IN_USE, DESIGN_PROBLEMS */
export function takeIntoUse(call: Call, { versionId }: { versionId: VersionId }): void {
  const { sql, workspace, operation } = call;
  const draft = openDraft(sql, versionId);
  const count = problemsOf(sql, versionId).filter(({ severity }) => severity === 'error').length;
  if (count > 0) throw new AppError('DESIGN_PROBLEMS', { count });
  operation.label({ name: shortened(draft.questionnaire), number: draft.number });
  compareWithBefore(sql, draft);
  sql.run("UPDATE questionnaire_version SET status = 'retired' WHERE questionnaire_id = :questionnaireId AND status = 'in-use'", {
    questionnaireId: draft.questionnaireId,
  });
  sql.run("UPDATE questionnaire_version SET status = 'in-use', taken_into_use_at = :at WHERE id = :versionId", {
    versionId,
    at: new Date(workspace.now()).toISOString(),
  });
}

/** The questions of the version that a draft would follow; none for a version that is in use, or the first. */
function questionsBefore(sql: Statements, versionId: VersionId): readonly Question[] {
  const place = placeOfVersion(sql, versionId);
  const beforeId = place.status === 'draft' ? versionBefore(sql, place) : null;
  return beforeId === null ? [] : readVersion(sql, beforeId).questions;
}

/** Everything that is not right in a version, also beside what the same questions were before and are in other questionnaires. */
export function problemsOf(sql: Statements, versionId: VersionId): DesignProblem[] {
  const { version } = readVersion(sql, versionId);
  const others = version.status === 'draft' ? askedElsewhere(sql, versionId) : [];
  return findProblems(version, [...questionsBefore(sql, versionId), ...others]);
}

/** What a question that is new here says of other questionnaires' answers to its variable: only that they are other answers. */
function comparedElsewhere(question: Question, elsewhere: readonly Question[]): Comparability | null {
  const other = questionBefore(question, elsewhere);
  return other !== null && comparabilityOf(other, question) === 'changed-options' ? 'changed-options' : null;
}

/** The question that a question of a version follows: for a draft the one of the version it would follow if it were taken into use now. */
function followedBy(sql: Statements, place: VersionPlace, question: Question): QuestionId | null {
  return questionBefore(question, questionsBefore(sql, place.versionId))?.id ?? question.previousId;
}

/** The version that was used last before this one; null for the first. */
export function versionBefore(sql: Statements, { questionnaireId, versionId }: VersionPlace): VersionId | null {
  const text = `SELECT id FROM questionnaire_version WHERE questionnaire_id = :questionnaireId AND id <> :versionId AND status <> 'draft'
    ORDER BY status = 'in-use' DESC, number DESC LIMIT 1`;
  return sql.get(IdRow, text, { questionnaireId, versionId })?.id ?? null;
}

/** Records with each question which one it follows and what has changed since, but where a person has said so already. */
function compareWithBefore(sql: Statements, draft: VersionPlace): void {
  const beforeId = versionBefore(sql, draft);
  const before = beforeId === null ? [] : readVersion(sql, beforeId).questions;
  const elsewhere = askedElsewhere(sql, draft.versionId);
  for (const question of readVersion(sql, draft.versionId).questions) {
    const old = questionBefore(question, before);
    if (old === null)
      storeComparability(sql, question.id, null, comparedElsewhere(question, elsewhere) ?? (beforeId === null ? null : 'new'));
    else {
      const decided = question.previousId === old.id ? question.comparability : null;
      storeComparability(sql, question.id, old.id, decided ?? comparabilityOf(old, question));
    }
  }
}

/** Records what a person says about comparing a question with the version before. @throws AppError NOT_FOUND */
export function setComparability(
  { sql, operation }: Call,
  { questionId, comparability }: { questionId: QuestionId; comparability: Comparability },
): void {
  const place = placeOfQuestion(sql, questionId);
  const question = readVersion(sql, place.versionId).questions.find(({ id }) => id === questionId);
  if (question === undefined) throw new AppError('NOT_FOUND');
  operation.label({ question: question.number || question.name, comparability: comparability.replaceAll('-', '') });
  storeComparability(sql, questionId, followedBy(sql, place, question), comparability);
}

/** Makes the version in use a draft again; the one that was used before it is used again. @throws AppError NOT_FOUND, VERSION_IN_USE */
export function reopen({ sql, operation }: Call, { versionId }: { versionId: VersionId }): void {
  const place = placeOfVersion(sql, versionId);
  if (place.status !== 'in-use' || place.hasInterviews || draftBeside(sql, place.questionnaireId) !== null)
    throw new AppError('VERSION_IN_USE');
  operation.label({ name: shortened(place.questionnaire), number: place.number });
  forgetFindings(sql, place);
  sql.run("UPDATE questionnaire_version SET status = 'draft', taken_into_use_at = NULL WHERE id = :versionId", { versionId });
  useAgain(sql, place);
}

/** What the program found is found anew at the next taking into use; what a person decided stays. */
function forgetFindings(sql: Statements, place: VersionPlace): void {
  const beforeId = versionBefore(sql, place);
  const before = beforeId === null ? [] : readVersion(sql, beforeId).questions;
  for (const question of readVersion(sql, place.versionId).questions) {
    const old = before.find(({ id }) => id === question.previousId) ?? null;
    const found = old === null ? 'new' : comparabilityOf(old, question);
    if (question.comparability === found) storeComparability(sql, question.id, question.previousId, null);
  }
}

/** The version that was used before this one is used again. */
function useAgain(sql: Statements, place: VersionPlace): void {
  const before = versionBefore(sql, place);
  if (before !== null) sql.run("UPDATE questionnaire_version SET status = 'in-use' WHERE id = :before", { before });
}

function draftBeside(sql: Statements, questionnaireId: QuestionnaireId): VersionId | null {
  const text = `SELECT id FROM questionnaire_version WHERE questionnaire_id = :questionnaireId AND status = 'draft'
    AND NOT EXISTS (SELECT 1 FROM interview WHERE interview.version_id = questionnaire_version.id) ORDER BY number DESC LIMIT 1`;
  return sql.get(IdRow, text, { questionnaireId })?.id ?? null;
}

/** A draft that begins as a copy of a version, or the draft that is there. @throws AppError NOT_FOUND */
export function newVersion(call: Call, { versionId }: { versionId: VersionId }): VersionId {
  const { sql, operation } = call;
  const { questionnaireId, questionnaire, projectId } = placeOfVersion(sql, versionId);
  const known = draftBeside(sql, questionnaireId);
  if (known !== null) return known;
  const text = 'SELECT max(number) + 1 AS n FROM questionnaire_version WHERE questionnaire_id = :questionnaireId';
  const number = sql.get(One, text, { questionnaireId })?.n ?? 1;
  operation.label({ name: shortened(questionnaire), number });
  const spec = readQuestionnaireSpec(sql, versionId);
  return writeVersion(writerFor(call, projectId), { questionnaireId, number, status: 'draft' }, spec, originIn(sql, versionId, true));
}

/** A questionnaire of its own that begins as a copy of a version. @throws AppError NOT_FOUND, NAME_TAKEN */
export function copyVersion(
  call: Call,
  { versionId, projectId, name }: { versionId: VersionId; projectId: ProjectId; name: string },
): { questionnaireId: QuestionnaireId; versionId: VersionId } {
  call.operation.label({ name: shortened(name) });
  const spec = { ...readQuestionnaireSpec(call.sql, versionId), name };
  return writeQuestionnaireSpec(call, projectId, spec, { origin: originIn(call.sql, versionId, false) });
}

/** Where the questions of a copied version come from: the bank, and in the same questionnaire each from its original. */
function originIn(sql: Statements, versionId: VersionId, isNextVersion: boolean): Origin {
  const { sections } = readVersion(sql, versionId).version;
  return (section, question) => {
    const source = sections[section]?.questions[question];
    return { bankQuestionId: source?.bankQuestionId ?? null, previousId: isNextVersion ? (source?.id ?? null) : null };
  };
}

/** Removes a version; with the last one goes the questionnaire. @throws AppError NOT_FOUND, VERSION_IN_USE */
export function removeVersion({ sql, operation }: Call, { versionId }: { versionId: VersionId }): void {
  const place = placeOfVersion(sql, versionId);
  if (place.hasInterviews) throw new AppError('VERSION_IN_USE');
  operation.label({ name: shortened(place.questionnaire), number: place.number });
  const { questions } = readVersion(sql, versionId);
  closeRanks(sql, questions);
  deleteQuestions(
    sql,
    questions.map(({ id }) => id),
  );
  sql.run('DELETE FROM section WHERE version_id = :versionId', { versionId });
  if (place.status === 'in-use') useAgain(sql, place);
  sql.run('DELETE FROM questionnaire_version WHERE id = :versionId', { versionId });
  sql.run(
    'DELETE FROM questionnaire WHERE id = :id AND NOT EXISTS (SELECT 1 FROM questionnaire_version WHERE questionnaire_id = questionnaire.id)',
    { id: place.questionnaireId },
  );
}
