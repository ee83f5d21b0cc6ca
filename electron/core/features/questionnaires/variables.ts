import { z } from 'zod';
import type { ProjectId, VersionId } from '../../../../shared/model/ids.ts';
import { VersionId as VersionIdSchema } from '../../../../shared/model/ids.ts';
import { languages, type Language, type LocalisedText } from '../../../../shared/model/text.ts';
import { AppError } from '../../app-error.ts';
import type { Statements, SqlParams } from '../../db/statements.ts';
import { slug } from '../exchange/variable-names.ts';
import { storeTextOrNull } from './question-columns.ts';
import { keepReferences, readNames } from './store-outline.ts';
import type { Writer } from './writer.ts';

const IdRow = z.object({ id: z.string() });
const NameRow = z.object({ name: z.string() });
const FlagsRow = z.object({ label: z.string().nullable(), is_identifier: z.int() });

/** What a variable is called and what it stands for. */
export interface VariableFields {
  readonly name: string;
  readonly label: LocalisedText | null;
  readonly isBackground: boolean;
  readonly isIdentifier: boolean;
}

/** Names that expressions would take for something else: XLSForm's own, and "q" with a number. */
const reservedName = /^(?:meta|q\d[\d.]*)$/iu;

/** A short name in plain letters after a question's wording, in the first language that has one. */
export function nameAfter(wording: LocalisedText, inOrder: readonly Language[]): string {
  for (const language of [...inOrder, ...languages]) {
    const name = slug(wording[language] ?? '');
    if (name !== '') return reservedName.test(name) ? `v_${name}` : name;
  }
  return 'v';
}

/** The wanted name, or with a number behind it where the project has a variable of that name in any case of letters. */
export function freeName(sql: Statements, projectId: ProjectId, wanted: string): string {
  return nameFinder(sql, projectId)(wanted);
}

/** Finds one free name after the other: none is given twice, nor when it is among those that are given. */
export function nameFinder(sql: Statements, projectId: ProjectId, given: Iterable<string> = []): (wanted: string) => string {
  const rows = sql.all(NameRow, 'SELECT name FROM variable WHERE project_id = :projectId', { projectId });
  const taken = new Set([...rows.map(({ name }) => name), ...given].map((name) => name.toLowerCase()));
  return (wanted) => {
    let name = wanted === 'v' ? 'v_1' : wanted;
    for (let turn = 2; taken.has(name.toLowerCase()); turn += 1) name = `${wanted}_${turn}`;
    taken.add(name.toLowerCase());
    return name;
  };
}

/** Whether a name was given by the program after this wording and not by a person. */
export function isGivenAfter(name: string, wording: LocalisedText, inOrder: readonly Language[]): boolean {
  const base = nameAfter(wording, inOrder);
  return name === base || (name.startsWith(`${base}_`) && /^\d+$/u.test(name.slice(base.length + 1)));
}

/**
 * The project's variable of that name, made if there is none. One that is there is shared as it stands, but where the new question can
 * point somebody out, it can from now on.
 */
export function shareVariable(writer: Writer, fields: VariableFields): string {
  const { sql, projectId, batchId } = writer;
  const known = findVariable(sql, projectId, fields.name);
  if (known === undefined) return addVariable(writer, fields);
  // Rows of a batch are its record, and these belong to others: a batch leaves them alone.
  if (batchId === null) joinVariable(sql, known, storeTextOrNull(fields.label), fields.isIdentifier);
  return known;
}

/** What a question that joins a variable brings along: a mark that it can point somebody out, and a label where there is none. */
function joinVariable(sql: Statements, known: string, label: string | null, isIdentifier: boolean): void {
  const row = sql.get(FlagsRow, 'SELECT label, is_identifier FROM variable WHERE id = :known', { known });
  if (row === undefined) return;
  if (isIdentifier && row.is_identifier === 0) sql.run('UPDATE variable SET is_identifier = 1 WHERE id = :known', { known });
  if (label !== null && row.label === null) sql.run('UPDATE variable SET label = :label WHERE id = :known', { known, label });
}

function addVariable({ sql, newId, projectId, batchId }: Writer, fields: VariableFields): string {
  const id = newId();
  sql.insert('variable', { id, project_id: projectId, ...variableColumns(fields), batch_id: batchId });
  return id;
}

