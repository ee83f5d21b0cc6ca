import { z } from 'zod';
import type { Statements } from '../../db/statements.ts';

/** Reading is all that finding a person asks for: also a copy that is opened beside the workspace. */
type Reader = Pick<Statements, 'all'>;

/*
 * The history holds an image of every row before and after each change. Erasing a person therefore goes through the images too:
 * first which interviews, texts, codings and quotes ever were the person's, also those that are gone, then every image of them.
 */

const Id = z.object({ id: z.string() });
const Key = z.object({ key: z.int() });
const image = 'coalesce(after, before)';

/** Everything that ever was a person's, by kind of key; JSON lists for json_each. */
export interface PersonKeys {
  /** The one person. */
  readonly respondentIds: readonly [string];
  readonly interviewKeys: readonly number[];
  readonly interviewIds: readonly string[];
  readonly textIds: readonly string[];
  readonly codingIds: readonly string[];
  readonly quoteIds: readonly string[];
  /** Summaries of the person in a framework matrix. */
  readonly cellIds: readonly string[];
}

/** Finds the keys, in the tables and in the images of rows that are no longer there. */
export function findPersonKeys(sql: Reader, respondentId: string): PersonKeys {
  const interviews = sql.all(
    z.object({ id: z.string(), key: z.int() }),
    `SELECT id, key FROM interview WHERE respondent_id = :respondentId
     UNION SELECT row_id, json_extract(${image}, '$.key') FROM op_change
     WHERE table_name = 'interview' AND json_extract(${image}, '$.respondent_id') = :respondentId`,
    { respondentId },
  );
  const interviewKeys = interviews.map((row) => row.key);
  const ofParent = (table: string, column: string, parents: readonly (string | number)[]): string[] =>
    sql
      .all(
        Id,
        // Table and column names are this file's own.
        `SELECT id FROM ${table} WHERE ${column} IN (SELECT value FROM json_each(:parents))
         UNION SELECT row_id FROM op_change
         WHERE table_name = '${table}' AND json_extract(${image}, '$.${column}') IN (SELECT value FROM json_each(:parents))`,
        { parents: JSON.stringify(parents) },
      )
      .map((row) => row.id);
  const textIds = ofParent('text', 'interview_key', interviewKeys);
  return {
    respondentIds: [respondentId],
    interviewKeys,
    interviewIds: interviews.map((row) => row.id),
    textIds,
    codingIds: ofParent('coding', 'text_id', textIds),
    quoteIds: ofParent('quote', 'text_id', textIds),
    cellIds: [
      ...ofParent('framework_cell', 'respondent_id', [respondentId]),
      ...ofParent('framework_cell', 'interview_key', interviewKeys),
    ],
  };
}

/** Which rows are the person's: the table, and the keys that a column of the row must be among. */
const owned: readonly (readonly [table: string, column: string, among: keyof PersonKeys])[] = [
  ['respondent', 'id', 'respondentIds'],
  ['disposition_event', 'respondent_id', 'respondentIds'],
  ['consent', 'respondent_id', 'respondentIds'],
  ['framework_cell', 'respondent_id', 'respondentIds'],
  ['framework_cell', 'interview_key', 'interviewKeys'],
  ['framework_cell_quote', 'cell_id', 'cellIds'],
  ['framework_cell_quote', 'quote_id', 'quoteIds'],
  ['finding_evidence', 'framework_cell_id', 'cellIds'],
  ['interview', 'respondent_id', 'respondentIds'],
  ['second_pass', 'interview_id', 'interviewIds'],
  ['interview_change', 'interview_id', 'interviewIds'],
  ['answer', 'interview_key', 'interviewKeys'],
  ['second_answer', 'interview_key', 'interviewKeys'],
  ['second_turn', 'interview_key', 'interviewKeys'],
  ['discrepancy', 'interview_key', 'interviewKeys'],
  ['turn', 'interview_key', 'interviewKeys'],
  ['text', 'interview_key', 'interviewKeys'],
  ['document', 'text_id', 'textIds'],
  ['text_turn', 'text_id', 'textIds'],
  ['coding', 'text_id', 'textIds'],
  ['text_reading', 'text_id', 'textIds'],
  ['consensus', 'text_id', 'textIds'],
  ['suggestion_rejection', 'text_id', 'textIds'],
  ['quote', 'text_id', 'textIds'],
  ['finding_evidence', 'text_id', 'textIds'],
  ['memo', 'text_id', 'textIds'],
  ['memo', 'coding_id', 'codingIds'],
  ['report_block', 'quote_id', 'quoteIds'],
  ['finding_evidence', 'quote_id', 'quoteIds'],
  ['quote_mark', 'quote_id', 'quoteIds'],
];

