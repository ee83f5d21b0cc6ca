import type { AdHocRule, BatchCheckResult } from '../../../../shared/contract/fieldwork-quality.ts';
import { compileForm, formProblems, type CompiledForm } from '../../../../shared/expressions/form.ts';
import { parseExpression } from '../../../../shared/expressions/parse.ts';
import { referencesIn } from '../../../../shared/expressions/references.ts';
import type { QuestionId } from '../../../../shared/model/ids.ts';
import type { Question, QuestionnaireVersion } from '../../../../shared/model/questionnaire.ts';
import type { LoadedVersion } from '../questionnaires/read-version.ts';

export type Unreadable = BatchCheckResult['unreadable'][number];

/** A version with rules added as soft checks of the questions they name. */
export interface WithRules {
  readonly form: CompiledForm;
  /** How many checks each question had of its own: those after them are rules given here. */
  readonly ownChecks: ReadonlyMap<QuestionId, number>;
  /** The rule behind each added check, by question and its place among the checks. */
  readonly ruleAt: (questionId: QuestionId, index: number) => AdHocRule | undefined;
  /** The questions that a rule names, as it names them. */
  readonly namedBy: (rule: AdHocRule) => readonly QuestionId[];
  readonly questionOf: (questionId: QuestionId) => Question | undefined;
  readonly unreadable: readonly Unreadable[];
}

/**
 * Puts rules into a version and compiles it. A rule stands at every question it names, so that it is tried also where the first of them
 * has no answer; one that cannot be read in this version is told apart and checks nothing.
 */
export function placeRules({ version, questions }: LoadedVersion, rules: readonly AdHocRule[]): WithRules {
  const byQuestion = new Map<QuestionId, AdHocRule[]>();
  const named = new Map(rules.map((rule) => [rule, questionsNamed(questions, rule)]));
  for (const [rule, ids] of named) for (const id of ids) byQuestion.set(id, [...(byQuestion.get(id) ?? []), rule]);
  const changed = withChecks(version, byQuestion);
  const ownChecks = new Map(questions.map((question) => [question.id, question.checks.length]));
  const ruleAt = (questionId: QuestionId, index: number): AdHocRule | undefined =>
    byQuestion.get(questionId)?.[index - (ownChecks.get(questionId) ?? 0)];
  const unreadable = formProblems(changed).flatMap((fault): Unreadable[] => {
    if (fault.field !== 'check' || fault.index === null || fault.questionId === null) return [];
    const rule = ruleAt(fault.questionId, fault.index);
    // Where it stands a second time, it cannot be read there either.
    if (rule === undefined || named.get(rule)?.[0] !== fault.questionId) return [];
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
  const byId = new Map(questions.map((question) => [question.id, question]));
  return {
    form: compileForm(changed),
    ownChecks,
    ruleAt,
    namedBy: (rule) => named.get(rule) ?? [],
    questionOf: (id) => byId.get(id),
    unreadable,
  };
}

function questionsNamed(questions: readonly Question[], rule: AdHocRule): readonly QuestionId[] {
  const parsed = parseExpression(rule.expression);
  const names = parsed.isRead ? referencesIn(parsed.expression).map((reference) => reference.name) : [];
  const named = names.flatMap((name) => questions.find((question) => question.name === name)?.id ?? []);
  // One that names nothing known must stand somewhere to be told about.
  return named.length > 0 ? [...new Set(named)] : questions.slice(0, 1).map(({ id }) => id);
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
