import type { QuestionId } from '../../../../shared/model/ids.ts';
import type { Question, QuestionnaireVersion, Section } from '../../../../shared/model/questionnaire.ts';
import type { QuestionPlace } from './apply-change.ts';

/** One row of the designer's list. `depth` counts the repeats a question is asked in. */
export type DesignRow =
  | { readonly kind: 'section'; readonly id: string; readonly section: Section }
  | { readonly kind: 'question'; readonly id: QuestionId; readonly section: Section; readonly question: Question; readonly depth: number };

/** Sections and questions in the order they are asked. */
export function rowsOf(version: Pick<QuestionnaireVersion, 'sections'>): DesignRow[] {
  const depths = new Map<string, number>();
  return version.sections.flatMap((section): DesignRow[] => [
    { kind: 'section', id: section.id, section },
    ...section.questions.map((question): DesignRow => {
      const depth = question.parentId === null ? 0 : (depths.get(question.parentId) ?? 0) + 1;
      depths.set(question.id, depth);
      return { kind: 'question', id: question.id, section, question, depth };
    }),
  ]);
}

/** The question above a place, in the order of asking; null at the very top. */
export function questionAbove(version: Pick<QuestionnaireVersion, 'sections'>, id: QuestionId): Question | null {
  const questions = version.sections.flatMap((section) => section.questions);
  return questions[questions.findIndex((question) => question.id === id) - 1] ?? null;
}

/** Where a new question goes: below the row in hand, first in a section or an empty repeat, last of all without one. */
export function placeBelow(version: Pick<QuestionnaireVersion, 'sections'>, rowId: string | null): QuestionPlace | null {
  const row = rowsOf(version).find((candidate) => candidate.id === rowId);
  if (row === undefined) {
    const last = version.sections.at(-1);
    const bottom = last?.questions.findLast((question) => question.parentId === null) ?? null;
    return last === undefined ? null : { sectionId: last.id, afterId: bottom?.id ?? null, parentId: null };
  }
  const sectionId = row.section.id;
  if (row.kind === 'section') return { sectionId, afterId: null, parentId: null };
  if (row.question.type === 'repeat') return { sectionId, afterId: null, parentId: row.id };
  return { sectionId, afterId: row.id, parentId: row.question.parentId };
}

/** One step up or down: past the neighbour on the same level, over into the next section at an end; null where there is no way. */
export function placeMoved(version: Pick<QuestionnaireVersion, 'sections'>, id: QuestionId, by: -1 | 1): QuestionPlace | null {
  const sectionIndex = version.sections.findIndex((section) => section.questions.some((question) => question.id === id));
  const section = version.sections[sectionIndex];
  const question = section?.questions.find((candidate) => candidate.id === id);
  if (section === undefined || question === undefined) return null;
  const { parentId } = question;
  const level = siblings(section, parentId);
  const index = level.findIndex((candidate) => candidate.id === id);
  const inside = { sectionId: section.id, parentId };
  if (by === 1 && index < level.length - 1) return { ...inside, afterId: level[index + 1]?.id ?? null };
  if (by === -1 && index > 0) return { ...inside, afterId: level[index - 2]?.id ?? null };
  if (parentId !== null) return by === 1 ? below(section, parentId) : above(section, parentId);
  const next = version.sections[sectionIndex + by];
  if (next === undefined) return null;
  const last = siblings(next, null).at(-1);
  return { sectionId: next.id, afterId: by === 1 ? null : (last?.id ?? null), parentId: null };
}

/** Into the repeat that stands right above, last of what is asked there; null without one. */
export function placeInside(version: Pick<QuestionnaireVersion, 'sections'>, id: QuestionId): QuestionPlace | null {
  const section = version.sections.find((candidate) => candidate.questions.some((question) => question.id === id));
  const question = section?.questions.find((candidate) => candidate.id === id);
  if (section === undefined || question === undefined) return null;
  const level = siblings(section, question.parentId);
  const repeat = level[level.findIndex((candidate) => candidate.id === id) - 1];
  if (repeat?.type !== 'repeat') return null;
  return { sectionId: section.id, parentId: repeat.id, afterId: siblings(section, repeat.id).at(-1)?.id ?? null };
}

/** Out of the repeat, right below it; null at the top level. */
export function placeOutside(version: Pick<QuestionnaireVersion, 'sections'>, id: QuestionId): QuestionPlace | null {
  const section = version.sections.find((candidate) => candidate.questions.some((question) => question.id === id));
  const parentId = section?.questions.find((candidate) => candidate.id === id)?.parentId ?? null;
  return section === undefined || parentId === null ? null : below(section, parentId);
}

function below(section: Section, repeatId: QuestionId): QuestionPlace {
  const parentId = section.questions.find((question) => question.id === repeatId)?.parentId ?? null;
  return { sectionId: section.id, afterId: repeatId, parentId };
}

function above(section: Section, repeatId: QuestionId): QuestionPlace {
  const parentId = section.questions.find((question) => question.id === repeatId)?.parentId ?? null;
  const level = siblings(section, parentId);
  return { sectionId: section.id, parentId, afterId: level[level.findIndex((question) => question.id === repeatId) - 1]?.id ?? null };
}

function siblings(section: Section, parentId: QuestionId | null): Question[] {
  return section.questions.filter((question) => question.parentId === parentId);
}
