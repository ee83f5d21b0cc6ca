import { parseExpression } from '../../../../shared/expressions/parse.ts';
import { readable, type DescribedQuestion } from '../../../../shared/expressions/readable.ts';
import { sayReadable } from '../../../../shared/expressions/sentence.ts';
import type { MessageId } from '../../../../shared/messages/generated/message-id.ts';
import { numberIn } from '../../../../shared/model/number-in.ts';
import { questionsOf, type Question, type QuestionnaireVersion } from '../../../../shared/model/questionnaire.ts';
import { localised, type Language } from '../../../../shared/model/text.ts';
import { dayIn, type CoreWords } from '../../words.ts';

/** An expression in words of a language; the expression itself where it cannot be read. */
export function expressionWords(expression: string, version: QuestionnaireVersion, language: Language, say: CoreWords): string {
  const parsed = parseExpression(expression);
  if (!parsed.isRead) return expression;
  const questions = questionsOf(version);
  const sentence = readable(parsed.expression, (name) => {
    const found = questions.find((question) => question.name === name) ?? questions.find((question) => `q${question.number}` === name);
    return found === undefined ? null : described(found, language, say);
  });
  return sayReadable(sentence, {
    // Messages of readable sentences are in the catalogues; a test holds them against each other.
    say: (message, params) => say(message as MessageId, params),
    number: (value) => numberIn(language, value),
    date: (on) => dayIn(language, on),
  });
}

function described(question: Question, language: Language, say: CoreWords): DescribedQuestion {
  return {
    number: question.number,
    isDate: question.type === 'date',
    isSet: question.type === 'several' || question.type === 'rank',
    isRepeat: question.type === 'repeat',
    optionLabel: (name) => {
      const option = question.options.find((candidate) => (candidate.name ?? String(candidate.code)) === name);
      if (option === undefined) return null;
      const label = localised(option.label, language);
      if (label !== '') return label;
      return question.type === 'yes-no' || question.type === 'consent' ? say(option.code === 1 ? 'print.yes' : 'print.no') : null;
    },
  };
}
