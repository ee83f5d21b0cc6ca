import type { AnswerOption, Question } from '../../../../shared/model/questionnaire.ts';
import type { Language } from '../../../../shared/model/text.ts';
import { areCounted, optionSpecs, renumbered, withLabel, withMoved, withOption, withPasted } from '../design/edit-options.ts';
import { pasteOptions } from '../design/paste-options.ts';
import { isAskedFor } from '../design/references.ts';
import { latestQuestion, type Desk } from './use-desk.ts';

/** What can be done with the answers of a question; each starts from them as they are this very moment. */
export interface OptionActions {
  readonly write: (index: number, language: Language, words: string) => void;
  readonly set: (index: number, changes: Partial<AnswerOption>) => void;
  readonly move: (from: number, to: number, language: Language) => void;
  readonly remove: (index: number, language: Language) => void;
  /** Pasted lines become answers. False when there is only one line: that is text. */
  readonly paste: (index: number, language: Language, text: string) => boolean;
  readonly focus: (index: number, language: Language) => void;
  readonly end: () => void;
}

export function optionActions(desk: Desk, question: Question): OptionActions {
  const { store } = desk.design;
  const key = store.keyOf(question.id);
  const now = (): Question => latestQuestion(desk, question.id) ?? question;
  const focus = (index: number, language: Language): void => desk.open(key, 'options', { index, language });
  const make = (options: readonly AnswerOption[], isNewOrder = false): void => {
    // Codes follow the order as long as nobody has used them: no expression, no version before, no question of the bank.
    const isOwn = now().previousId === null && now().bankQuestionId === null;
    const isFree = isNewOrder && isOwn && areCounted(now().options) && !isAskedFor(desk.version, now());
    store.make({ kind: 'question', id: question.id, changes: { options: optionSpecs(isFree ? renumbered(options) : options) } });
  };
  return {
    write: (index, language, words) => store.edit(question.id, { options: optionSpecs(withLabel(now().options, index, language, words)) }),
    set: (index, changes) => make(withOption(now().options, index, changes)),
    move: (from, to, language) => {
      if (to < 0 || to >= now().options.length) return;
      make(withMoved(now().options, from, to), true);
      focus(to, language);
    },
    remove: (index, language) => {
      make(now().options.toSpliced(index, 1), true);
      focus(Math.max(0, index - 1), language);
    },
    paste: (index, language, text) => {
      const lines = pasteOptions(text);
      if (lines.length < 2) return false;
      const isTranslation = language !== desk.version.languages[0] && now().options.some((option) => (option.label[language] ?? '') === '');
      const options = withPasted(now().options, index, language, lines, isTranslation);
      make(options);
      focus(isTranslation ? Math.min(index + lines.length, options.length) - 1 : options.length, language);
      return true;
    },
    focus,
    end: () => desk.open(key),
  };
}
