import { printText } from '../../../../shared/expressions/print.ts';
import { printedCode, type Question } from '../../../../shared/model/questionnaire.ts';
import type { Language } from '../../../../shared/model/text.ts';
import type { Say } from '../../../lib/text.ts';
import { optionWords } from '../../interviews/index.ts';

/** One answer as an expression compares with it. */
export interface AnswerChoice {
  readonly id: string;
  readonly insert: string;
  readonly label: string;
  readonly lang: string | undefined;
  readonly before: string;
  readonly detail: string;
}

type WithOptions = Pick<Question, 'type' | 'options'>;

/** The answers of a question for what was typed after the sign: by code, name or words. Sets are asked for in quotes. */
export function answerChoices(question: WithOptions, typed: string, language: Language, say: Say): AnswerChoice[] {
  const wanted = typed.toLowerCase();
  const isSet = question.type === 'several' || question.type === 'rank';
  return question.options.flatMap((option): AnswerChoice[] => {
    const label = optionWords(question, option.code, language, say);
    const name = option.name ?? String(option.code);
    const fits = [String(option.code), name.toLowerCase(), label.toLowerCase()].some((text) => text.startsWith(wanted));
    if (!fits) return [];
    const insert = isSet || option.name !== null ? printText(name) : name;
    return [
      { id: `o${option.code}`, insert, label, lang: language, before: printedCode(question, option.code), detail: option.name ?? '' },
    ];
  });
}
