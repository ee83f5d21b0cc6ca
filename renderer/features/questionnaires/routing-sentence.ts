import { parseExpression } from '../../../shared/expressions/parse.ts';
import { planRouting } from '../../../shared/expressions/routing.ts';
import type { Expression } from '../../../shared/expressions/syntax.ts';
import { yesCode, type Question } from '../../../shared/model/questionnaire.ts';
import { localised, type Language } from '../../../shared/model/text.ts';
import type { Say } from '../../lib/text.ts';

/**
 * Routing as a sentence: "Bare når 3 er «Under et halvt år» eller «Et halvt til to år»". An expression that cannot be said in
 * words, or not be read, is shown as it is written.
 */
export function routingSentence(question: Question, questions: readonly Question[], language: Language, say: Say): string {
  if (question.relevant === null) return '';
  const parsed = parseExpression(question.relevant);
  if (!parsed.isRead) return say('questionnaires.routing.unreadable', { expression: question.relevant, at: parsed.problem.at + 1 });
  const names = planRouting(questions).idByName;
  const find = (name: string): Question | undefined => questions.find((candidate) => candidate.id === names.get(name));
  const words = inWords(joinSame(parsed.expression), { find, language, say });
  return say('questionnaires.routing.onlyWhen', { condition: words ?? question.relevant });
}

interface Words {
  readonly find: (name: string) => Question | undefined;
  readonly language: Language;
  readonly say: Say;
}

/** `${q3} = 1 or ${q3} = 2` as one question with two answers; anything else as it stands. */
type Condition =
  | { readonly kind: 'answers'; readonly name: string; readonly codes: readonly string[] }
  | { readonly kind: 'other'; readonly expression: Expression };

function joinSame(expression: Expression): Condition {
  const one = answerOf(expression);
  if (one !== null) return one;
  if (expression.kind !== 'or') return { kind: 'other', expression };
  const [left, right] = [joinSame(expression.left), joinSame(expression.right)];
  if (left.kind === 'answers' && right.kind === 'answers' && left.name === right.name)
    return { kind: 'answers', name: left.name, codes: [...left.codes, ...right.codes] };
  return { kind: 'other', expression };
}

function answerOf(expression: Expression): Extract<Condition, { kind: 'answers' }> | null {
  const [reference, value] =
    expression.kind === 'comparison' && expression.sign === '='
      ? [expression.left, expression.right]
      : expression.kind === 'selected'
        ? [expression.set, expression.code]
        : [];
  if (reference?.kind !== 'reference' || (value?.kind !== 'number' && value?.kind !== 'string')) return null;
  return { kind: 'answers', name: reference.name, codes: [String(value.value)] };
}

function inWords(condition: Condition, words: Words): string | null {
  const { find, language, say } = words;
  if (condition.kind === 'answers') {
    const asked = find(condition.name);
    if (asked === undefined) return null;
    const labels = condition.codes.map((code) => say('questionnaires.routing.answer', { answer: labelOf(asked, code, language, say) }));
    return say('questionnaires.routing.is', {
      number: asked.number,
      answers: labels.reduce((all, label) => say('questionnaires.routing.or', { left: all, right: label })),
    });
  }
  const { expression } = condition;
  if (expression.kind === 'not') {
    const inner = inWords(joinSame(expression.operand), words);
    return inner === null ? null : say('questionnaires.routing.not', { condition: inner });
  }
  if (expression.kind !== 'and' && expression.kind !== 'or') return null;
  const [left, right] = [inWords(joinSame(expression.left), words), inWords(joinSame(expression.right), words)];
  if (left === null || right === null) return null;
  return say(expression.kind === 'and' ? 'questionnaires.routing.and' : 'questionnaires.routing.or', { left, right });
}

function labelOf(question: Question, code: string, language: Language, say: Say): string {
  const option = question.options.find((candidate) => String(candidate.code) === code);
  const label = option === undefined ? '' : localised(option.label, language);
  if (label !== '') return label;
  if (question.type === 'yes-no' || question.type === 'consent')
    return say(code === String(yesCode) ? 'questionnaires.yes' : 'questionnaires.no');
  return code;
}
