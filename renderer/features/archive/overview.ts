import type { MadeArchive, ProjectCounts } from '../../../shared/contract/archive.ts';

/** What there is of a project, as the core tells it. */
export interface Overview {
  readonly name: string;
  readonly deleteOn: string | null;
  readonly isDeleted: boolean;
  readonly counts: ProjectCounts;
  readonly archives: readonly MadeArchive[];
  readonly hasBackups: boolean;
}

/** What is counted, in the order in which it is told. */
export const countNames = [
  'participants',
  'interviews',
  'answers',
  'texts',
  'codings',
  'quotes',
  'meetings',
  'findings',
  'actions',
  'exhibits',
  'reports',
  'attachments',
] as const satisfies readonly (keyof ProjectCounts)[];
