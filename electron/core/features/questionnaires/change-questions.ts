import { z } from 'zod';
import type { QuestionChanges } from '../../../../shared/contract/questionnaires.ts';
import { QuestionId, type VersionId } from '../../../../shared/model/ids.ts';
import { emptyQuestion, type QuestionSpec } from '../../../../shared/model/questionnaire-spec.ts';
import type { LocalisedText } from '../../../../shared/model/text.ts';
import { AppError } from '../../app-error.ts';
import type { Call } from '../../rpc/call.ts';
import { draftOfQuestion, draftOfSection, type VersionPlace } from './draft.ts';
import { branchOf, outlined, placed, without, type Outline, type OutlineQuestion, type Place } from './outline.ts';
import { toQuestionSpec } from './read-spec.ts';
import { referenceKeeper } from './references.ts';
import { readOutline, restructure } from './store-outline.ts';
import { nameAfter, nameFinder, refuseNameInVersion } from './variables.ts';
import { readVersionRows } from './version-rows.ts';
import { deleteQuestions, insertQuestion } from './write-question.ts';
import { writerFor } from './writer.ts';

/** A question that is to be put somewhere, with where it came from. */
export interface NewQuestion {
  readonly spec: QuestionSpec;
  readonly scaleId: string | null;
  readonly bankQuestionId: string | null;
}

type Wanted = QuestionChanges & Pick<QuestionSpec, 'type' | 'wording'>;

/** Adds a question below another, named after its wording where no name is given. @throws AppError NOT_FOUND, VERSION_IN_USE, NAME_TAKEN */
export function addQuestion(call: Call, { question, ...place }: Place & { question: Wanted }): QuestionId {
  const { added, versionId } = addAll(call, place, [question]);
  const [id] = added;
  if (id === undefined) throw new AppError('NOT_FOUND');
  call.operation.label({ question: labelOf(readOutline(call.sql, versionId), id) });
  return id;
}

/** The same for several, one below the other, as one step. @throws AppError NOT_FOUND, VERSION_IN_USE, NAME_TAKEN */
export function addQuestions(call: Call, { questions, ...place }: Place & { questions: readonly Wanted[] }): QuestionId[] {
  call.operation.label({ count: questions.length });
  return addAll(call, place, questions).added;
}

function addAll(call: Call, place: Place, wanted: readonly Wanted[]): { readonly added: QuestionId[]; readonly versionId: VersionId } {
  const draft = draftOfSection(call.sql, place.sectionId);
  const free = nameFinder(
    call.sql,
    draft.projectId,
    wanted.flatMap(({ name }) => name ?? []),
  );
  const questions = wanted.map((question): NewQuestion => {
    const { scaleId = null, ...changes } = cleaned(question);
    const { type, wording } = question;
    const name = changes.name ?? free(nameAfter(wording, draft.languages));
    return { spec: { ...emptyQuestion(name, type, wording), ...defined(changes), name }, scaleId, bankQuestionId: null };
  });
  return { added: insertBelow(call, draft, place, questions), versionId: draft.versionId };
}

/** Inserts questions one below the other and answers their ids. @throws AppError NOT_FOUND, NAME_TAKEN */
export function insertBelow(call: Call, draft: VersionPlace, place: Place, questions: readonly NewQuestion[]): QuestionId[] {
  const { sql } = call;
  const { versionId, projectId } = draft;
  for (const { spec } of questions) refuseNameInVersion(sql, versionId, spec.name);
  if (new Set(questions.map(({ spec }) => spec.name)).size < questions.length) throw new AppError('NAME_TAKEN');
  const writer = writerFor(call, projectId);
  const fresh = questions.map((question) => ({ ...question, id: QuestionId.parse(writer.newId()) }));
  const branch = fresh.map(({ id, spec }): OutlineQuestion => ({
    id,
    name: spec.name,
    type: spec.type,
    parentId: place.parentId,
    ordinal: 0,
    number: '',
  }));
  restructure(
    sql,
    versionId,
    (outline) => placed(outline, branch, needPlace(outline, place)),
    (outline) => {
      const placeOf = new Map(outlined(outline).map((question) => [question.id, question]));
      for (const { id, spec, scaleId, bankQuestionId } of fresh) {
        const at = placeOf.get(id);
        if (at === undefined) throw new AppError('NOT_FOUND');
        const { parentId, ordinal, number } = at;
        const where = { id, versionId, sectionId: place.sectionId, parentId, ordinal, number, scaleId, bankQuestionId };
        insertQuestion(writer, spec, { ...where, previousId: null, comparability: null });
      }
    },
  );
  return fresh.map(({ id }) => id);
}

