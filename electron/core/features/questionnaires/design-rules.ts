import type { DesignField, DesignProblem } from '../../../../shared/contract/questionnaires.ts';
import type { QuestionId } from '../../../../shared/model/ids.ts';
import {
  questionsOf,
  type AnswerOption,
  type Question,
  type QuestionnaireVersion,
  type QuestionType,
} from '../../../../shared/model/questionnaire.ts';
import type { Language, LocalisedText } from '../../../../shared/model/text.ts';

type Severity = DesignProblem['severity'];

/** What a rule says; the question and the rest are filled in around it. */
interface Found extends Partial<Pick<DesignProblem, 'index' | 'language' | 'params' | 'sectionId'>> {
  readonly severity: Severity;
  readonly field: DesignField;
  /** The last part of `design.problem.<reason>`. */
  readonly reason: string;
}

/** Types that a person writes options for. */
const choices: ReadonlySet<QuestionType> = new Set(['one', 'several', 'rank']);
/** Types that nobody reads out, so that they need no words. */
const wordless: ReadonlySet<QuestionType> = new Set(['calculated', 'repeat']);
const variableName = /^[\p{L}_][\p{L}\p{N}_.-]*$/u;

/** What is not right in a version beside its expressions, in the order of its questions. Pure. */
export function designProblems(version: QuestionnaireVersion): DesignProblem[] {
  const questions = questionsOf(version);
  const sectionOf = new Map(version.sections.flatMap(({ id, questions: own }) => own.map((question) => [question.id, id] as const)));
  const ofVersion = questions.some(({ type }) => !wordless.has(type)) ? [] : [toProblem(null, error('wording', 'noQuestions'))];
  const ofSections = version.sections
    .filter((section) => section.questions.length === 0 && questions.length > 0)
    .map((section) => toProblem(null, { ...warning('title', 'emptySection'), sectionId: section.id }));
  const ofQuestions = questions.flatMap((question) =>
    rules
      .flatMap((rule) => rule(question, version, questions))
      .map((found) => toProblem(question.id, { ...found, sectionId: sectionOf.get(question.id) ?? null })),
  );
  return [...ofVersion, ...ofQuestions, ...ofSections];
}

type Rule = (question: Question, version: QuestionnaireVersion, all: readonly Question[]) => Found[];

const rules: readonly Rule[] = [
  nameRule,
  wordingRule,
  optionCountRule,
  codeRule,
  optionNameRule,
  labelRule,
  exclusiveRule,
  rangeRule,
  rankRule,
  consentRule,
  contentRule,
];

/** XLSForm's rule for names, and one name for one question. */
function nameRule({ name, id }: Question, _: QuestionnaireVersion, all: readonly Question[]): Found[] {
  if (!variableName.test(name)) return [error('name', 'badName', { name })];
  if (name === 'meta') return [error('name', 'reservedName', { name })];
  const first = all.find((other) => other.name === name);
  return first === undefined || first.id === id ? [] : [error('name', 'doubleName', { name, other: first.number })];
}

function wordingRule({ wording, type }: Question, { languages }: QuestionnaireVersion): Found[] {
  const missing = languages.filter((language) => isEmpty(wording, language));
  if (missing.length === 0 || wordless.has(type)) return [];
  if (missing.length === languages.length) return [error('wording', 'noWording')];
  return missing.map((language) => ({ ...error('wording', 'wordingMissing'), language }));
}

function optionCountRule({ type, options, scaleId }: Question): Found[] {
  if (type === 'scale' && options.length < 2) return [error('scale', scaleId === null ? 'noScale' : 'fewOptions')];
  return choices.has(type) && options.length < 2 ? [error('options', 'fewOptions')] : [];
}

function codeRule({ options }: Question): Found[] {
  const repeated = repeats(options.map(({ code }) => String(code)));
  return repeated.map(({ index, text }) => ({ ...error('options', 'doubleCode', { code: text }), index }));
}

