import { z } from 'zod';
import { parseExpression } from '../../../../shared/expressions/parse.ts';
import { readable, type DescribedQuestion } from '../../../../shared/expressions/readable.ts';
import { sayReadable } from '../../../../shared/expressions/sentence.ts';
import type { MessageId } from '../../../../shared/messages/generated/message-id.ts';
import { locales } from '../../../../shared/model/locales.ts';
import { localised, type Language } from '../../../../shared/model/text.ts';
import { readQuestions, type QuestionForm } from '../../analysis/questions.ts';
import { countingOf } from '../../analysis/stored-answers.ts';
import type { Statements } from '../../db/statements.ts';
import { dayIn, type CoreWords } from '../../words.ts';

const NameRow = z.object({ code: z.int(), name: z.string() });

const nameSql = `
SELECT code, name FROM answer_option WHERE (question_id = :questionId OR scale_id = :scaleId) AND coalesce(name, '') <> ''`;

/** What expressions call the answers of a question: their names, else their codes. */
function codesByName(sql: Statements, { questionId, scaleId }: QuestionForm): ReadonlyMap<string, number> {
  return new Map(sql.all(NameRow, nameSql, { questionId, scaleId }).map(({ code, name }) => [name, code]));
}

/** An expression that chooses persons, as a sentence in a language; the expression itself where it cannot be read. */
export function whereText(
  sql: Statements,
  { projectId, where, language }: { readonly projectId: string; readonly where: string; readonly language: Language },
  words: CoreWords,
): string {
  const parsed = parseExpression(where);
  if (!parsed.isRead) return where;
  const book = readQuestions(sql, projectId);
  const described = (form: QuestionForm): DescribedQuestion => {
    const names = codesByName(sql, form);
    return {
      number: form.number,
      isDate: form.type === 'date',
      isSet: countingOf(form.type) === 'set',
      isRepeat: form.repeat !== null,
      optionLabel: (name) => {
        const code = names.get(name) ?? Number(name);
        const option = book.optionsOf(form.variableId).find((each) => each.code === code);
        return option === undefined ? null : localised(option.label, language);
      },
    };
  };
  const sentence = readable(parsed.expression, (name) => {
    const form = book.forms.find(({ variableName }) => variableName === name);
    return form === undefined ? null : described(form);
  });
  return sayReadable(sentence, {
    // Messages of readable sentences are in the catalogues; a test holds them against each other.
    say: (message, params) => words(message as MessageId, params),
    number: (value) => new Intl.NumberFormat(locales[language]).format(value),
    date: (on) => dayIn(language, on),
  });
}
