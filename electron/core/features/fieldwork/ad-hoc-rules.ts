import type { AdHocRule, BatchCheckResult } from '../../../../shared/contract/fieldwork-quality.ts';
import { compileForm, formProblems, type CompiledForm } from '../../../../shared/expressions/form.ts';
import { parseExpression } from '../../../../shared/expressions/parse.ts';
import { referencesIn } from '../../../../shared/expressions/references.ts';
import type { QuestionId } from '../../../../shared/model/ids.ts';
import type { Question, QuestionnaireVersion } from '../../../../shared/model/questionnaire.ts';
import type { LoadedVersion } from '../questionnaires/read-version.ts';

export type Unreadable = BatchCheckResult['unreadable'][number];

/** A version with rules added as soft checks of the questions they name first. */
export interface WithRules {
  readonly form: CompiledForm;
  /** How many checks each question had of its own: those after them are rules given here. */
  readonly ownChecks: ReadonlyMap<QuestionId, number>;
  /** The rule behind each added check, by question and its place among the checks. */
  readonly ruleAt: (questionId: QuestionId, index: number) => AdHocRule | undefined;
  readonly unreadable: readonly Unreadable[];
}

/**
 * Puts rules into a version and compiles it. A rule stands at the first question it names, because that is the answer to look at;
 * one that cannot be read in this version is told apart and checks nothing.
 */
export function placeRules({ version, questions }: LoadedVersion, rules: readonly AdHocRule[]): WithRules {
  const byQuestion = new Map<QuestionId, AdHocRule[]>();
  for (const rule of rules) {
    const question = questionOf(questions, rule);
    if (question !== undefined) byQuestion.set(question.id, [...(byQuestion.get(question.id) ?? []), rule]);
  }
  const changed = withChecks(version, byQuestion);
  const ownChecks = new Map(questions.map((question) => [question.id, question.checks.length]));
  const ruleAt = (questionId: QuestionId, index: number): AdHocRule | undefined =>
    byQuestion.get(questionId)?.[index - (ownChecks.get(questionId) ?? 0)];
  const unreadable = formProblems(changed).flatMap((fault): Unreadable[] => {
    if (fault.field !== 'check' || fault.index === null || fault.questionId === null) return [];
    const rule = ruleAt(fault.questionId, fault.index);
    if (rule === undefined) return [];
    return [
      {
        version: version.name,
        number: version.number,
        rule: rules.indexOf(rule),
        at: fault.at,
        message: fault.message,
        params: { ...fault.params },
      },
    ];
  });
  return { form: compileForm(changed), ownChecks, ruleAt, unreadable };
}

function questionOf(questions: readonly Question[], rule: AdHocRule): Question | undefined {
  const parsed = parseExpression(rule.expression);
  const names = parsed.isRead ? referencesIn(parsed.expression).map((reference) => reference.name) : [];
  const named = names.flatMap((name) => questions.find((question) => question.name === name) ?? []);
  // One that names nothing known must stand somewhere to be told about.
  return named[0] ?? questions[0];
}

function withChecks(version: QuestionnaireVersion, rules: ReadonlyMap<QuestionId, readonly AdHocRule[]>): QuestionnaireVersion {
  const added = (question: Question): Question => {
    const own = rules.get(question.id);
    if (own === undefined) return question;
    const checks = own.map(({ expression, message }) => ({ severity: 'soft' as const, expression, message: { nb: message } }));
    return { ...question, checks: [...question.checks, ...checks] };
  };
  return {
    ...version,
    sections: version.sections.map((section) => ({ ...section, questions: section.questions.map(added) })),
  };
}
