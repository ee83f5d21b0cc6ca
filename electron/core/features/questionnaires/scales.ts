import { z } from 'zod';
import type { ScaleSummary } from '../../../../shared/contract/questionnaires.ts';
import { VersionId, type ProjectId } from '../../../../shared/model/ids.ts';
import { ScaleDirection, type ScaleSpec } from '../../../../shared/model/questionnaire-spec.ts';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';
import type { Call } from '../../rpc/call.ts';
import { shortened } from '../themes/theme-terms.ts';
import { withDecisions } from './decisions.ts';
import { toOptionSpec } from './read-spec.ts';
import { OptionRow } from './version-rows.ts';
import { replaceOptions, updateDifferences } from './write-options.ts';
import { writerFor, type Writer } from './writer.ts';

/** What a scale says, without what it is called in a specification. */
export type ScaleContent = Omit<ScaleSpec, 'key'>;

const ScaleRow = z.object({ id: z.string(), name: z.string(), direction: ScaleDirection, neutral_code: z.int().nullable() });
const UseRow = z.object({ scale_id: z.string(), count: z.int(), here: z.int(), frozen: z.int() });
// A scale without a project came with an import or the program, and everybody may use it.
const scaleSql = `
SELECT id, name, direction, neutral_code FROM scale
WHERE project_id = :projectId OR project_id IS NULL
  OR id IN (SELECT scale_id FROM question JOIN variable ON variable.id = question.variable_id WHERE variable.project_id = :projectId)
ORDER BY name, id`;
const optionSql = `
SELECT scale_id AS owner, code, name, label, is_exclusive, asks_what, filter_values, extras FROM answer_option
WHERE scale_id IS NOT NULL ORDER BY scale_id, ordinal`;
const useSql = `
SELECT scale_id, count(*) AS count, sum(variable.project_id = :projectId) AS here,
  max(questionnaire_version.status <> 'draft' OR EXISTS (SELECT 1 FROM interview WHERE interview.version_id = question.version_id)) AS frozen
FROM question JOIN questionnaire_version ON questionnaire_version.id = question.version_id
JOIN variable ON variable.id = question.variable_id WHERE scale_id IS NOT NULL GROUP BY scale_id`;

/** Every scale that a project can use, those that it uses first. */
export function listScales(sql: Statements, projectId: ProjectId): ScaleSummary[] {
  const options = Map.groupBy(sql.all(OptionRow, optionSql), (row) => row.owner);
  const uses = new Map(sql.all(UseRow, useSql, { projectId }).map((row) => [row.scale_id, row]));
  const scales = sql.all(ScaleRow, scaleSql, { projectId }).map((row): ScaleSummary => ({
    id: row.id,
    name: row.name,
    direction: row.direction,
    neutralCode: row.neutral_code,
    options: (options.get(row.id) ?? []).map(toOptionSpec),
    questionCount: uses.get(row.id)?.count ?? 0,
    isFrozen: uses.get(row.id)?.frozen === 1,
  }));
  const isUsedHere = ({ id }: ScaleSummary): boolean => (uses.get(id)?.here ?? 0) > 0;
  return scales.toSorted((a, b) => Number(isUsedHere(b)) - Number(isUsedHere(a)));
}

/** A scale of the project that says the same, and is not among those given; else a new one. Answers its id. */
export function shareScale(writer: Writer, content: ScaleContent, except: ReadonlySet<string> = new Set()): string {
  const same = listScales(writer.sql, writer.projectId).find((scale) => !except.has(scale.id) && saysTheSame(scale, content));
  return same?.id ?? insertScale(writer, content);
}

function saysTheSame(a: ScaleContent, b: ScaleContent): boolean {
  return factsOf(a) === factsOf(b);
}

/** All that a scale says as one text, whatever order its languages and columns were written in. */
function factsOf({ name, direction, neutralCode, options }: ScaleContent): string {
  const sorted = (values: Readonly<Record<string, string | undefined>>) => Object.entries(values).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const said = options.map((option) => [
    [option.code, option.name, option.isExclusive, option.asksWhat],
    [sorted(option.label), sorted(option.filterValues), sorted(option.extras)],
  ]);
  return JSON.stringify([name, direction, neutralCode, said]);
}

function insertScale(writer: Writer, content: ScaleContent): string {
  const { sql, newId, projectId, batchId } = writer;
  const id = newId();
  sql.insert('scale', { id, ...scaleColumns(content), project_id: projectId, batch_id: batchId });
  replaceOptions(writer, { scaleId: id }, content.options);
  return id;
}

function scaleColumns({ name, direction, neutralCode }: ScaleContent) {
  return { name, direction, neutral_code: neutralCode };
}

/**
 * Makes or changes a scale and answers its id. What a version in use asks stands: then the change becomes a new scale, which the
 * project's drafts ask from now on. @throws AppError NOT_FOUND, NAME_TAKEN
 */
export function saveScale(call: Call, given: ScaleContent & { readonly projectId: ProjectId; readonly scaleId: string | null }): string {
  const { sql, operation } = call;
  const { projectId, scaleId } = given;
  operation.label({ name: shortened(given.name) });
  const scales = listScales(sql, projectId);
  const known = scales.find((scale) => scale.id === scaleId);
  if (scaleId !== null && known === undefined) throw new AppError('NOT_FOUND');
  const isTaken = scales.some(({ id, name }) => id !== scaleId && name.toLowerCase() === given.name.toLowerCase());
  // A successor may have the name of the scale it follows.
  if (isTaken && known?.name.toLowerCase() !== given.name.toLowerCase()) throw new AppError('NAME_TAKEN');
  const writer = writerFor(call, projectId);
  if (known === undefined) return insertScale(writer, given);
  return withDecisions(sql, draftsOf(sql, projectId, known.id), () => {
    if (saysTheSame({ ...known, name: given.name }, given) || !isShared(sql, known, projectId)) {
      const row = { id: known.id, ...scaleColumns(known) };
      updateDifferences(sql, 'scale', row, scaleColumns(given));
      replaceOptions(writer, { scaleId: known.id }, given.options);
      return known.id;
    }
    const successor = insertScale(writer, given);
    sql.run(`UPDATE question SET scale_id = :successor WHERE scale_id = :old AND version_id IN (${draftSql})`, {
      successor,
      old: known.id,
      projectId,
    });
    return successor;
  });
}

const VersionRow = z.object({ version_id: VersionId });

/** The project's drafts that ask a scale. */
function draftsOf(sql: Statements, projectId: ProjectId, scaleId: string): VersionId[] {
  return sql
    .all(VersionRow, `SELECT DISTINCT version_id FROM question WHERE scale_id = :scaleId AND version_id IN (${draftSql})`, {
      scaleId,
      projectId,
    })
    .map((row) => row.version_id);
}

const draftSql = `
SELECT questionnaire_version.id FROM questionnaire_version JOIN questionnaire ON questionnaire.id = questionnaire_version.questionnaire_id
WHERE status = 'draft' AND questionnaire.project_id = :projectId
  AND NOT EXISTS (SELECT 1 FROM interview WHERE interview.version_id = questionnaire_version.id)`;

const Elsewhere = z.object({ project_id: z.string() });

/** Whether others than this project's drafts ask the scale. */
function isShared(sql: Statements, scale: ScaleSummary, projectId: ProjectId): boolean {
  const elsewhere = sql.get(
    Elsewhere,
    'SELECT variable.project_id FROM question JOIN variable ON variable.id = variable_id WHERE scale_id = :id AND variable.project_id <> :projectId LIMIT 1',
    { id: scale.id, projectId },
  );
  return scale.isFrozen || elsewhere !== undefined;
}
