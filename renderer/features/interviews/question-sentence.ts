import { printedCode, reasonLetters, type Question } from '../../../shared/model/questionnaire.ts';
import { localised, type Language } from '../../../shared/model/text.ts';
import type { Say } from '../../lib/text.ts';
import { optionWords, reasonMessages, spokenAnswer } from './answer-sentence.ts';
import { gridPlace, type EntryModel } from './entry-model.ts';

/**
 * What a screen reader says of a question: "Question 9 of 24. I am met with respect. Row 1 of 4. Not answered. Five answers,
 * 1 strongly disagree to 5 strongly agree. V don't know."
 */
export function questionSentence(model: EntryModel, question: Question, language: Language, say: Say): string {
  const value = model.valueOf(question.id);
  const grid = gridPlace(model, question);
  const parts = [
    say('interviews.voice.question', { number: question.number, of: model.questions.length }),
    localised(question.lead ?? {}, language),
    localised(question.wording, language),
    localised(question.instruction ?? {}, language),
    grid === null ? '' : say('interviews.voice.row', { row: grid.row, of: grid.of }),
    value === null ? say('interviews.voice.unanswered') : spokenAnswer(question, value, language, say),
    optionsSentence(question, language, say),
    question.reasons.map((reason) => `${reasonLetters[reason]} ${say(reasonMessages[reason])}`).join(', '),
  ];
  return parts
    .filter((part) => part !== '')
    .map((part) => part.replace(/[.?!]?$/u, (end) => (end === '' ? '.' : end)))
    .join(' ');
}

function optionsSentence(question: Question, language: Language, say: Say): string {
  const [first, last] = [question.options[0], question.options.at(-1)];
  if (first === undefined || last === undefined) return '';
  const name = (code: number): string => `${printedCode(question, code)} ${optionWords(question, code, language, say)}`;
  return say('interviews.voice.options', { count: question.options.length, first: name(first.code), last: name(last.code) });
}
