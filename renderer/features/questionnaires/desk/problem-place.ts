import type { DesignProblem } from '../../../../shared/contract/questionnaires.ts';
import type { Desk } from './use-desk.ts';

/** The problem after, or before, the row in hand, going round at the ends. */
export function neighbourProblem(desk: Desk, by: -1 | 1, last: DesignProblem | null): DesignProblem | null {
  const { problems } = desk;
  const count = problems.length;
  if (count === 0) return null;
  const at = last === null ? -1 : problems.findIndex((problem) => isSame(problem, last));
  if (at !== -1) return problems[(at + by + count) % count] ?? null;
  const order = new Map(
    desk.version.sections
      .flatMap((section) => [section.id, ...section.questions.map((question) => question.id as string)])
      .map((id, index) => [id, index]),
  );
  const place = (problem: DesignProblem): number => order.get(problem.questionId ?? problem.sectionId ?? '') ?? -1;
  const here = order.get(desk.design.store.idOf(desk.state.current ?? '')) ?? -1;
  return by === 1
    ? (problems.find((problem) => place(problem) >= here) ?? problems[0] ?? null)
    : (problems.findLast((problem) => place(problem) <= here) ?? problems.at(-1) ?? null);
}

/** Whether two problems are one, also when the list was made anew between them. */
export function isSame(a: DesignProblem, b: DesignProblem): boolean {
  return (
    a.questionId === b.questionId &&
    a.sectionId === b.sectionId &&
    a.field === b.field &&
    a.index === b.index &&
    a.language === b.language &&
    a.message === b.message
  );
}

/** Goes to the field that a problem is about; an expression gets the caret at the place. */
export function goToProblem(desk: Desk, problem: DesignProblem): void {
  const id = problem.questionId ?? problem.sectionId;
  if (id === null) return;
  desk.open(desk.design.store.keyOf(id), desk.isFrozen ? 'row' : problem.field, {
    index: problem.index ?? undefined,
    language: problem.language ?? undefined,
    at: problem.at ?? undefined,
  });
}
