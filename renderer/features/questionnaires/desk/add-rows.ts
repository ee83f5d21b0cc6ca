import type { QuestionId } from '../../../../shared/model/ids.ts';
import type { Question } from '../../../../shared/model/questionnaire.ts';
import type { Language } from '../../../../shared/model/text.ts';
import type { NewRow } from '../design/apply-change.ts';
import { optionSpecs } from '../design/edit-options.ts';
import { pasteOptions } from '../design/paste-options.ts';
import { withText } from '../design/texts.ts';
import { changeQuestion } from './desk-actions.ts';
import { latestQuestion, type Desk } from './use-desk.ts';

/**
 * [F7] Lines pasted into the words of a grid's row become rows: the first fills this one if it is empty, each other is a question of its
 * own on the same scale under the same heading. In another language than the first they translate the rows that stand there, one by one.
 * False when it is not a grid, or one line only: then it is text.
 */
export function addRows(desk: Desk, question: Question, rowKey: string, language: Language, text: string): boolean {
  const row = latestQuestion(desk, question.id) ?? question;
  const lines = pasteOptions(text).map((line) => line.label);
  if (row.type !== 'scale' || row.lead === null || lines.length < 2) return false;
  const section = (desk.design.latest() ?? desk.version).sections.find(({ questions }) => questions.some(({ id }) => id === row.id));
  const filled = emptyRowsFrom(section?.questions ?? [], row, language, language !== desk.version.languages[0]).slice(0, lines.length);
  for (const [at, one] of filled.entries()) changeQuestion(desk, one, { wording: withText(one.wording, language, lines[at] ?? '') });
  const rest = lines.slice(filled.length);
  const last = filled.at(-1) ?? row;
  const { type, scaleId, lead, reasons, isRequired, parentId } = row;
  const options = scaleId === null ? optionSpecs(row.options) : [];
  const rows = rest.map((line): NewRow => ({
    // Stands for the file's id until that is known; both are UUIDs.
    id: crypto.randomUUID() as string as QuestionId,
    question: { type, scaleId, options, lead, reasons, isRequired, wording: withText({}, language, line) },
  }));
  if (rows.length > 0)
    desk.design.store.make({ kind: 'addRows', rows, place: { sectionId: section?.id ?? '', afterId: last.id, parentId } });
  desk.open(rows.at(-1)?.id ?? (last.id === row.id ? rowKey : desk.design.store.keyOf(last.id)));
  return true;
}

/** This row if it has no words in a language; of a translation, all rows of its grid from here on until one has. */
function emptyRowsFrom(questions: readonly Question[], row: Question, language: Language, isTranslation: boolean): readonly Question[] {
  const isEmpty = (one: Question): boolean => (one.wording[language] ?? '') === '';
  if (!isEmpty(row)) return [];
  const isRow = ({ type, parentId, lead, scaleId }: Question): boolean =>
    type === 'scale' && parentId === row.parentId && scaleId === row.scaleId && JSON.stringify(lead) === JSON.stringify(row.lead);
  const below = questions.slice(questions.findIndex(({ id }) => id === row.id) + 1);
  const end = isTranslation ? below.findIndex((one) => !isRow(one) || !isEmpty(one)) : 0;
  return [row, ...below.slice(0, end === -1 ? undefined : end)];
}