/** A place that is there: a section of the version, in it the repeat, in the version the neighbour. @throws AppError NOT_FOUND */
function needPlace(outline: Outline, place: Place): Place {
  const section = outline.find(({ id }) => id === place.sectionId);
  const parent = section?.questions.find(({ id }) => id === place.parentId);
  if (section === undefined || (place.parentId !== null && parent?.type !== 'repeat')) throw new AppError('NOT_FOUND');
  if (place.afterId !== null && !outlined(outline).some(({ id }) => id === place.afterId)) throw new AppError('NOT_FOUND');
  return place;
}

/** Moves a question with all that is in it. @throws AppError NOT_FOUND, VERSION_IN_USE */
export function moveQuestion({ sql, operation }: Call, { questionId, ...place }: Place & { questionId: QuestionId }): void {
  const { versionId } = draftOfQuestion(sql, questionId);
  operation.label({ question: labelOf(readOutline(sql, versionId), questionId) });
  restructure(sql, versionId, (outline) => {
    const branch = branchOf(outline, questionId);
    const ids = new Set<string>(branch.map(({ id }) => id));
    // Below itself is where it stands; inside itself is nowhere.
    if (place.afterId === questionId && outlined(outline).some(({ id, parentId }) => id === questionId && parentId === place.parentId))
      return outline;
    if (ids.has(place.parentId ?? '') || ids.has(place.afterId ?? '')) throw new AppError('NOT_FOUND');
    const rest = without(outline, ids);
    return placed(rest, branch, needPlace(rest, place));
  });
}

/** Removes a question with all that is in it; what others say of it shows up as a problem. @throws AppError NOT_FOUND, VERSION_IN_USE */
export function removeQuestion({ sql, operation }: Call, { questionId }: { questionId: QuestionId }): void {
  const { versionId } = draftOfQuestion(sql, questionId);
  const outline = readOutline(sql, versionId);
  const ids = branchOf(outline, questionId).map(({ id }) => id);
  operation.label({ question: labelOf(outline, questionId), count: ids.length });
  restructure(
    sql,
    versionId,
    (before) => without(before, new Set(ids)),
    () => deleteQuestions(sql, ids),
  );
}

const SectionRow = z.object({ section_id: z.string() });

