import type { AnswerValue } from '../model/answer.ts';
import type { Question } from '../model/questionnaire.ts';
import { optionName, type PlacedQuestion } from './compiled.ts';
import { readMoment, writeMoment } from './dates.ts';
import { isEmpty, isMoment, toMoment, toNames, toNumber, toText, type Value } from './value.ts';

/** An answer as expressions see it: options by name; reasons for missing, drafts and empty texts are missing. */
export function fromAnswer({ nameByCode }: Pick<PlacedQuestion, 'nameByCode'>, answer: AnswerValue | null): Value {
  switch (answer?.kind) {
    case 'code':
      return nameByCode.get(answer.code) ?? String(answer.code);
    case 'codes':
      return answer.codes.length === 0 ? null : answer.codes.map((code) => nameByCode.get(code) ?? String(code));
    case 'number':
      return answer.number;
    case 'text':
      return answer.text === '' ? null : answer.text;
    case 'date':
      return answer.sortOn === null ? null : dateValue(answer.sortOn);
    case 'record':
      return answer.id;
    default:
      return null;
  }
}

/** A day, a day with a time, or a time of day, which stays a text. */
function dateValue(sortOn: string): Value {
  return readMoment(sortOn) ?? (/^\d{4}$/u.test(sortOn) ? readMoment(`${sortOn}-01`) : sortOn);
}

/** What a calculation has worked out, as an answer: true and false are 1 and 0. Null for missing. */
export function calculatedAnswer(value: Value): AnswerValue | null {
  if (isEmpty(value)) return null;
  if (typeof value === 'number') return { kind: 'number', number: value };
  if (typeof value === 'boolean') return { kind: 'number', number: value ? 1 : 0 };
  return isMoment(value) ? dateAnswer(value) : { kind: 'text', text: toText(value) };
}

function dateAnswer(value: Value): AnswerValue | null {
  const moment = toMoment(value);
  if (moment === null) return null;
  const said = writeMoment(moment);
  return { kind: 'date', said, sortOn: said, precision: moment.hasTime ? 'minute' : 'day' };
}

/** A value as an answer of a question of this type (for default values); null where it is none. */
export function answerFor(question: Pick<Question, 'type' | 'options'>, value: Value): AnswerValue | null {
  if (isEmpty(value)) return null;
  switch (question.type) {
    case 'number': {
      const number = toNumber(value);
      return number === null ? null : { kind: 'number', number };
    }
    case 'date':
      return dateAnswer(value);
    case 'open':
      return { kind: 'text', text: toText(value) };
    case 'several':
    case 'rank': {
      const names = toNames(value);
      const codes = question.options.filter((option) => names.includes(optionName(option))).map(({ code }) => code);
      return codes.length === 0 ? null : { kind: 'codes', codes };
    }
    case 'consent':
    case 'one':
    case 'scale':
    case 'scale-0-10':
    case 'yes-no':
      return codeAnswer(question, toText(value));
    default:
      return null;
  }
}

function codeAnswer(question: Pick<Question, 'type' | 'options'>, name: string): AnswerValue | null {
  const option = question.options.find((candidate) => optionName(candidate) === name);
  if (option !== undefined) return { kind: 'code', code: option.code };
  return question.type === 'scale-0-10' && question.options.length === 0 && /^(?:\d|10)$/u.test(name)
    ? { kind: 'code', code: Number(name) }
    : null;
}