/** The columns of those fields of a variable that are given. */
export function variableColumns(fields: { readonly [K in keyof VariableFields]?: VariableFields[K] | undefined }): SqlParams {
  return {
    ...(fields.name !== undefined && { name: fields.name }),
    ...(fields.label !== undefined && { label: storeTextOrNull(fields.label) }),
    ...(fields.isBackground !== undefined && { is_background: Number(fields.isBackground) }),
    ...(fields.isIdentifier !== undefined && { is_identifier: Number(fields.isIdentifier) }),
  };
}

function findVariable(sql: Statements, projectId: string, name: string): string | undefined {
  return sql.get(IdRow, 'SELECT id FROM variable WHERE project_id = :projectId AND name = :name', { projectId, name })?.id;
}

/** Refuses a name that another question of the version has. @throws AppError NAME_TAKEN */
export function refuseNameInVersion(sql: Statements, versionId: VersionId, name: string, exceptQuestionId = ''): void {
  const text = `SELECT question.id FROM question JOIN variable ON variable.id = question.variable_id
    WHERE version_id = :versionId AND variable.name = :name AND question.id <> :exceptQuestionId`;
  if (sql.get(IdRow, text, { versionId, name, exceptQuestionId }) !== undefined) throw new AppError('NAME_TAKEN');
}

/** Takes away a variable that no question measures any more. One that a matrix has its rows from stays with it. */
export function dropUnusedVariable(sql: Statements, variableId: string): void {
  const isUnused = `NOT EXISTS (SELECT 1 FROM question WHERE variable_id = :variableId)
    AND NOT EXISTS (SELECT 1 FROM framework WHERE variable_id = :variableId)`;
  sql.run(`DELETE FROM joint_display WHERE variable_id = :variableId AND ${isUnused}`, { variableId });
  sql.run(`DELETE FROM variable WHERE id = :variableId AND ${isUnused}`, { variableId });
}

const UseRow = z.object({ id: z.string(), version_id: VersionIdSchema, questionnaire_id: z.string() });
const useSql = `
SELECT question.id, version_id, questionnaire_id FROM question
JOIN questionnaire_version ON questionnaire_version.id = question.version_id WHERE variable_id = :variableId`;

/** A question whose variable is to be called something else. */
export interface Renaming {
  readonly questionId: string;
  readonly versionId: VersionId;
  readonly questionnaireId: string;
  readonly variableId: string;
  readonly name: string;
}

/** Whether only this question measures the variable. */
export function isOnlyUse(sql: Statements, variableId: string): boolean {
  return sql.all(UseRow, useSql, { variableId }).length === 1;
}

/**
 * Gives a question's variable another name and writes the references to it anew. All versions of the questionnaire share the variable
 * and so the name; another questionnaire keeps it, and then the question gets a variable of its own. A name that the project knows
 * joins the question to that variable, unless that would part it from earlier versions. @throws AppError NAME_TAKEN
 */
export function renameVariable(writer: Writer, renaming: Renaming): void {
  const { sql } = writer;
  const { questionId, versionId, questionnaireId, variableId, name } = renaming;
  refuseNameInVersion(sql, versionId, name, questionId);
  const uses = sql.all(UseRow, useSql, { variableId });
  const existing = findVariable(sql, writer.projectId, name);
  if (existing !== undefined && uses.length > 1) throw new AppError('NAME_TAKEN');
  const isElsewhere = uses.some((use) => use.questionnaire_id !== questionnaireId);
  const staysHere = existing === undefined && !isElsewhere;
  const versions = staysHere ? [...new Set(uses.map((use) => use.version_id))] : [versionId];
  const before = versions.map((id) => readNames(sql, id));
  if (staysHere) sql.run('UPDATE variable SET name = :name WHERE id = :variableId', { variableId, name });
  else moveToVariable(writer, renaming, existing);
  for (const [at, id] of versions.entries()) keepReferences(sql, id, before[at] ?? [], readNames(sql, id));
}

const CopyRow = z.object({ label: z.string().nullable(), is_background: z.int(), is_identifier: z.int() });

function moveToVariable({ sql, newId, projectId, batchId }: Writer, renaming: Renaming, existing: string | undefined): void {
  const { questionId, variableId, name } = renaming;
  const target = existing ?? newId();
  const row = sql.get(CopyRow, 'SELECT label, is_background, is_identifier FROM variable WHERE id = :variableId', { variableId });
  if (row === undefined) throw new AppError('NOT_FOUND');
  if (existing === undefined) sql.insert('variable', { id: target, project_id: projectId, name, ...row, batch_id: batchId });
  else joinVariable(sql, existing, row.label, row.is_identifier === 1);
  sql.run('UPDATE question SET variable_id = :target WHERE id = :questionId', { questionId, target });
  dropUnusedVariable(sql, variableId);
}