/** Puts a copy below a question, with all that is in it, under names of their own. @throws AppError NOT_FOUND, VERSION_IN_USE */
export function duplicateQuestion(call: Call, { questionId }: { questionId: QuestionId }): QuestionId {
  const { sql, operation } = call;
  const draft = draftOfQuestion(sql, questionId);
  const outline = readOutline(sql, draft.versionId);
  const original = branchOf(outline, questionId);
  const [first] = original;
  const row = sql.get(SectionRow, 'SELECT section_id FROM question WHERE id = :questionId', { questionId });
  if (first === undefined || row === undefined) throw new AppError('NOT_FOUND');
  const writer = writerFor(call, draft.projectId);
  const rows = readVersionRows(sql, draft.versionId);
  const free = nameFinder(sql, draft.projectId);
  const copies = original.map((one): OutlineQuestion => ({
    ...one,
    id: QuestionId.parse(writer.newId()),
    name: free(one.name.replace(/_\d+$/u, '')),
  }));
  const copyOf = new Map(original.map((one, at) => [one.id, copies[at]?.id ?? one.id]));
  // Inside the copy, what pointed to a question of the branch points to its copy: as if each had been renamed.
  const keep = referenceKeeper(
    original,
    original.map((one, at) => ({ ...one, name: copies[at]?.name ?? one.name })),
  );
  const branch = copies.map((one) => ({ ...one, parentId: one.parentId === null ? null : (copyOf.get(one.parentId) ?? one.parentId) }));
  restructure(
    sql,
    draft.versionId,
    (before) => placed(before, branch, { sectionId: row.section_id, afterId: questionId, parentId: first.parentId }),
    (after) => {
      for (const [at, source] of original.entries()) {
        const question = rows.questions.find(({ id }) => id === source.id);
        const copy = outlined(after).find(({ id }) => id === branch[at]?.id);
        if (question === undefined || copy === undefined) continue;
        const spec = { ...toQuestionSpec(question, rows), name: copy.name };
        const where = { ...copy, versionId: draft.versionId, sectionId: row.section_id, scaleId: question.scale_id };
        const from = { bankQuestionId: question.bank_question_id, previousId: null, comparability: null };
        insertQuestion(writer, keep === null ? spec : withReferences(spec, keep), { ...where, ...from });
      }
    },
  );
  operation.label({ question: labelOf(outline, questionId) });
  const [copied] = branch;
  if (copied === undefined) throw new AppError('NOT_FOUND');
  return copied.id;
}

/** A question with all its expressions, and all texts that may say an answer, written anew. */
function withReferences(spec: QuestionSpec, write: (text: string) => string): QuestionSpec {
  const anew = (text: string | null): string | null => (text === null ? null : write(text));
  const said = <T extends LocalisedText | null>(text: T): T =>
    // As many languages as before, each with its words written anew.
    (text === null ? text : Object.fromEntries(Object.entries(text).map(([language, words]) => [language, write(words)]))) as T;
  return {
    ...spec,
    wording: said(spec.wording),
    lead: said(spec.lead),
    hint: said(spec.hint),
    instruction: said(spec.instruction),
    requiredMessage: said(spec.requiredMessage),
    unit: said(spec.unit),
    options: spec.options.map((option) => ({ ...option, label: said(option.label) })),
    relevant: anew(spec.relevant),
    calculation: anew(spec.calculation),
    optionFilter: anew(spec.optionFilter),
    repeatCount: anew(spec.repeatCount),
    defaultValue: anew(spec.defaultValue),
    requiredWhen: anew(spec.requiredWhen),
    checks: spec.checks.map((check) => ({ ...check, expression: write(check.expression), message: said(check.message) })),
  };
}

/** What a deed calls a question: its number, or the variable's name where it has none. */
export function labelOf(outline: Outline, id: QuestionId): string {
  const question = outlined(outline).find((one) => one.id === id);
  return question === undefined || question.number === '' ? (question?.name ?? '') : question.number;
}

const expressionFields = ['relevant', 'calculation', 'optionFilter', 'repeatCount', 'defaultValue', 'requiredWhen'] as const;

/** Changes as a person means them: an expression of blanks is none, and a text with no words in any language is none. */
export function cleaned(changes: QuestionChanges): QuestionChanges {
  const expressions = expressionFields.filter((field) => changes[field]?.trim() === '').map((field) => [field, null]);
  const texts = (['label', 'lead', 'hint', 'instruction', 'unit', 'requiredMessage'] as const)
    .filter((field) => Object.values(changes[field] ?? { any: ' ' }).every((text) => text === ''))
    .map((field) => [field, null]);
  return { ...changes, ...Object.fromEntries([...expressions, ...texts]) };
}

/** Only those fields that are said. */
export function defined<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  // Entries without a value are left out, so what is left has one.
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
