import type { PersonCount, RecurrenceTable } from '../../../../shared/contract/recurrence.ts';
import type { ReleasedCell } from '../../../../shared/model/exhibit.ts';
import type { Statements } from '../../db/statements.ts';
import { makeExhibit, type MakeOptions } from '../analysis/release-exhibit.ts';

/** The persons of a project's interviews by theme, as they may be shown. */
export interface InterviewPersons {
  readonly facts: NonNullable<RecurrenceTable['interviews']>;
  /** Themes that nobody mentions are absent. */
  readonly byTheme: ReadonlyMap<string, PersonCount>;
}

/**
 * Persons per theme in all interviews of a project: the figures of its own table of themes, through the same gate, so that the two
 * can never be set against each other. @throws AppError NOT_FOUND
 */
export function readInterviewPersons(
  sql: Statements,
  projectId: string,
  { createdAt, tools }: Pick<MakeOptions, 'createdAt' | 'tools'>,
): InterviewPersons {
  const { exhibit, gated, facts } = makeExhibit(sql, {
    projectId,
    definition: { kind: 'themes', rows: 'themes', language: 'nb', percent: 'column' },
    createdAt,
    tools,
  });
  const canBeShown = exhibit.audit.ok;
  const byTheme = exhibit.rows.map(
    ({ key, cells: [cell] }) => [key, canBeShown ? personCount(cell) : { state: 'hidden' as const }] as const,
  );
  const base = canBeShown ? (exhibit.columns[0]?.base?.n ?? null) : null;
  return {
    facts: { project: facts.name, base, threshold: facts.rule.threshold, hiddenCount: gated.hiddenCount, canBeShown },
    byTheme: new Map(byTheme),
  };
}

function personCount(cell: ReleasedCell | undefined): PersonCount {
  if (cell?.state === 'shown') return { state: 'shown', count: cell.count };
  return cell?.state === 'words' || cell?.state === 'hidden' ? cell : { state: 'empty' };
}
