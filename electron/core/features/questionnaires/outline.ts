import type { QuestionId } from '../../../../shared/model/ids.ts';
import type { QuestionType } from '../../../../shared/model/questionnaire.ts';

/** A question as the version's outline knows it. */
export interface OutlineQuestion {
  readonly id: QuestionId;
  readonly name: string;
  readonly type: QuestionType;
  /** The repeat that it is asked in. */
  readonly parentId: QuestionId | null;
  /** Place among all questions of the version, from 1. */
  readonly ordinal: number;
  /** As it is printed: 7, and inside a repeat 7.1; empty for notes. */
  readonly number: string;
}

export interface OutlineSection {
  readonly id: string;
  readonly ordinal: number;
  readonly questions: readonly OutlineQuestion[];
}

/** Sections and questions of a version, in order, without anything that is said in them. */
export type Outline = readonly OutlineSection[];

/** Where a question is wanted: below another, or first, in a section or a repeat. */
export interface Place {
  readonly sectionId: string;
  readonly afterId: QuestionId | null;
  readonly parentId: QuestionId | null;
}

/** All questions of an outline, in the order they are asked. */
export function outlined(outline: Outline): OutlineQuestion[] {
  return outline.flatMap((section) => section.questions);
}

/** Counts ordinals and numbers anew: running numbers through all sections, 7.1 and 7.1.1 inside repeats, notes without. */
export function numbered(outline: Outline): Outline {
  let ordinal = 0;
  const counts = new Map<QuestionId | null, number>();
  const numbers = new Map<QuestionId, string>();
  const number = ({ type, parentId, id }: OutlineQuestion): string => {
    if (type === 'note') return '';
    const count = (counts.get(parentId) ?? 0) + 1;
    counts.set(parentId, count);
    const own = parentId === null ? String(count) : `${numbers.get(parentId) ?? ''}.${count}`;
    numbers.set(id, own);
    return own;
  };
  return outline.map((section, at) => ({
    id: section.id,
    ordinal: at + 1,
    questions: section.questions.map((question) => ({ ...question, ordinal: (ordinal += 1), number: number(question) })),
  }));
}

/** A question and everything inside it, in order. */
export function branchOf(outline: Outline, id: QuestionId): OutlineQuestion[] {
  const inside = new Set([id]);
  const questions = outlined(outline);
  // A repeat stands before what is in it, so one walk finds all levels.
  for (const question of questions) if (question.parentId !== null && inside.has(question.parentId)) inside.add(question.id);
  return questions.filter((question) => inside.has(question.id));
}

/** The outline without some of its questions. */
export function without(outline: Outline, ids: ReadonlySet<string>): Outline {
  return outline.map((section) => ({ ...section, questions: section.questions.filter((question) => !ids.has(question.id)) }));
}

/**
 * The outline with a branch put in its place, its first question belonging to `place.parentId`. A neighbour that lies deeper than the
 * place stands for the branch it is in; one that is somewhere else altogether means the end.
 */
export function placed(outline: Outline, branch: readonly OutlineQuestion[], place: Place): Outline {
  const [first, ...rest] = branch;
  if (first === undefined) return outline;
  const moved = [{ ...first, parentId: place.parentId }, ...rest];
  return outline.map((section) => {
    if (section.id !== place.sectionId) return section;
    return { ...section, questions: section.questions.toSpliced(positionOf(outline, section.questions, place), 0, ...moved) };
  });
}

function positionOf(outline: Outline, questions: readonly OutlineQuestion[], { afterId, parentId }: Place): number {
  const indexOf = (id: QuestionId): number => questions.findIndex((question) => question.id === id);
  const endOf = (id: QuestionId): number => indexOf(id) + branchOf(outline, id).length;
  if (afterId === null || afterId === parentId) return parentId === null ? 0 : indexOf(parentId) + 1;
  let neighbour = questions[indexOf(afterId)];
  while (neighbour !== undefined && neighbour.parentId !== parentId) {
    const { parentId: above } = neighbour;
    neighbour = above === null ? undefined : questions[indexOf(above)];
  }
  if (neighbour !== undefined) return endOf(neighbour.id);
  return parentId === null ? questions.length : endOf(parentId);
}