/** Expressions call an option by its name, so one name means one option; answers to several are kept as names between blanks. */
function optionNameRule({ options, type, optionFilter }: Question): Found[] {
  const named = options.filter(({ name }) => name !== null).length;
  if (named === 0) return [];
  const names = options.map(({ name, code }) => name ?? String(code));
  // A filter may keep options of one name apart: "Sentrum" of each municipality.
  const found = optionFilter === null ? error : warning;
  const doubled = repeats(names).map(({ index, text }) => ({ ...found('options', 'doubleOptionName', { name: text }), index }));
  const blank = type === 'several' || type === 'rank' ? names.flatMap((name, index) => (/\s/u.test(name) ? [{ index, name }] : [])) : [];
  return [...doubled, ...blank.map(({ index, name }) => ({ ...error('options', 'blankInOptionName', { name }), index }))];
}

function labelRule({ options, type }: Question, { languages }: QuestionnaireVersion): Found[] {
  // The points from 0 to 10, and a plain yes and no, say themselves.
  if (!choices.has(type) && options.every(({ label }) => isEmpty(label, null))) return [];
  return options.flatMap((option, index): Found[] => {
    const params = { code: option.code };
    if (isEmpty(option.label, null)) return [{ ...error('options', 'noLabel', params), index }];
    return languages
      .filter((language) => isEmpty(option.label, language))
      .map((language) => ({ ...warning('options', 'labelMissing', params), index, language }));
  });
}

function exclusiveRule({ type, options }: Question): Found[] {
  const isAll = options.length > 0 && options.every(({ isExclusive }: AnswerOption) => isExclusive);
  return type === 'several' && isAll ? [error('options', 'onlyExclusive')] : [];
}

function rangeRule({ minimum, maximum }: Question): Found[] {
  return minimum !== null && maximum !== null && minimum > maximum ? [error('range', 'rangeReversed', { minimum, maximum })] : [];
}

function rankRule({ type, rankCount, options }: Question): Found[] {
  const isTooMany = type === 'rank' && rankCount !== null && rankCount > options.length;
  return isTooMany ? [error('range', 'rankTooMany', { count: rankCount, options: options.length })] : [];
}

function consentRule({ type, id }: Question, _: QuestionnaireVersion, all: readonly Question[]): Found[] {
  const first = all.find((question) => question.type !== 'note');
  return type === 'consent' && first?.id !== id ? [warning('wording', 'consentNotFirst')] : [];
}

function contentRule({ type, id, calculation }: Question, _: QuestionnaireVersion, all: readonly Question[]): Found[] {
  if (type === 'calculated' && (calculation ?? '').trim() === '') return [error('calculation', 'noCalculation')];
  return type === 'repeat' && !all.some(({ parentId }) => parentId === id) ? [error('repeatCount', 'emptyRepeat')] : [];
}

/** Texts that stand earlier in the list too, with their places. */
function repeats(texts: readonly string[]): { readonly index: number; readonly text: string }[] {
  return texts.flatMap((text, index) => (texts.indexOf(text) < index ? [{ index, text }] : []));
}

/** Whether a text has no words in a language, or with null in none. */
function isEmpty(text: LocalisedText, language: Language | null): boolean {
  const words = language === null ? Object.values(text).join('') : (text[language] ?? '');
  return words.trim() === '';
}

function error(field: DesignField, reason: string, params: DesignProblem['params'] = {}): Found {
  return { severity: 'error', field, reason, params };
}

function warning(field: DesignField, reason: string, params: DesignProblem['params'] = {}): Found {
  return { severity: 'warning', field, reason, params };
}

function toProblem(questionId: QuestionId | null, found: Found): DesignProblem {
  return {
    severity: found.severity,
    questionId,
    sectionId: found.sectionId ?? null,
    field: found.field,
    index: found.index ?? null,
    language: found.language ?? null,
    at: null,
    message: `design.problem.${found.reason}`,
    params: { ...found.params, ...(found.language !== undefined && found.language !== null && { language: found.language }) },
  };
}
