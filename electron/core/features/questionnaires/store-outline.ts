import { z } from 'zod';
import { QuestionId, type VersionId } from '../../../../shared/model/ids.ts';
import { QuestionType } from '../../../../shared/model/questionnaire.ts';
import type { Statements } from '../../db/statements.ts';
import { numbered, outlined, type Outline } from './outline.ts';
import { referenceKeeper, type Named } from './references.ts';

const SectionRow = z.object({ id: z.string(), ordinal: z.int() });
const QuestionRow = z.object({
  id: QuestionId,
  section_id: z.string(),
  parent_id: QuestionId.nullable(),
  name: z.string(),
  type: QuestionType,
  ordinal: z.int(),
  number: z.string(),
});
const questionSql = `
SELECT question.id, section_id, parent_id, variable.name, type, ordinal, number FROM question
JOIN variable ON variable.id = question.variable_id WHERE version_id = :versionId ORDER BY ordinal, question.id`;

/** The outline of a version as it lies in the file. */
export function readOutline(sql: Statements, versionId: VersionId): Outline {
  const rows = sql.all(QuestionRow, questionSql, { versionId });
  const bySection = Map.groupBy(rows, (row) => row.section_id);
  return sql
    .all(SectionRow, 'SELECT id, ordinal FROM section WHERE version_id = :versionId ORDER BY ordinal, id', { versionId })
    .map(({ id, ordinal }) => ({
      id,
      ordinal,
      questions: (bySection.get(id) ?? []).map((row) => ({
        id: row.id,
        name: row.name,
        type: row.type,
        parentId: row.parent_id,
        ordinal: row.ordinal,
        number: row.number,
      })),
    }));
}

/** The questions of a version as expressions call them. */
export function readNames(sql: Statements, versionId: VersionId): Named[] {
  return sql.all(QuestionRow, questionSql, { versionId });
}

/**
 * Brings a version from one outline to another: order, numbers, sections and repeats, in those rows only that differ. `change` says the
 * new order from the old one; rows that are new in it must be inserted, and rows that are gone from it deleted, by `write`, which gets
 * the numbered outline. References by number keep meaning the question they meant.
 */
export function restructure(
  sql: Statements,
  versionId: VersionId,
  change: (outline: Outline) => Outline,
  write: (outline: Outline) => void = () => {},
): void {
  const before = readOutline(sql, versionId);
  const after = numbered(change(before));
  write(after);
  storeSections(sql, before, after);
  storeQuestions(sql, before, after);
  keepReferences(sql, versionId, outlined(before), outlined(after));
}

function storeSections(sql: Statements, before: Outline, after: Outline): void {
  const known = new Map(before.map((section) => [section.id, section.ordinal]));
  for (const { id, ordinal } of after) {
    if ((known.get(id) ?? ordinal) !== ordinal) sql.run('UPDATE section SET ordinal = :ordinal WHERE id = :id', { id, ordinal });
  }
}

function storeQuestions(sql: Statements, before: Outline, after: Outline): void {
  const flat = (outline: Outline) => outline.flatMap(({ id: sectionId, questions }) => questions.map((one) => ({ ...one, sectionId })));
  const known = new Map(flat(before).map((question) => [question.id, question]));
  for (const { id, sectionId, parentId, ordinal, number } of flat(after)) {
    const old = known.get(id);
    if (old === undefined) continue;
    if (old.sectionId === sectionId && old.parentId === parentId && old.ordinal === ordinal && old.number === number) continue;
    sql.run('UPDATE question SET section_id = :sectionId, parent_id = :parentId, ordinal = :ordinal, number = :number WHERE id = :id', {
      id,
      sectionId,
      parentId,
      ordinal,
      number,
    });
  }
}

/** Columns that may name a question: expressions, and texts that say an earlier answer. */
const namingColumns = {
  section: ['relevant', 'title'],
  question: [
    'relevant',
    'calculation',
    'option_filter',
    'repeat_count',
    'default_value',
    'required_when',
    'wording',
    'lead',
    'hint',
    'instruction',
    'required_message',
    'unit',
  ],
  answer_option: ['label'],
  question_check: ['expression', 'message'],
} as const;
const whoseRows = {
  section: 'version_id = :versionId',
  question: 'version_id = :versionId',
  answer_option: 'question_id IN (SELECT id FROM question WHERE version_id = :versionId)',
  question_check: 'question_id IN (SELECT id FROM question WHERE version_id = :versionId)',
} as const;
const TextRow = z.object({ id: z.string(), text: z.string() });

/** Writes the references of a version anew where names or numbers have changed, each to mean the question that it meant. */
export function keepReferences(sql: Statements, versionId: VersionId, before: readonly Named[], after: readonly Named[]): void {
  const keep = referenceKeeper(before, after);
  if (keep === null) return;
  for (const table of ['section', 'question', 'answer_option', 'question_check'] as const) {
    for (const column of namingColumns[table]) {
      const from = `FROM ${table} WHERE ${whoseRows[table]} AND instr(${column}, '\${') > 0`;
      for (const row of sql.all(TextRow, `SELECT id, ${column} AS text ${from}`, { versionId })) {
        const text = keep(row.text);
        if (text !== row.text) sql.run(`UPDATE ${table} SET ${column} = :text WHERE id = :id`, { id: row.id, text });
      }
    }
  }
}
