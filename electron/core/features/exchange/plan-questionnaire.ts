import type { FileOption, FileQuestion, FileScale, SurveyMapping } from '../../../../shared/model/survey-file.ts';
import { missingReasons, type MissingReason, type QuestionType } from '../../../../shared/model/questionnaire.ts';
import { isOtherLabel } from './reading/header-words.ts';
import { createNameGiver, slug } from './variable-names.ts';

export interface PlannedOption {
  readonly code: number;
  readonly label: string;
  readonly isExclusive: boolean;
  readonly asksWhat: boolean;
}

/** A set of ordered answers that one or more questions share. */
export interface PlannedScale {
  readonly name: string;
  readonly direction: 'rising' | 'falling';
  readonly neutralCode: number | null;
  readonly options: readonly PlannedOption[];
}

export interface PlannedQuestion {
  /** Key of the file's question. */
  readonly key: string;
  readonly kind: FileQuestion['kind'];
  readonly type: QuestionType;
  /** Of a date: its answers hold the time of day too. */
  readonly hasClock: boolean;
  readonly variable: string;
  readonly wording: string;
  /** The text that a grid's rows have in common. */
  readonly lead: string | null;
  readonly reasons: readonly MissingReason[];
  /** Position in `scales`, or null when the options are the question's own. */
  readonly scale: number | null;
  readonly options: readonly PlannedOption[];
}

export interface QuestionnairePlan {
  readonly scales: readonly PlannedScale[];
  readonly questions: readonly PlannedQuestion[];
}

/**
 * What a file's mapping becomes as a questionnaire: one question per mapped question in file order, variables named after the
 * headers and unlike every name in `takenVariables`, and one scale for all questions that have the same answers. `withClock` are the
 * keys of the dates that come with a time of day. Pure.
 */
export function planQuestionnaire(
  mapping: SurveyMapping,
  takenVariables: Iterable<string>,
  withClock: ReadonlySet<string>,
): QuestionnairePlan {
  const nameOf = createNameGiver(takenVariables);
  const scales: PlannedScale[] = [];
  const placeOfScale = new Map<string, number>();
  const shareScale = (scale: FileScale, options: readonly PlannedOption[]): number => {
    const sameness = JSON.stringify([scale.direction, options.map(({ code, label }) => [code, label])]);
    const place = placeOfScale.get(sameness) ?? scales.push(planScale(scale, options)) - 1;
    placeOfScale.set(sameness, place);
    return place;
  };
  const questions = mapping.questions.map((question): PlannedQuestion => {
    const options = planOptions(question);
    const scale =
      question.kind === 'closed' && question.scale !== null && question.specifyColumn === null ? shareScale(question.scale, options) : null;
    return {
      key: question.key,
      kind: question.kind,
      type: typeOf(question, scale !== null),
      hasClock: withClock.has(question.key),
      variable: nameOf(slug(headerOf(question, mapping)) || `v${(question.columns[0] ?? 0) + 1}`),
      wording: question.label === '' ? `${(question.columns[0] ?? 0) + 1}` : question.label,
      lead: question.group,
      reasons: reasonsOf(question),
      scale,
      options: scale === null ? options : [],
    };
  });
  return { scales, questions };
}

function typeOf(question: FileQuestion, hasScale: boolean): QuestionType {
  if (question.kind === 'closed') return hasScale ? 'scale' : 'one';
  return question.kind === 'multiple' ? 'several' : question.kind;
}

function planOptions(question: FileQuestion): PlannedOption[] {
  if (question.kind !== 'closed' && question.kind !== 'multiple') return [];
  return question.options.map(({ code, label, missing }) => ({
    code,
    label,
    isExclusive: missing !== null,
    asksWhat: question.specifyColumn !== null && isOtherLabel(label),
  }));
}

/** "Neither agree nor disagree" and its like: the point that counts for neither side. */
const neutralLabel = /^\W*\d*\W*(?:hverken|verken|korkje|varken|neither|neutral|nøytral)/iu;

function planScale({ direction }: FileScale, options: readonly PlannedOption[]): PlannedScale {
  const name = [options.at(0)?.label, options.at(-1)?.label].join(' – ');
  const neutralCode = options.find(({ label }) => neutralLabel.test(label))?.code ?? null;
  return { name, direction: direction === 'lowToHigh' ? 'rising' : 'falling', neutralCode, options };
}

/** The header a variable is named after: a grid row's own part, else the question's. */
function headerOf(question: FileQuestion, mapping: SurveyMapping): string {
  const [first = 0] = question.columns;
  const header = mapping.columns.find(({ column }) => column === first)?.header ?? [];
  if (question.columns.length > 1 && question.kind === 'multiple') return question.label;
  const own = question.group === null ? header.at(0) : header.at(-1);
  return own === undefined || own === '' ? (header.find((text) => text !== '') ?? question.label) : own;
}

/** Reasons that the file gives for missing answers, so that entry offers the same ones. */
function reasonsOf(question: FileQuestion): MissingReason[] {
  const options: readonly FileOption[] = question.kind === 'closed' || question.kind === 'multiple' ? question.options : [];
  const found = new Set<string | null>([...question.missing.map(({ reason }) => reason), ...options.map(({ missing }) => missing)]);
  return missingReasons.filter((reason) => found.has(reason));
}
