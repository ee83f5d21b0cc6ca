import { z } from 'zod';
import type { QuestionChanges } from '../../../../shared/contract/questionnaires.ts';
import { QuestionId } from '../../../../shared/model/ids.ts';
import type { QuestionSpec } from '../../../../shared/model/questionnaire-spec.ts';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';
import type { Call } from '../../rpc/call.ts';
import { cleaned, defined, labelOf } from './change-questions.ts';
import { withDecisions } from './decisions.ts';
import { draftOfQuestion, type VersionPlace } from './draft.ts';
import { fitType, type Fitting } from './fit-type.ts';
import type { Outline } from './outline.ts';
import { questionColumns } from './question-columns.ts';
import { toOptionSpec, toQuestionSpec } from './read-spec.ts';
import { readOutline, restructure } from './store-outline.ts';
import { freeName, isGivenAfter, isOnlyUse, nameAfter, renameVariable, variableColumns } from './variables.ts';
import { readVersionRows, type QuestionRow, type VersionRows } from './version-rows.ts';
import { replaceChecks, replaceOptions, updateDifferences } from './write-options.ts';
import { writerFor, type Writer } from './writer.ts';

/** A question that is being changed, as it was. */
interface Changing {
  readonly id: QuestionId;
  readonly draft: VersionPlace;
  readonly row: QuestionRow;
  readonly rows: VersionRows;
  readonly spec: QuestionSpec;
  readonly variableId: string;
}

/**
 * Changes what is named of a question. Typing in one field is one step of undo; a new type keeps what fits it. Name, label and the two
 * marks lie with the variable and so hold in every version that measures it. @throws AppError NOT_FOUND, VERSION_IN_USE, NAME_TAKEN
 */
export function changeQuestion(call: Call, given: { questionId: QuestionId; changes: QuestionChanges }): void {
  const { sql, operation } = call;
  const question = readChanging(sql, given.questionId);
  const asked = defined(cleaned(given.changes));
  const newType = asked.type === question.spec.type ? undefined : asked.type;
  // A new type is a step of its own: its name says what was lost.
  if (newType === undefined) operation.mergeWith(`question:${question.id}:${Object.keys(asked).toSorted().join(',')}`);
  const fitting = newType === undefined ? null : fitType(question.spec, scaleOf(question), newType, asked.scaleId ?? null);
  const changes: QuestionChanges = { ...fitting?.changes, ...asked };
  labelChange(call, question, asked, fitting);
  const writer = writerFor(call, question.draft.projectId);
  // Whether anything is decided is known without reading the whole version.
  withDecisions(sql, question.row.comparability === null ? [] : [question.draft.versionId], () => {
    writeQuestionRow(writer, question, changes);
    writeLists(writer, question, changes);
  });
  writeVariable(writer, question, changes);
  if (newType !== undefined) restructure(sql, question.draft.versionId, (outline) => freed(outline, question.id, newType));
}

const VariableRow = z.object({ variable_id: z.string() });

function readChanging(sql: Statements, id: QuestionId): Changing {
  const draft = draftOfQuestion(sql, id);
  const rows = readVersionRows(sql, draft.versionId);
  const row = rows.questions.find((question) => question.id === id);
  const variable = sql.get(VariableRow, 'SELECT variable_id FROM question WHERE id = :id', { id });
  if (row === undefined || variable === undefined) throw new AppError('NOT_FOUND');
  return { id, draft, row, rows, spec: toQuestionSpec(row, rows), variableId: variable.variable_id };
}

function scaleOf({ row, rows }: Changing): Parameters<typeof fitType>[1] {
  if (row.scale_id === null) return null;
  return { id: row.scale_id, options: (rows.options.get(row.scale_id) ?? []).map(toOptionSpec) };
}

function writeQuestionRow({ sql }: Writer, { id, row, spec }: Changing, changes: QuestionChanges): void {
  const scaleId = changes.scaleId ?? null;
  // Options of its own part a question from its scale.
  const isParted = changes.scaleId === undefined && (changes.options?.length ?? 0) > 0;
  const wanted = questionColumns(changes);
  const known = { ...questionColumns(spec), scale_id: row.scale_id, id };
  updateDifferences(sql, 'question', known, { ...wanted, ...((changes.scaleId !== undefined || isParted) && { scale_id: scaleId }) });
}

function writeLists(writer: Writer, { id }: Changing, changes: QuestionChanges): void {
  const hasScale = changes.scaleId !== undefined && changes.scaleId !== null;
  if (hasScale) replaceOptions(writer, { questionId: id }, []);
  else if (changes.options !== undefined) replaceOptions(writer, { questionId: id }, changes.options);
  if (changes.checks !== undefined) replaceChecks(writer, id, changes.checks);
}

function writeVariable(writer: Writer, question: Changing, changes: QuestionChanges): void {
  const { draft, spec, id: questionId } = question;
  const { name: _, ...fields } = changes;
  updateDifferences(writer.sql, 'variable', { ...variableColumns(spec), id: question.variableId }, variableColumns(fields));
  const name = changes.name ?? nameThatFollows(writer, question, changes);
  if (name === null || name === spec.name) return;
  const { versionId, questionnaireId } = draft;
  renameVariable(writer, { questionId, versionId, questionnaireId, variableId: question.variableId, name });
}

/** A name that the program gave follows the wording until somebody gives another, or the variable is measured elsewhere. */
function nameThatFollows({ sql, projectId }: Writer, { draft, spec, variableId }: Changing, changes: QuestionChanges): string | null {
  const { languages } = draft;
  if (changes.wording === undefined || !isGivenAfter(spec.name, spec.wording, languages) || !isOnlyUse(sql, variableId)) return null;
  const wanted = nameAfter(changes.wording, languages);
  return wanted === nameAfter(spec.wording, languages) ? null : freeName(sql, projectId, wanted);
}

/** Questions inside a repeat that is one no more move up to where it stood. */
function freed(outline: Outline, id: QuestionId, type: QuestionSpec['type']): Outline {
  return outline.map((section) => {
    const changed = section.questions.find((question) => question.id === id);
    const above = changed?.parentId ?? null;
    return {
      ...section,
      questions: section.questions.map((question) =>
        question.parentId === id && type !== 'repeat' ? { ...question, parentId: above } : question,
      ),
    };
  });
}

/** Parts of a question that a deed can name; anything else is "the question". */
const namedFields: ReadonlySet<string> = new Set([
  'wording',
  'name',
  'label',
  'options',
  'scaleId',
  'relevant',
  'checks',
  'calculation',
  'hint',
  'instruction',
]);

function labelChange({ sql, operation }: Call, { id, draft, spec }: Changing, asked: QuestionChanges, fitting: Fitting | null): void {
  const question = labelOf(readOutline(sql, draft.versionId), id);
  if (fitting !== null) {
    const { lostOptions, lostSettings } = fitting;
    // The catalogues' choices are words without hyphens.
    const [from, to] = [spec.type, asked.type ?? spec.type].map((type) => type.replaceAll('-', ''));
    const params = { question, from: from ?? '', to: to ?? '', lostOptions, lostSettings };
    operation.label(params, 'questionnaires.changeQuestion.type.undo');
    return;
  }
  const [field = '', ...more] = Object.keys(asked);
  operation.label({ question, field: more.length === 0 && namedFields.has(field) ? field : 'other' });
}
