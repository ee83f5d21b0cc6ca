import { expressionValue, type AnswerValue } from '../model/answer.ts';
import { yesCode, type Question } from '../model/questionnaire.ts';
import { dependenciesOf, holds, type ExpressionValue, type Scope } from './evaluate.ts';
import { isInBounds } from './judge.ts';
import { parseExpression } from './parse.ts';
import type { Expression } from './syntax.ts';

type RoutedQuestion = Pick<Question, 'id' | 'name' | 'number' | 'type' | 'relevant' | 'checks' | 'minimum' | 'maximum'>;

interface Step {
  readonly question: RoutedQuestion;
  readonly relevant: Expression | null;
}

/** A version's routing, read once. Made by `planRouting`. */
export interface RoutingPlan {
  readonly steps: readonly Step[];
  /** Question ids by every name an expression may use. */
  readonly idByName: ReadonlyMap<string, string>;
}

/** A check that an answer breaks; `index` points into the question's checks, -1 is the question's own range. */
export interface BrokenCheck {
  readonly severity: 'hard' | 'soft';
  readonly index: number;
}

/**
 * Reads the routing of a version whose questions come in the order they are asked. Expressions call a question by its
 * variable's name or by "q" and its number; a variable's name wins. An expression that cannot be read hides nothing.
 */
export function planRouting(questions: readonly RoutedQuestion[]): RoutingPlan {
  const byNumber = questions.map((question): [string, string] => [`q${question.number}`.toLowerCase(), question.id]);
  const byName = questions.map((question): [string, string] => [question.name, question.id]);
  const steps = questions.map((question) => ({ question, relevant: question.relevant === null ? null : readOrNull(question.relevant) }));
  return { steps, idByName: new Map([...byNumber, ...byName]) };
}

/**
 * Ids of the questions that are asked, given these answers. A question that is not asked counts as unanswered for those after
 * it, so that hiding spreads; a "no" to the consent question ends the interview there.
 */
export function askedQuestions(plan: RoutingPlan, valueOf: (questionId: string) => AnswerValue | null): ReadonlySet<string> {
  const asked = new Set<string>();
  const scope: Scope = (name) => {
    const id = plan.idByName.get(name);
    return id !== undefined && asked.has(id) ? expressionValue(valueOf(id)) : null;
  };
  for (const { question, relevant } of plan.steps) {
    if (relevant !== null && !holds(relevant, scope)) continue;
    asked.add(question.id);
    const value = question.type === 'consent' ? valueOf(question.id) : null;
    if (value?.kind === 'code' && value.code !== yesCode) break;
  }
  return asked;
}

/** Ids of the questions on whose answers a question's being asked depends, in the order its expression names them. */
export function askedBecauseOf(plan: RoutingPlan, questionId: string): string[] {
  const relevant = plan.steps.find((step) => step.question.id === questionId)?.relevant ?? null;
  if (relevant === null) return [];
  return dependenciesOf(relevant).flatMap((name) => plan.idByName.get(name) ?? []);
}

/**
 * Checks that an answer breaks, hard ones first. A check says what must hold (XLSForm's constraint, `.` is the answer itself),
 * and it is judged only when everything it mentions is answered.
 */
export function brokenChecks(plan: RoutingPlan, questionId: string, valueOf: (questionId: string) => AnswerValue | null): BrokenCheck[] {
  const question = plan.steps.find((step) => step.question.id === questionId)?.question;
  if (question === undefined) return [];
  const own = expressionValue(valueOf(questionId));
  const scope: Scope = (name) => (name === '.' ? own : lookUp(plan, name, valueOf));
  const range: BrokenCheck[] = isInRange(question, own) ? [] : [{ severity: 'hard', index: -1 }];
  const broken = question.checks.flatMap((check, index): BrokenCheck[] => {
    const expression = readOrNull(check.expression);
    if (own === null || expression === null || dependenciesOf(expression).some((name) => scope(name) === null)) return [];
    return holds(expression, scope) ? [] : [{ severity: check.severity, index }];
  });
  return [...range, ...broken].toSorted((a, b) => Number(a.severity === 'soft') - Number(b.severity === 'soft'));
}

/** Whether a number lies within the question's hard range, both ends included. Other answers always do. */
export function isInRange(question: Pick<Question, 'minimum' | 'maximum' | 'type'>, value: ExpressionValue): boolean {
  return isInBounds(question, value);
}

function lookUp(plan: RoutingPlan, name: string, valueOf: (questionId: string) => AnswerValue | null): ExpressionValue {
  const id = plan.idByName.get(name);
  return id === undefined ? null : expressionValue(valueOf(id));
}

function readOrNull(text: string): Expression | null {
  const parsed = parseExpression(text);
  return parsed.isRead ? parsed.expression : null;
}
