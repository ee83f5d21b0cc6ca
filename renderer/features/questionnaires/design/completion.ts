import { isFunctionName } from '../../../../shared/expressions/functions.ts';
import type { Question } from '../../../../shared/model/questionnaire.ts';
import { questionCalled } from './conditions.ts';

/** What is being written at the caret. `from`–`to` is replaced by what is chosen, in UTF-16 units. */
export type Completion<Q> =
  | { readonly kind: 'question'; readonly from: number; readonly to: number; readonly typed: string }
  | { readonly kind: 'answer'; readonly from: number; readonly to: number; readonly typed: string; readonly question: Q };

const openName = /\$\{?[\p{L}\p{N}_.-]*$/u;
const bareWord = /(?<![\p{L}\p{N}_.}-])\p{L}[\p{L}\p{N}_-]*$/u;
const answerOf =
  /(?:\$\{\s*(?<compared>[\p{L}_][\p{L}\p{N}_.-]*)\s*\}\s*(?:=|!=)\s*|selected\(\s*\$\{\s*(?<chosen>[\p{L}_][\p{L}\p{N}_.-]*)\s*\}\s*,\s*)(?<typed>['"]?[\p{L}\p{N}_-]*)$/u;
const signWords: ReadonlySet<string> = new Set(['and', 'or', 'not', 'div', 'mod']);

/** What could be completed at the caret: a question after `$` or a letter, an answer after a question and a sign; null when nothing. */
export function completionAt<Q extends Pick<Question, 'name' | 'number'> & { readonly options: readonly unknown[] }>(
  text: string,
  caret: number,
  questions: readonly Q[],
): Completion<Q> | null {
  const before = text.slice(0, caret);
  const answer = answerOf.exec(before);
  const called = answer?.groups?.['compared'] ?? answer?.groups?.['chosen'];
  const question = called === undefined ? undefined : questionCalled(questions, called);
  if (answer !== null && question !== undefined && question.options.length > 0) {
    const typed = answer.groups?.['typed'] ?? '';
    const closes = /^['"]/u.test(text.slice(caret)) ? 1 : 0;
    return { kind: 'answer', from: caret - typed.length, to: caret + closes, typed: typed.replace(/^['"]/u, ''), question };
  }
  if (isInText(before)) return null;
  const open = openName.exec(before);
  if (open !== null) {
    const closes = /^[\p{L}\p{N}_.-]*\}/u.exec(text.slice(caret));
    return { kind: 'question', from: open.index, to: caret + (closes?.[0].length ?? 0), typed: open[0].replace(/^\$\{?/u, '') };
  }
  const word = bareWord.exec(before);
  if (word === null || signWords.has(word[0]) || isFunctionName(word[0])) return null;
  return { kind: 'question', from: word.index, to: caret, typed: word[0] };
}

/** Inside quotes nothing is completed. */
function isInText(before: string): boolean {
  let open = '';
  for (const sign of before) {
    if (open === '' && (sign === "'" || sign === '"')) open = sign;
    else if (sign === open) open = '';
  }
  return open !== '';
}

/** Questions for what was typed, best first: by number, by the beginning of the name, by words of the name or the wording. */
export function matchQuestions<Q extends Pick<Question, 'name' | 'number'>>(
  questions: readonly Q[],
  typed: string,
  wordingOf: (question: Q) => string,
): Q[] {
  const wanted = typed.toLowerCase();
  const scored = questions.flatMap((question) => {
    const score = scoreOf(question, wanted, wordingOf(question).toLowerCase());
    return question.name === '' || score === null ? [] : [{ question, score }];
  });
  return scored.toSorted((a, b) => a.score - b.score).map(({ question }) => question);
}

function scoreOf(question: Pick<Question, 'name' | 'number'>, wanted: string, wording: string): number | null {
  const [name, number] = [question.name.toLowerCase(), question.number.toLowerCase()];
  if (wanted === '') return 0;
  if (number === wanted || `q${number}` === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  if (number !== '' && `q${number}`.startsWith(wanted)) return 2;
  if (new RegExp(`(?:^|[^\\p{L}\\p{N}])${escaped(wanted)}`, 'u').test(wording)) return 3;
  return name.includes(wanted) ? 4 : null;
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
}
