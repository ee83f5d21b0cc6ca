import type { QuestionId } from '../../../../shared/model/ids.ts';
import type { Question } from '../../../../shared/model/questionnaire.ts';
import type { Language } from '../../../../shared/model/text.ts';
import { pasteOptions } from '../design/paste-options.ts';
import { withText } from '../design/texts.ts';
import { changeQuestion } from './desk-actions.ts';
import { latestQuestion, type Desk } from './use-desk.ts';

/**
 * [F7] Lines pasted into the words of a grid's row become rows: the first fills this one if it is empty, each other is a question of its
 * own on the same scale under the same heading. False when it is not a grid, or one line only: then it is text.
 */
export function addRows(desk: Desk, question: Question, rowKey: string, language: Language, text: string): boolean {
  const row = latestQuestion(desk, question.id) ?? question;
  const lines = pasteOptions(text).map((line) => line.label);
  if (row.type !== 'scale' || row.lead === null || lines.length < 2) return false;
  const isEmpty = (row.wording[language] ?? '') === '';
  const [first = '', ...others] = lines;
  if (isEmpty) changeQuestion(desk, row, { wording: withText(row.wording, language, first) });
  const place = desk.version.sections.find((section) => section.questions.some((other) => other.id === row.id));
  let afterId = row.id;
  for (const line of isEmpty ? others : lines) {
    // Stands for the file's id until that is known; both are UUIDs.
    const id = crypto.randomUUID() as string as QuestionId;
    const { type, scaleId, lead, reasons, isRequired } = row;
    desk.design.store.make({
      kind: 'add',
      id,
      place: { sectionId: place?.id ?? '', afterId, parentId: row.parentId },
      question: { type, scaleId, lead, reasons, isRequired, wording: withText({}, language, line) },
    });
    afterId = id;
  }
  desk.open(afterId === row.id ? rowKey : afterId);
  return true;
}
