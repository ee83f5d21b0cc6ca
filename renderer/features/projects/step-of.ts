import type { ProjectSummary } from '../../../shared/contract/projects.ts';

/** The step a project stands at, as a part of a message id. */
export type Step = 'over' | 'meetings' | 'start' | 'asking' | 'coding' | 'analysis' | 'report';

type StepFacts = Pick<
  ProjectSummary,
  'status' | 'interviews' | 'frame' | 'openAnswers' | 'openAnswersDone' | 'meetings' | 'findings' | 'report'
>;

/** Where a project stands, read from what has been done and not from what somebody ticked off. */
export function stepOf(project: StepFacts): Step {
  if (project.status === 'finished' || project.status === 'stopped' || project.status === 'anonymised') return 'over';
  if (project.interviews === 0) return project.meetings > 0 ? 'meetings' : 'start';
  if (project.report !== null) return 'report';
  if (project.openAnswers === 0 || project.openAnswersDone === 0) return 'asking';
  return project.openAnswersDone < project.openAnswers ? 'coding' : 'analysis';
}

/** The share of open answers that are done, in whole percent rounded down: 100 only when none is left. Null without answers. */
export function codedShare({ openAnswers, openAnswersDone }: Pick<ProjectSummary, 'openAnswers' | 'openAnswersDone'>): number | null {
  return openAnswers === 0 ? null : Math.floor((openAnswersDone / openAnswers) * 100);
}