/** Whether a row's image is the person's. */
export function isPersonRow(person: PersonKeys, table: string, image: Readonly<Record<string, unknown>>): boolean {
  return owned.some(([own, column, among]) => {
    const value = image[column];
    return own === table && value !== null && value !== undefined && person[among].some((key) => key === value);
  });
}

/** Where the images of a person's rows in one table are, as SQL on `:among`; table and column names are this file's own. */
function imagesOf(table: string, column: string): string {
  return `table_name = '${table}' AND (json_extract(before, '$.${column}') IN (SELECT value FROM json_each(:among))
    OR json_extract(after, '$.${column}') IN (SELECT value FROM json_each(:among)))`;
}

/** The steps that touched rows of a person. */
export function stepsAboutPerson(sql: Reader, person: PersonKeys): number[] {
  const touched = new Set<number>();
  for (const [table, column, among] of owned) {
    const params = { among: JSON.stringify(person[among]) };
    for (const { key } of sql.all(Key, `SELECT DISTINCT op_seq AS key FROM op_change WHERE ${imagesOf(table, column)}`, params))
      touched.add(key);
  }
  return [...touched];
}

/**
 * Removes every image of a person's rows. Steps that were about nobody else lose their name as well, which may hold words of an
 * answer, and can no longer be undone. Answers how many steps were touched.
 */
export function removeImages(sql: Statements, person: PersonKeys, code: string): number {
  const touched = stepsAboutPerson(sql, person);
  for (const [table, column, among] of owned)
    sql.run(`DELETE FROM op_change WHERE ${imagesOf(table, column)}`, { among: JSON.stringify(person[among]) });
  forgetSteps(sql, touched, code);
  return touched.length;
}

/** Steps with nothing left become nameless; those of other persons too keep their name, unless it is this person's. */
function forgetSteps(sql: Statements, seqs: readonly number[], code: string): void {
  const steps = JSON.stringify(seqs);
  const blank = "label_id = 'fieldwork.erased.step', label_params = '{}', merge_key = NULL";
  sql.run(
    `UPDATE op SET ${blank}, is_undoable = 0 WHERE seq IN (SELECT value FROM json_each(:steps)) AND batch_id IS NULL
       AND NOT EXISTS (SELECT 1 FROM op_change WHERE op_seq = op.seq)`,
    { steps },
  );
  sql.run(`UPDATE op SET ${blank} WHERE seq IN (SELECT value FROM json_each(:steps)) AND json_extract(label_params, '$.code') = :code`, {
    steps,
    code,
  });
  // An undone step and the one that undid it share their name; and there is nothing left to do again.
  sql.run(
    `UPDATE op SET ${blank}, is_undoable = 0, undone_by = CASE WHEN EXISTS (SELECT 1 FROM op_change WHERE op_seq = op.seq) THEN undone_by ELSE seq END
     WHERE undoes IN (SELECT seq FROM op WHERE label_id = 'fieldwork.erased.step')`,
  );
  // Names of steps that came from other copies of the file.
  sql.run(
    "UPDATE merged_op SET label_id = 'fieldwork.erased.step', label_params = '{}' WHERE json_extract(label_params, '$.code') = :code",
    { code },
  );
}
